package news.slugline.publish;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.slugline.local.TestStack;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on the real stack, with a clock that the test moves. All tests of a JVM share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = {PublishApplication.class, OnTestStack.Parts.class},
        properties = {
            "slugline.ops.password=secret",
            "slugline.site.url=https://news.example",
            "slugline.media.folder=target/test-media"
        })
@ContextConfiguration(initializers = OnTestStack.Stack.class)
public @interface OnTestStack {

    @TestConfiguration(proxyBeanMethods = false)
    class Parts {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }

    final class Stack implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(TestStack.shared().springProperties("publish"))
                    .applyTo(context);
        }
    }
}
