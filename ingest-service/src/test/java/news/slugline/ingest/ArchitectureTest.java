package news.slugline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "news.slugline.ingest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule parsingIsPure = noClasses()
            .that()
            .resideInAPackage("..format..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "java.sql..", "java.net.http..");

    @ArchTest
    static final ArchRule onlyTheJournalAndListenersKnowKafka = noClasses()
            .that()
            .resideInAnyPackage("..format..", "..desk..", "..door..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.kafka..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("news.slugline.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule takesItsPartsThroughTheConstructor =
            noFields().should().beAnnotatedWith(Autowired.class);
}
