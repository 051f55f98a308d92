package news.slugline.ingest.copy;

import news.slugline.ingest.desk.Desk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives a desk the copy of its own article back, byte for byte, so that it can be corrected. */
@RestController
class ArticleCopyController {

    private final KnownArticles knownArticles;

    ArticleCopyController(KnownArticles knownArticles) {
        this.knownArticles = knownArticles;
    }

    /** Copy may be a hostile page: it is never shown as one. */
    @GetMapping("/articles/copy")
    ResponseEntity<byte[]> copy(Desk desk, @RequestParam String uri) {
        return knownArticles
                .copy(uri, desk.name())
                .map(payload -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                        .header("X-Content-Type-Options", "nosniff")
                        .header(
                                HttpHeaders.CONTENT_TYPE,
                                payload.contentType() == null ? MediaType.TEXT_PLAIN_VALUE : payload.contentType())
                        .body(payload.content()))
                .orElse(ResponseEntity.notFound().build());
    }
}
