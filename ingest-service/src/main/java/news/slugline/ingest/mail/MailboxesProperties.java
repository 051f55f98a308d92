package news.slugline.ingest.mail;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail door.
 *
 * @param mailboxes none, and the door is shut
 */
@ConfigurationProperties("slugline")
record MailboxesProperties(@DefaultValue List<Mailbox> mailboxes) {

    /**
     * A mailbox (IMAP) that is read for a desk.
     *
     * @param ssl IMAP over TLS from the first byte; without it STARTTLS is used where the server has it
     * @param folder where mail arrives
     * @param done where mail goes that was taken; made when missing
     * @param failed where mail goes that was refused
     * @param senders who may send: addresses, and domains as {@code @example.org}. The From header is what counts; that it
     *     is not forged is for the mail server to see to (SPF, DKIM, DMARC)
     * @param every how often it is looked into
     */
    record Mailbox(
            String desk,
            String host,
            @DefaultValue("993") int port,
            @DefaultValue("true") boolean ssl,
            String user,
            String password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("done") String done,
            @DefaultValue("failed") String failed,
            List<String> senders,
            @DefaultValue("PT15S") Duration every) {

        boolean mayBeFrom(String address) {
            String from = address.toLowerCase(Locale.ROOT);
            return senders.stream()
                    .map(sender -> sender.toLowerCase(Locale.ROOT))
                    .anyMatch(sender -> sender.startsWith("@") ? from.endsWith(sender) : from.equals(sender));
        }
    }
}
