package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DemoTest {

    @Test
    void hasADozenPiecesThatAreAllThere() {
        assertThat(Demo.PIECES)
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(piece -> assertThat(Demo.read(piece)).isNotEmpty());
    }

    @Test
    void bringsAPictureThatIsOne() throws IOException {
        var href =
                json("observatory.json").at("/associations/0/renditions/0/href").asText();
        assertThat(href).startsWith("data:image/jpeg;base64,");

        var bytes = Base64.getDecoder().decode(href.substring(href.indexOf(',') + 1));
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(960);
    }

    @Test
    void updatesAPieceThatItHandedInBefore() throws IOException {
        var first = json("ferry.json");
        var update = json("ferry-update.json");

        assertThat(update.path("uri")).isEqualTo(first.path("uri"));
        assertThat(update.path("version").asLong())
                .isGreaterThan(first.path("version").asLong());
        assertThat(Demo.PIECES.indexOf("ferry-update.json")).isGreaterThan(Demo.PIECES.indexOf("ferry.json"));
    }

    private static JsonNode json(String piece) throws IOException {
        return new ObjectMapper().readTree(Demo.read(piece));
    }
}
