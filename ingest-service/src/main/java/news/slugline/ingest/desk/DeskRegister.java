package news.slugline.ingest.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The desks and the hashes of their keys in the database. */
@Repository
class DeskRegister {

    private final JdbcClient jdbc;

    DeskRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Desk> desks() {
        return jdbc.sql("select * from desk order by name")
                .query(DeskRegister::desk)
                .list();
    }

    List<DeskKey> keys() {
        return jdbc.sql("select sha256, desk, expires_at from desk_key")
                .query((row, _) -> new DeskKey(
                        row.getString("sha256"), row.getString("desk"), instant(row.getTimestamp("expires_at"))))
                .list();
    }

    /** Whether the desk is new; one that is there already stays as it is. */
    @Transactional
    public boolean add(Desk desk, String keySha256, Instant now) {
        int added = jdbc.sql("""
                        insert into desk (name, source, zone, language, section, doors, pieces_per_minute,
                            cadence_seconds, ssh_keys, created_at)
                        values (:name, :source, :zone, :language, :section, :doors, :piecesPerMinute,
                            :cadence, :sshKeys, :now)
                        on conflict (name) do nothing
                        """)
                .params(columns(desk))
                .param("now", Timestamp.from(now))
                .update();
        if (added == 1) {
            addKey(desk.name(), keySha256, now);
        }
        return added == 1;
    }

    void change(Desk desk) {
        jdbc.sql("""
                        update desk set source = :source, zone = :zone, language = :language, section = :section,
                            doors = :doors, pieces_per_minute = :piecesPerMinute, cadence_seconds = :cadence,
                            ssh_keys = :sshKeys
                        where name = :name
                        """).params(columns(desk)).update();
    }

    /** From now on the new key is valid, and every older one until the given instant. */
    @Transactional
    public void rotate(String desk, String keySha256, Instant oldUntil, Instant now) {
        jdbc.sql("update desk_key set expires_at = ? where desk = ? and (expires_at is null or expires_at > ?)")
                .params(Timestamp.from(oldUntil), desk, Timestamp.from(oldUntil))
                .update();
        addKey(desk, keySha256, now);
    }

    /** A closed desk keeps its name, and loses its keys. */
    @Transactional
    public void close(String desk, Instant now) {
        jdbc.sql("update desk set closed_at = coalesce(closed_at, ?) where name = ?")
                .params(Timestamp.from(now), desk)
                .update();
        jdbc.sql("delete from desk_key where desk = ?").param(desk).update();
    }

    private void addKey(String desk, String sha256, Instant now) {
        jdbc.sql("insert into desk_key (sha256, desk, created_at) values (?, ?, ?)")
                .params(sha256, desk, Timestamp.from(now))
                .update();
    }

    private static Map<String, @Nullable Object> columns(Desk desk) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", desk.name());
        columns.put("source", desk.source());
        columns.put("zone", Optional.ofNullable(desk.zone()).map(ZoneId::getId).orElse(null));
        columns.put("language", desk.language());
        columns.put("section", desk.section());
        columns.put("doors", desk.doors().stream().map(Door::name).toArray(String[]::new));
        columns.put("piecesPerMinute", desk.piecesPerMinute());
        columns.put(
                "cadence",
                Optional.ofNullable(desk.cadence()).map(Duration::toSeconds).orElse(null));
        columns.put("sshKeys", desk.sshKeys().toArray(String[]::new));
        return columns;
    }

    private static Desk desk(ResultSet row, int number) throws SQLException {
        var doors = EnumSet.noneOf(Door.class);
        for (String door : strings(row, "doors")) {
            doors.add(Door.valueOf(door));
        }
        return new Desk(
                row.getString("name"),
                row.getString("source"),
                Optional.ofNullable(row.getString("zone")).map(ZoneId::of).orElse(null),
                row.getString("language"),
                row.getString("section"),
                doors,
                row.getObject("pieces_per_minute", Integer.class),
                Optional.ofNullable(row.getObject("cadence_seconds", Long.class))
                        .map(Duration::ofSeconds)
                        .orElse(null),
                strings(row, "ssh_keys"),
                row.getTimestamp("closed_at") != null);
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
