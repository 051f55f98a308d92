package news.slugline.ingest.sftp;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Desks;
import news.slugline.ingest.desk.Door;
import news.slugline.ingest.folder.HotFolderProperties;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * An SFTP server on Apache MINA SSHD: the user is the desk, the password its key, and the root its hot folder.
 *
 * <p>Nothing but SFTP is served: no shell, no command, no forwarding, no links.
 */
@Component
@EnableConfigurationProperties(SftpProperties.class)
class SftpDoor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SftpDoor.class);
    private static final int SESSIONS_PER_DESK = 8;
    private static final int ATTEMPTS = 5;
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final SftpProperties properties;
    private final HotFolderProperties folders;
    private final Desks desks;
    private final MeterRegistry meters;
    private volatile @Nullable SshServer server;

    SftpDoor(SftpProperties properties, HotFolderProperties folders, Desks desks, MeterRegistry meters) {
        this.properties = properties;
        this.folders = folders;
        this.desks = desks;
        this.meters = meters;
    }

    @Override
    public void start() {
        if (properties.port() == null || folders.root() == null) {
            return;
        }
        try {
            SshServer starting = server(properties.port(), folders.root());
            starting.start();
            server = starting;
            log.info("the SFTP drop box listens on port {}", starting.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("the SFTP drop box cannot listen on port " + properties.port(), e);
        }
    }

    @Override
    public void stop() {
        SshServer running = server;
        if (running != null) {
            try {
                running.stop(true);
            } catch (IOException e) {
                log.warn("the SFTP drop box did not stop in order", e);
            }
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** The port that it listens on; 0 while it does not. */
    int port() {
        SshServer running = server;
        return running == null ? 0 : running.getPort();
    }

    private SshServer server(int port, Path root) throws IOException {
        Files.createDirectories(root);
        SshServer made = SshServer.setUpDefaultServer();
        made.setHost(properties.address());
        made.setPort(port);
        var hostKey = new SimpleGeneratorHostKeyProvider(
                properties.hostKey() == null ? root.resolve(".host-key") : properties.hostKey());
        hostKey.setAlgorithm(KeyUtils.EC_ALGORITHM);
        made.setKeyPairProvider(hostKey);
        made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        made.setPasswordAuthenticator((user, password, _) -> counted(user, hasPassword(user, password)));
        made.setPublickeyAuthenticator((user, key, _) -> hasKey(user, key));
        made.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        made.setFileSystemFactory(new Jail(root));
        var sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(new Uploads());
        made.setSubsystemFactories(List.of(sftp));
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(made, ATTEMPTS);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(made, SESSIONS_PER_DESK);
        CoreModuleProperties.IDLE_TIMEOUT.set(made, IDLE);
        return made;
    }

    private boolean hasPassword(String user, String password) {
        return desks.withKey(password)
                .filter(desk -> desk.name().equals(user) && mayEnter(desk))
                .isPresent();
    }

    private boolean hasKey(String user, PublicKey key) {
        Desk desk = desks.named(user);
        return mayEnter(desk) && desk.sshKeys().stream().anyMatch(line -> isKey(line, key));
    }

    private static boolean mayEnter(Desk desk) {
        return !desk.isClosed() && desk.doors().contains(Door.sftp);
    }

    private static boolean isKey(String line, PublicKey presented) {
        try {
            var entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
            return KeyUtils.compareKeys(entry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING), presented);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            log.warn("a desk has a public key that cannot be read: {}", e.getMessage());
            return false;
        }
    }

    private boolean counted(String user, boolean mayEnter) {
        if (!mayEnter) {
            meters.counter("slugline.copy.rejected", "desk", "unknown", "reason", "sftp-login")
                    .increment();
            log.info("an SFTP login as {} was refused", user.replaceAll("\\W", "?"));
        }
        return mayEnter;
    }

    /** Each desk sees its own hot folder as the root of all. */
    private static final class Jail extends VirtualFileSystemFactory {

        private final Path root;

        Jail(Path root) {
            this.root = root;
        }

        @Override
        public Path getUserHomeDir(SessionContext session) throws IOException {
            return Files.createDirectories(root.resolve(session.getUsername()));
        }
    }
}
