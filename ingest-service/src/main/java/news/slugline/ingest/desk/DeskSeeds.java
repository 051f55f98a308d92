package news.slugline.ingest.desk;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Adds the desks that an installation starts with. One that is there already stays as its administrator left it. */
@Component
@EnableConfigurationProperties(DesksProperties.class)
class DeskSeeds implements ApplicationRunner {

    private final DesksProperties properties;
    private final DeskRegister register;
    private final Desks desks;
    private final Clock clock;

    DeskSeeds(DesksProperties properties, DeskRegister register, Desks desks, Clock clock) {
        this.properties = properties;
        this.register = register;
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (DesksProperties.Seed seed : properties.desks()) {
            var desk = new Desk(
                    seed.name(),
                    seed.source(),
                    seed.zone(),
                    seed.language(),
                    seed.section(),
                    EnumSet.allOf(Door.class),
                    null,
                    null,
                    List.of(),
                    false);
            register.add(desk, seed.keySha256(), clock.instant());
        }
        desks.forget();
    }
}
