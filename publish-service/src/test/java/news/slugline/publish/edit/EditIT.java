package news.slugline.publish.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import news.slugline.publish.OnTestStack;
import news.slugline.publish.Pieces;
import news.slugline.publish.Site;
import news.slugline.publish.settle.Publication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What editors decide about tags and names holds, and shows who decided it. */
@OnTestStack
class EditIT {

    private static final String ANNA = "Basic " + Base64.getEncoder().encodeToString("anna:secret".getBytes(UTF_8));

    private final String uri = "urn:test:" + UUID.randomUUID();

    @Autowired
    private Publication publication;

    private Site site;

    @BeforeEach
    void publish(@LocalServerPort int port) {
        site = new Site(port);
        publication.publish(Pieces.of(uri).tags("transport", "economy").build());
    }

    @Test
    void aRemovedTagStaysAwayInLaterVersionsAndReenrichments() {
        decide("id=medtop:transport&decision=removed");

        eventually("economy", "transport");
        publication.publish(Pieces.of(uri)
                .version(2)
                .headline("Trams run on time")
                .tags("transport", "economy")
                .build());
        assertShows("economy", "transport");
        assertThat(site.story(uri).body()).contains("Trams run on time");
        publication.publish(Pieces.of(uri)
                .version(3)
                .headline("Trams run on time")
                .tags("transport", "economy", "tourism")
                .build());
        assertShows("tourism", "transport");
        assertThat(explained()).contains("removed", "anna", "medtop:transport");
    }

    @Test
    void aPinnedTagStaysWhenEnrichmentNoLongerFindsIt() {
        decide("id=medtop:transport&decision=pinned");
        await().untilAsserted(() -> assertThat(explained()).contains("pinned by anna"));

        publication.publish(Pieces.of(uri)
                .version(2)
                .headline("Bridge to close")
                .tags("weather")
                .build());

        assertShows("transport", "economy");
    }

    @Test
    void pinsWhatEnrichmentDidNotFind() {
        decide("id=medtop:15000000&decision=pinned");
        decide("id=person&name=" + URLEncoder.encode("Zoë O'Hara", UTF_8) + "&decision=pinned");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(site.story(uri).body())
                        .contains("<a href=\"/tag/medtop-15000000\" rel=\"tag\">sport</a>")
                        .contains("<a href=\"/entity/person/zoe-ohara\"><bdi>Zoë O'Hara</bdi></a>"));
    }

    @Test
    void aReleasedDecisionGivesEnrichmentItsSayAgain() {
        decide("id=place/port-alder&decision=removed");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(site.story(uri).body()).doesNotContain("/entity/place/port-alder"));

        decide("id=place/port-alder&decision=released");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(site.story(uri).body()).contains("/entity/place/port-alder"));
    }

    @ParameterizedTest
    @CsvSource({
        "id=medtop:99999999&decision=pinned, There is no media topic",
        "id=animal&name=Rex&decision=pinned, An entity is a person",
        "id=person/nobody&decision=pinned, To pin a new one"
    })
    void saysWhatCannotBePinned(String form, String problem) {
        var answer = post(form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(problem);
    }

    @Test
    void takesNoDecisionFromAnotherSiteOrAStranger() {
        String form = "uri=" + uri + "&id=medtop:transport&decision=removed";

        assertThat(site.post("/explain-decisions", form, "Authorization", ANNA, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.post("/explain-decisions", form, "Accept", "*/*").statusCode())
                .isEqualTo(401);
    }

    private void decide(String form) {
        assertThat(post(form).statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> post(String form) {
        return site.post("/explain-decisions", "uri=" + uri + "&" + form, "Authorization", ANNA);
    }

    private void eventually(String shown, String gone) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertShows(shown, gone));
    }

    private void assertShows(String shown, String gone) {
        String page = site.story(uri).body();
        assertThat(page).contains("/tag/medtop-" + shown).doesNotContain("/tag/medtop-" + gone);
    }

    private String explained() {
        return site.get("/explain/" + uri, "Authorization", ANNA, "Accept", "text/html")
                .body();
    }
}
