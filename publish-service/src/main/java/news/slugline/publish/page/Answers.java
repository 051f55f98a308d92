package news.slugline.publish.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import news.slugline.publish.story.LegalText;
import news.slugline.publish.story.Sha256;
import news.slugline.publish.story.SiteProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Makes HTTP answers of pages and feeds.
 *
 * <p>Validators come from the content: the entity tag is a hash of the bytes, so that what changes nothing visible makes
 * no client fetch anything again. It is weak, so that a proxy may compress. Caches must ask each time, because a kill
 * takes effect at once.
 */
@Component
class Answers {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final SiteProperties site;

    Answers(SiteProperties site) {
        this.site = site;
    }

    /** A page; Spring answers 304 to a client that has it already. */
    ResponseEntity<byte[]> page(String template, Map<String, Object> model, Instant changedAt) {
        return content(render(template, model), HTML, changedAt);
    }

    ResponseEntity<byte[]> content(byte[] bytes, MediaType type, Instant changedAt) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + Sha256.hex(bytes) + '"')
                .lastModified(changedAt)
                .body(bytes);
    }

    /** A page that says why there is none. */
    ResponseEntity.BodyBuilder notice(HttpStatus status) {
        return ResponseEntity.status(status).contentType(HTML).cacheControl(CacheControl.noCache());
    }

    byte[] noticeBody(String title, String text) {
        return render("notice.jte", Map.of("head", Head.ofNotice(site, title), "text", text));
    }

    ResponseEntity<byte[]> notFound() {
        return notice(HttpStatus.NOT_FOUND)
                .body(noticeBody(
                        "Not found", "There is no page at this address. The newest stories are on the front page."));
    }

    private byte[] render(String template, Map<String, Object> model) {
        var html = new StringOutput();
        templates.render(template, model, html);
        return LegalText.of(html.toString()).getBytes(UTF_8);
    }
}
