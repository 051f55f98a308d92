package news.slugline.monitor;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ops team's page: the balance of every desk, consumer lag and dead letters; each as JSON too. */
@RestController
class Console {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Ledger ledger;
    private final LagMeter lagMeter;

    Console(Ledger ledger, LagMeter lagMeter) {
        this.ledger = ledger;
        this.lagMeter = lagMeter;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String page() {
        var page = new StringOutput();
        templates.render(
                "console.jte", Map.of("balances", balances(), "lags", lags(), "deadLetters", deadLetters()), page);
        return page.toString();
    }

    @GetMapping(path = "/balance", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Balance> balances() {
        return ledger.balances();
    }

    @GetMapping(path = "/lag", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Lag> lags() {
        return lagMeter.latest();
    }

    @GetMapping(path = "/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
    List<DeadLetter> deadLetters() {
        return ledger.deadLetters();
    }
}
