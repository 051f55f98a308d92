package news.slugline.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "news.slugline.enrich", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule stepsKnowNothingOfKafka = noClasses()
            .that()
            .resideInAnyPackage("..step..", "..entity..", "..topic..", "..media..", "..text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.kafka..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("news.slugline.enrich.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule takesItsPartsThroughTheConstructor =
            noFields().should().beAnnotatedWith(Autowired.class);
}
