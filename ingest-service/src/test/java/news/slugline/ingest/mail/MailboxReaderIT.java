package news.slugline.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import news.slugline.ingest.copy.Copy;
import news.slugline.ingest.copy.Taking;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Desks;
import news.slugline.ingest.mail.MailboxesProperties.Mailbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mailbox on a real IMAP server. */
class MailboxReaderIT {

    private static final Taking ACCEPTED = new Taking.Taken(List.of());

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final List<Copy> taken = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void start() {
        server.start();
        server.setUser("copy@slugline.example", "copy", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void handsInMailOfAllowedSendersOnceAndMovesIt() throws Exception {
        send("lena@desk.example", "Harbour crane topples");
        MailboxReader reader = reader(_ -> ACCEPTED);
        reader.look();
        reader.look();

        assertThat(taken).singleElement().satisfies(copy -> {
            assertThat(copy.payload().contentType()).isEqualTo("message/rfc822");
            assertThat(new String(copy.payload().content(), StandardCharsets.UTF_8))
                    .contains("Harbour crane topples");
        });
        assertThat(folder("done")).isEqualTo(1);
        assertThat(folder("INBOX")).isZero();
    }

    @Test
    void keepsOutOtherSendersAndCountsThem() throws Exception {
        send("stranger@elsewhere.example", "Buy now");
        send("fake@notdesk.example", "Buy now");
        reader(_ -> ACCEPTED).look();

        assertThat(taken).isEmpty();
        assertThat(folder("failed")).isEqualTo(2);
        assertThat(meters.counter("slugline.copy.rejected", "desk", "north", "reason", "sender-not-allowed")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void leavesMailThatCannotBeTakenYet() throws Exception {
        send("lena@desk.example", "Later");
        reader(_ -> new Taking.Later("journal-unavailable", "", "", Duration.ofSeconds(5)))
                .look();
        assertThat(folder("INBOX")).isEqualTo(1);

        reader(_ -> ACCEPTED).look();
        assertThat(taken).hasSize(2);
        assertThat(taken.getLast().receiptId()).isEqualTo(taken.getFirst().receiptId());
    }

    @Test
    void handsInTheSamePieceAfterACrashBeforeTheMove() throws Exception {
        send("lena@desk.example", "Crash");
        MailboxReader crashing = reader(_ -> {
            throw new IllegalStateException("the process ends here");
        });
        assertThatThrownBy(crashing::look).hasMessageContaining("ends here");

        reader(_ -> ACCEPTED).look();
        assertThat(taken).hasSize(2);
        assertThat(taken.getLast().receiptId()).isEqualTo(taken.getFirst().receiptId());
        assertThat(taken.getLast().receiptId().version()).isEqualTo(7);
    }

    @Test
    void saysSoWhereTheServerIsAway() {
        MailboxReader reader = reader(_ -> ACCEPTED);
        server.stop();
        assertThatThrownBy(reader::look).isInstanceOf(MessagingException.class);
    }

    private MailboxReader reader(Function<Copy, Taking> intake) {
        var mailbox = new Mailbox(
                "north",
                "127.0.0.1",
                server.getImap().getPort(),
                false,
                "copy",
                "secret",
                "INBOX",
                "done",
                "failed",
                List.of("@desk.example"),
                Duration.ofSeconds(1));
        Desks desks = mock(Desks.class);
        when(desks.named(anyString())).thenReturn(Desk.named("north"));
        return new MailboxReader(
                mailbox,
                desks,
                copy -> {
                    taken.add(copy);
                    return intake.apply(copy);
                },
                meters);
    }

    private void send(String from, String subject) {
        GreenMailUtil.sendTextEmail(
                "copy@slugline.example",
                from,
                subject,
                "A crane fell into the harbour, the port said.",
                server.getSmtp().getServerSetup());
        server.waitForIncomingEmail(1);
    }

    private int folder(String name) throws MessagingException {
        try (var store = server.getImap().createStore()) {
            store.connect("copy", "secret");
            var folder = store.getFolder(name);
            return folder.exists() ? folder.getMessageCount() : 0;
        }
    }
}
