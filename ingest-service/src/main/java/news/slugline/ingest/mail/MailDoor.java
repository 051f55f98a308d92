package news.slugline.ingest.mail;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import news.slugline.ingest.copy.Intake;
import news.slugline.ingest.desk.Desks;
import news.slugline.ingest.mail.MailboxesProperties.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into every mailbox again and again, each on a thread of its own; one that cannot be reached holds up no other. */
@Component
@EnableConfigurationProperties(MailboxesProperties.class)
class MailDoor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailDoor.class);

    private final MailboxesProperties properties;
    private final Desks desks;
    private final Intake intake;
    private final MeterRegistry meters;
    private final List<Thread> threads = new ArrayList<>();

    MailDoor(MailboxesProperties properties, Desks desks, Intake intake, MeterRegistry meters) {
        this.properties = properties;
        this.desks = desks;
        this.intake = intake;
        this.meters = meters;
    }

    @Override
    public void start() {
        for (Mailbox mailbox : properties.mailboxes()) {
            var reader = new MailboxReader(mailbox, desks, intake::take, meters);
            threads.add(Thread.ofVirtual().name("mail-" + mailbox.desk()).start(() -> run(reader, mailbox)));
        }
    }

    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private static void run(MailboxReader reader, Mailbox mailbox) {
        try {
            while (true) {
                try {
                    reader.look();
                } catch (MessagingException | RuntimeException e) {
                    log.warn(
                            "the mailbox of desk {} cannot be read, and will be tried again: {}",
                            mailbox.desk(),
                            e.getMessage());
                }
                Thread.sleep(mailbox.every());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
