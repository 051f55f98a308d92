package news.slugline.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

@AnalyzeClasses(packages = "news.slugline.monitor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule watchesAndNeverWrites =
            noClasses().should().dependOnClassesThat().areAssignableTo(KafkaTemplate.class);

    @ArchTest
    static final ArchRule takesItsPartsThroughTheConstructor =
            noFields().should().beAnnotatedWith(Autowired.class);
}
