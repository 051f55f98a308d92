package news.slugline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import news.slugline.local.TestStack;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The service on the test stack, started once for all classes that ask for it. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "slugline.ops.password=secret",
            "slugline.desks[0].name=north",
            // SHA-256 of "sesame"
            "slugline.desks[0].key-sha256=d0c04f4b1951e4aeaaec8223ed2039e542f3aae805a6fa7f6d794e5afff5d272",
            "slugline.desks[1].name=south",
            // SHA-256 of "open"
            "slugline.desks[1].key-sha256=2348f998744212575d85959674f9607ab26f67708a917157472832386337c904",
            "slugline.desk-silence.every=PT0.2S",
            "slugline.feeds.tick=PT0.2S",
            "slugline.feeds.pause-per-host=PT0.01S",
            "slugline.feeds.allowed-private-hosts=localhost",
            "slugline.feeds.public-url=http://slugline.example",
            "spring.kafka.producer.properties.delivery.timeout.ms=3000",
            "spring.kafka.producer.properties.request.timeout.ms=2000",
            "spring.kafka.producer.properties.max.block.ms=3000"
        })
@ContextConfiguration(initializers = RunningIngest.OnTestStack.class)
public @interface RunningIngest {

    /** Gives the service the addresses of the shared stack. */
    class OnTestStack implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(TestStack.shared().springProperties("ingest")).applyTo(context);
            TestPropertyValues.of(
                            "slugline.hot-folder.root=" + newFolder(),
                            "slugline.hot-folder.settle=PT0.2S",
                            "slugline.sftp.port=0")
                    .applyTo(context);
        }

        private static Path newFolder() {
            try {
                return Files.createTempDirectory("slugline-hot-folder");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
