package news.slugline.ingest.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A desk as its administrator writes it, and reads it.
 *
 * @param zone IANA time zone, such as Europe/Paris
 * @param doors all where none are named
 * @param cadence ISO 8601 duration, such as PT2H
 * @param closed read only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeskSettings(
        @Nullable String name,
        @Nullable String source,
        @Nullable String zone,
        @Nullable String language,
        @Nullable String section,
        @Nullable Set<Door> doors,
        @Nullable Integer piecesPerMinute,
        @Nullable String cadence,
        @Nullable List<String> sshKeys,
        @Nullable Boolean closed) {

    static DeskSettings of(Desk desk) {
        return new DeskSettings(
                desk.name(),
                desk.source(),
                desk.zone() == null ? null : desk.zone().getId(),
                desk.language(),
                desk.section(),
                desk.doors(),
                desk.piecesPerMinute(),
                desk.cadence() == null ? null : desk.cadence().toString(),
                desk.sshKeys(),
                desk.isClosed());
    }

    DeskSettings named(String newName) {
        return new DeskSettings(
                newName, source, zone, language, section, doors, piecesPerMinute, cadence, sshKeys, closed);
    }

    /**
     * The desk.
     *
     * @throws DeskProblemException where a setting cannot be: 400, with its name
     */
    Desk desk() {
        if (name == null || !DesksProperties.NAME.matcher(name).matches()) {
            throw wrong("name", "1 to 63 lower-case letters, digits and hyphens");
        }
        if (piecesPerMinute != null && piecesPerMinute < 1) {
            throw wrong("piecesPerMinute", "a whole number from 1");
        }
        return new Desk(
                name,
                source,
                zoneId(),
                languageTag(),
                section,
                doors == null || doors.isEmpty() ? EnumSet.allOf(Door.class) : doors,
                piecesPerMinute,
                duration(),
                sshKeys == null ? List.of() : sshKeys,
                false);
    }

    private @Nullable ZoneId zoneId() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException _) {
            throw wrong("zone", "an IANA time zone such as Europe/Paris");
        }
    }

    private @Nullable String languageTag() {
        try {
            return language == null
                    ? null
                    : new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
        } catch (IllformedLocaleException _) {
            throw wrong("language", "a BCP 47 tag such as fr or pt-BR");
        }
    }

    private @Nullable Duration duration() {
        try {
            return cadence == null ? null : Duration.parse(cadence);
        } catch (DateTimeException _) {
            throw wrong("cadence", "an ISO 8601 duration such as PT2H");
        }
    }

    private static DeskProblemException wrong(String setting, String expected) {
        return new DeskProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-desk",
                "The setting '" + setting + "' is not " + expected + ".",
                "Send the desk again with '" + setting + "' as " + expected + ".");
    }
}
