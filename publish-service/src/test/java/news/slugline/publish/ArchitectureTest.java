package news.slugline.publish;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "news.slugline.publish", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule channelsKnowStoriesAndNothingElse = noClasses()
            .that()
            .resideInAPackage("..channel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "org.springframework.kafka..", "org.springframework.jdbc..", "java.sql..");

    @ArchTest
    static final ArchRule onlyListenersAndRelayTouchKafka = noClasses()
            .that()
            .resideInAnyPackage("..settle..", "..story..", "..page..", "..media..")
            .and()
            .haveSimpleNameNotEndingWith("Listener")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule pagesSeeNothingThatIsHeld = noClasses()
            .that()
            .resideInAnyPackage("..page..", "..channel..", "..media..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..settle..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("news.slugline.publish.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsComeThroughTheConstructor = noFields().should().beAnnotatedWith(Autowired.class);
}
