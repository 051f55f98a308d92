package news.slugline.publish.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import news.slugline.event.PubStatus;
import news.slugline.publish.OnTestStack;
import news.slugline.publish.Pieces;
import news.slugline.publish.Site;
import news.slugline.publish.settle.Publication;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnTestStack
class ExplainIT {

    private static final String STAFF = "Basic " + Base64.getEncoder().encodeToString("ops:secret".getBytes(UTF_8));

    private final String uri = "urn:test:" + UUID.randomUUID();

    @Autowired
    private Publication publication;

    private Site site;

    @BeforeEach
    void publish(@LocalServerPort int port) {
        site = new Site(port);
        publication.publish(Pieces.of(uri).build());
    }

    @Test
    void showsStaffWhatWasFoundInItsPlaceAndHowSureItIs() {
        Document page = Site.html(explain("text/html"));

        assertThat(page.select("mark").eachText()).containsExactly("The");
        assertThat(page.select("mark a").attr("href")).isEqualTo("#place/port-alder");
        assertThat(page.getElementById("place/port-alder").select("td").eachText())
                .contains("place", "1", "test 1", "Pin Remove");
        assertThat(page.select(".text").eachText())
                .anySatisfy(text -> assertThat(text).startsWith("The first trams crossed at dawn."));
    }

    @Test
    void givesProgramsTheEnrichmentAsJson() {
        JsonNode enrichment =
                JsonMapper.shared().readTree(explain("application/json").body());

        assertThat(enrichment.path("entities").path(0).path("id").asString()).isEqualTo("place/port-alder");
    }

    @Test
    void explainsNothingToReaders() {
        assertThat(site.get("/explain/" + uri).statusCode()).isEqualTo(401);
    }

    @Test
    void explainsNothingOfAKilledStory() {
        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());

        assertThat(explain("text/html").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> explain(String type) {
        return site.get("/explain/" + uri, "Authorization", STAFF, "Accept", type);
    }
}
