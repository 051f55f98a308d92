package news.slugline.ingest.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import news.slugline.ingest.copy.Acceptance;
import news.slugline.ingest.copy.Copy;
import news.slugline.ingest.copy.Ingestion;
import news.slugline.ingest.copy.Taking;
import news.slugline.ingest.desk.Desks;
import news.slugline.ingest.desk.Door;
import news.slugline.ingest.format.Payload;
import news.slugline.ingest.mail.MailboxesProperties.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands in the mail of one mailbox, each once, and moves it to where it belongs afterwards.
 *
 * <p>The receipt is told from the mail's place in the mailbox, so that a crash before the move hands in the same piece.
 */
final class MailboxReader {

    private static final Logger log = LoggerFactory.getLogger(MailboxReader.class);
    private static final String TIMEOUT_MS = "30000";

    private final Mailbox mailbox;
    private final Desks desks;
    private final Function<Copy, Taking> intake;
    private final MeterRegistry meters;

    MailboxReader(Mailbox mailbox, Desks desks, Function<Copy, Taking> intake, MeterRegistry meters) {
        this.mailbox = mailbox;
        this.desks = desks;
        this.intake = intake;
        this.meters = meters;
    }

    /** Hands in all mail that waits. */
    void look() throws MessagingException {
        Session session = Session.getInstance(settings());
        try (Store store = session.getStore(mailbox.ssl() ? "imaps" : "imap")) {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
            try (Folder inbox = store.getFolder(mailbox.folder())) {
                inbox.open(Folder.READ_WRITE);
                for (Message message : inbox.getMessages()) {
                    if (!message.isSet(Flags.Flag.DELETED)) {
                        take(store, inbox, message);
                    }
                }
                inbox.expunge();
            }
        }
    }

    private void take(Store store, Folder inbox, Message message) throws MessagingException {
        Optional<String> sender = sender(message);
        if (sender.filter(mailbox::mayBeFrom).isEmpty()) {
            meters.counter("slugline.copy.rejected", "desk", mailbox.desk(), "reason", "sender-not-allowed")
                    .increment();
            log.info("a mail to desk {} came from somebody who may not send", mailbox.desk());
            move(store, inbox, message, mailbox.failed());
            return;
        }
        switch (intake.apply(copy(inbox, message))) {
            case Taking.Taken(var pieces) -> {
                boolean isRefused = pieces.stream().anyMatch(Acceptance.Refused.class::isInstance);
                move(store, inbox, message, isRefused ? mailbox.failed() : mailbox.done());
            }
            case Taking.Later later -> log.info("mail of desk {} waits: {}", mailbox.desk(), later.reason());
            case Taking.Barred barred -> {
                log.warn("mail of desk {} is not taken: {}", mailbox.desk(), barred.reason());
                move(store, inbox, message, mailbox.failed());
            }
        }
    }

    private Copy copy(Folder inbox, Message message) throws MessagingException {
        long uid = ((UIDFolder) inbox).getUID(message);
        long validity = ((UIDFolder) inbox).getUIDValidity();
        Instant arrived = message.getReceivedDate() == null
                ? Instant.EPOCH
                : message.getReceivedDate().toInstant();
        return Copy.unnamed(
                receiptId(validity, uid, arrived),
                desks.named(mailbox.desk()),
                Door.mail,
                new Payload(bytes(message), "message/rfc822", null),
                arrived);
    }

    /** A version 7 UUID of the mail's arrival, with its place in the mailbox in place of chance. */
    private UUID receiptId(long validity, long uid, Instant arrived) {
        String place = String.join(
                "/", mailbox.user(), mailbox.host(), mailbox.folder(), Long.toString(validity), Long.toString(uid));
        UUID hash = UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
        long high = (arrived.toEpochMilli() << 16) | 0x7000L | (hash.getMostSignificantBits() & 0xFFFL);
        return new UUID(high, (hash.getLeastSignificantBits() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    /** One byte more than is taken at most tells that there was more. */
    private static byte[] bytes(Message message) throws MessagingException {
        var bytes = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] from, int offset, int length) {
                super.write(from, offset, Math.min(length, Math.max(0, Ingestion.MAX_COPY_BYTES + 1 - count)));
            }
        };
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be read", e);
        }
        return bytes.toByteArray();
    }

    private static Optional<String> sender(Message message) throws MessagingException {
        return message.getFrom() != null
                        && message.getFrom().length == 1
                        && message.getFrom()[0] instanceof InternetAddress address
                ? Optional.of(address.getAddress())
                : Optional.empty();
    }

    private static void move(Store store, Folder inbox, Message message, String to) throws MessagingException {
        Folder target = store.getFolder(to);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        inbox.copyMessages(new Message[] {message}, target);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private static Properties settings() {
        var settings = new Properties();
        for (String protocol : new String[] {"imap", "imaps"}) {
            settings.put("mail." + protocol + ".connectiontimeout", TIMEOUT_MS);
            settings.put("mail." + protocol + ".timeout", TIMEOUT_MS);
            settings.put("mail." + protocol + ".starttls.enable", "true");
            settings.put("mail." + protocol + ".peek", "true");
        }
        return settings;
    }
}
