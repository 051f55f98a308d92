package news.slugline.ingest.format;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.slugline.event.PubStatus;

/**
 * What a piece of copy says of itself, whatever its format. Empty is what it does not say.
 *
 * @param slugline only where the copy itself carries one
 * @param paragraphs the body in order, without headline, byline, dateline and furniture
 * @param subjects media topic qcodes
 * @param correction whether the copy calls itself a correction
 * @param lines for text: which rule took each line of the input, in order
 */
public record UnderstoodCopy(
        Optional<String> uri,
        Optional<Long> version,
        Optional<Instant> versionCreated,
        PubStatus pubStatus,
        Optional<Integer> urgency,
        String headline,
        Optional<String> subheadline,
        Optional<String> slugline,
        Optional<String> byline,
        List<String> authors,
        Optional<String> located,
        List<String> paragraphs,
        Optional<String> section,
        Optional<String> language,
        List<UnderstoodPicture> pictures,
        List<String> subjects,
        Optional<Instant> embargoedUntil,
        Optional<Instant> expires,
        Optional<String> edNote,
        Optional<String> copyrightHolder,
        Optional<String> usageTerms,
        boolean correction,
        List<LineReport> lines) {}
