package news.slugline.ingest.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.slugline.ingest.DeskClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import news.slugline.ingest.DeskClient;
import news.slugline.ingest.RunningIngest;
import news.slugline.ingest.folder.HotFolderProperties;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The drop box by MINA's own client, on to the receipt. */
@RunningIngest
class SftpDoorIT {

    private static final String STORY =
            "Ferry timetable changes\n\nThe last ferry leaves at nine, the operator said on Friday.\n";

    private final SshClient client = SshClient.setUpDefaultClient();
    private final SftpDoor door;
    private final Path root;
    private final DeskClient desk;
    private final DeskClient ops;

    SftpDoorIT(@LocalServerPort int port, @Autowired SftpDoor door, @Autowired HotFolderProperties folders) {
        this.door = door;
        this.root = java.util.Objects.requireNonNull(folders.root());
        this.desk = DeskClient.withKey(port, "sesame");
        this.ops = DeskClient.ops(port);
    }

    @BeforeEach
    void start() {
        client.start();
    }

    @AfterEach
    void stop() {
        client.stop();
    }

    @Test
    void takesAFileThatWasUploadedWhole() throws Exception {
        try (var session = login("north", "sesame");
                var sftp = sftp(session)) {
            put(sftp, "/ferry.txt", STORY);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(isDone("ferry")).isTrue();
            assertThat(json(desk.get("/receipts")).findValuesAsString("headline"))
                    .contains("Ferry timetable changes");
        });
    }

    @Test
    void neverTakesAnUploadThatIsCutOff() throws Exception {
        try (var session = login("north", "sesame");
                var sftp = sftp(session)) {
            var handle = sftp.open("/cut.txt", SftpClient.OpenMode.Write, SftpClient.OpenMode.Create);
            sftp.write(handle, 0, STORY.getBytes(UTF_8), 0, 30);
            put(sftp, "/after.txt", STORY.replace("Ferry", "Bus"));
            session.close(true);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(root.resolve("north/after.txt")));
        assertThat(root.resolve("north/cut.txt")).exists();

        try (var session = login("north", "sesame");
                var sftp = sftp(session)) {
            put(sftp, "/cut.txt", STORY.replace("Ferry", "Tram"));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(root.resolve("north/cut.txt")));
    }

    @Test
    void letsADeskInByItsPublicKey() throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        String line = PublicKeyEntry.toString(pair.getPublic());
        ops.post(
                "/admin/desks",
                "application/json",
                JsonMapper.shared()
                        .writeValueAsString(java.util.Map.of("name", "keyed", "sshKeys", java.util.List.of(line))));

        try (var session = connect("keyed")) {
            session.addPublicKeyIdentity(pair);
            session.auth().verify(Duration.ofSeconds(10));
            try (var sftp = sftp(session)) {
                assertThat(sftp.readDir("/")).isNotEmpty();
            }
        }
        try (var session = connect("keyed")) {
            session.addPublicKeyIdentity(KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256));
            assertThatThrownBy(() -> session.auth().verify(Duration.ofSeconds(10)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void keepsOutWrongPasswordsOtherDesksKeysAndClosedDoors() throws Exception {
        ops.post("/admin/desks", "application/json", "{\"name\":\"no-sftp\",\"doors\":[\"http\"]}");
        for (String[] login : new String[][] {{"north", "wrong"}, {"north", "open"}, {"nobody", "sesame"}}) {
            assertThatThrownBy(() -> login(login[0], login[1]).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void keepsADeskInItsOwnFolder() throws Exception {
        Files.writeString(root.resolve("outside.txt"), "secret");
        try (var session = login("north", "sesame");
                var sftp = sftp(session)) {
            assertThatThrownBy(() -> sftp.read("/../outside.txt").readAllBytes())
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.stat("/../../south")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.symLink("/link", "/etc/passwd")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> put(sftp, "/.taking/x.txt", STORY)).isInstanceOf(IOException.class);
        }
    }

    private ClientSession login(String user, String password) throws IOException {
        ClientSession session = connect(user);
        session.addPasswordIdentity(password);
        session.auth().verify(Duration.ofSeconds(10));
        return session;
    }

    private ClientSession connect(String user) throws IOException {
        return client.connect(user, "127.0.0.1", door.port())
                .verify(Duration.ofSeconds(10))
                .getSession();
    }

    private static SftpClient sftp(ClientSession session) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session);
    }

    private static void put(SftpClient sftp, String path, String content) throws IOException {
        try (var out = sftp.write(path)) {
            out.write(content.getBytes(UTF_8));
        }
    }

    private boolean isDone(String name) throws IOException {
        try (var files = Files.walk(root.resolve("north/done"))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(name));
        }
    }
}
