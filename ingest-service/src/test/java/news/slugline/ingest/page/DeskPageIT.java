package news.slugline.ingest.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.slugline.event.CopySettled;
import news.slugline.event.Settlement;
import news.slugline.ingest.DeskClient;
import news.slugline.ingest.RunningIngest;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The desk page in a real browser, without a mouse, at the width of a desk and of a phone. */
@RunningIngest
@ExtendWith(SystemBrowser.class)
class DeskPageIT {

    private static final String STORY = """
            Share this article

            Lighthouse keeper retires after forty years

            By Mara Lindqvist

            SKERRY POINT (NNA) - The last keeper of the northern light hands over the key on Friday.

            "I will miss the fog," she said.
            """;

    private final int port;
    private final KafkaTemplate<String, SpecificRecord> events;
    private final Browser browser;
    private Page page;

    DeskPageIT(@LocalServerPort int port, @Autowired KafkaTemplate<String, SpecificRecord> events, Browser browser) {
        this.port = port;
        this.events = events;
        this.browser = browser;
    }

    @BeforeAll
    static void beAsPatientAsABusyMachineNeeds() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @BeforeEach
    void signIn() {
        open(1280);
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void tellsAStrangerThatTheKeyIsNoDesks() {
        page.evaluate("sessionStorage.clear()");
        page.reload();
        page.getByLabel("Desk key").fill("wrong");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Sign in again")))
                .isVisible();
    }

    @Test
    void showsTheParseLineByLineWhileCopyIsWritten() {
        copy().fill(STORY);

        assertThat(page.getByLabel("Headline", exact())).hasValue("Lighthouse keeper retires after forty years");
        assertThat(page.getByLabel("Byline", exact())).hasValue("By Mara Lindqvist");
        assertThat(page.locator("#lines li.headline-line .text"))
                .hasText("Lighthouse keeper retires after forty years");
        assertThat(page.locator("#lines li.furniture-line .text").first()).hasText("Share this article");
    }

    @Test
    void sendsWithTheKeyboardAloneAndFollowsTheReceiptByItself() throws Exception {
        String headline = "Keeper says goodbye " + System.nanoTime();
        page.keyboard().insertText(STORY.replace("Lighthouse keeper retires after forty years", headline));
        assertThat(page.getByLabel("Headline", exact())).hasValue(headline);
        page.keyboard().press("Control+Enter");

        Locator receipt = receipt(headline);
        assertThat(receipt.locator(".state")).hasText("received");

        settle(headline, Settlement.published, "http://site.example/keeper");
        assertThat(receipt.locator(".state")).hasText("published");
        assertThat(receipt.getByRole(AriaRole.LINK)).hasAttribute("href", "http://site.example/keeper");
        assertThat(copy()).isFocused();
    }

    @Test
    void sendsTheFieldsAsThePersonEditedThem() {
        String headline = "A better headline " + System.nanoTime();
        copy().fill(STORY);
        assertThat(page.getByLabel("Byline", exact())).hasValue("By Mara Lindqvist");
        page.getByLabel("Headline", exact()).fill(headline);
        page.keyboard().press("Control+Enter");

        assertThat(receipt(headline).locator(".state")).hasText("received");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasWritten() {
        copy().fill("EMBARGOED UNTIL the cows come home\n\n" + STORY);
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#problem")).containsText("embargo");
        assertThat(copy()).hasValue("EMBARGOED UNTIL the cows come home\n\n" + STORY);
    }

    @Test
    void killsAStoryAfterAskingOnce() {
        String headline = "To be killed " + System.nanoTime();
        copy().fill(STORY.replace("Lighthouse keeper retires after forty years", headline));
        page.keyboard().press("Control+Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Received: " + headline);
        Locator kill = page.getByRole(AriaRole.BUTTON, named("Kill: " + headline));
        kill.focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText(headline);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The kill was received");
        assertThat(page.locator(".receipts > li", new Page.LocatorOptions().setHasText(headline)))
                .hasCount(2);
    }

    @Test
    void correctsAStoryFromItsOwnCopy() {
        String headline = "To be corrected " + System.nanoTime();
        copy().fill(STORY.replace("Lighthouse keeper retires after forty years", headline));
        page.keyboard().press("Control+Enter");
        Locator correct = page.getByRole(AriaRole.BUTTON, named("Correct: " + headline));
        correct.focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#target")).containsText("Correcting: " + headline);
        page.getByLabel("Headline", exact()).fill(headline + ", rightly");
        page.keyboard().press("Control+Enter");
        assertThat(receipt(headline + ", rightly").first()).isVisible();
    }

    @Test
    void keepsACorrectionThatBeginsBeforeTheAnswerToThePieceIsThere() {
        String headline = "To be corrected soon " + System.nanoTime();
        List<Runnable> answers = new ArrayList<>();
        page.route(url -> url.contains("/copy?door=desk"), route -> {
            APIResponse answer = route.fetch();
            answers.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
        });
        copy().fill(STORY.replace("Lighthouse keeper retires after forty years", headline));
        page.keyboard().press("Control+Enter");
        page.getByRole(AriaRole.BUTTON, named("Correct: " + headline)).focus();
        page.keyboard().press("Enter");
        assertThat(answers).hasSize(1);
        answers.getFirst().run();

        assertThat(page.locator("#target")).containsText("Correcting: " + headline);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Received: " + headline);
        assertThat(copy()).hasValue(STORY.replace("Lighthouse keeper retires after forty years", headline));
    }

    @Test
    void showsANoticeThatFitsNoStoryAndTakesTheDecision() throws Exception {
        String slugline = "desk-page-" + System.nanoTime();
        DeskClient.withKey(port, "sesame")
                .post(
                        "/copy",
                        "application/json",
                        "{\"slugline\":\"" + slugline + "\",\"pubstatus\":\"canceled\",\"headline\":\"Gone " + slugline
                                + "\"}");
        Locator notice = page.locator(".notice", new Page.LocatorOptions().setHasText("Gone " + slugline));
        assertThat(notice).isVisible();

        notice.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Set aside"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(notice).hasCount(0);
    }

    @Test
    void passesAxeAndFitsAPhone() {
        for (int width : List.of(1280, 360)) {
            page.context().close();
            open(width);
            copy().fill(STORY);
            assertThat(page.getByLabel("Headline", exact())).hasValue("Lighthouse keeper retires after forty years");

            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(rule -> rule.getId() + ": " + rule.getHelp())
                    .isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
        }
    }

    private void open(int width) {
        page = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))
                .newPage();
        page.navigate("http://127.0.0.1:" + port + "/");
        page.getByLabel("Desk key").fill("sesame");
        page.keyboard().press("Enter");
        assertThat(copy()).isFocused();
    }

    private Locator copy() {
        return page.locator("#copy");
    }

    private Locator receipt(String headline) {
        return page.locator(".receipts > li", new Page.LocatorOptions().setHasText(headline));
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void settle(String headline, Settlement settlement, String url) throws Exception {
        var receipts = JsonMapper.shared()
                .readTree(DeskClient.withKey(port, "sesame").get("/receipts").body());
        var receipt = receipts.valueStream()
                .filter(one -> one.path("headline").asString("").equals(headline))
                .findFirst()
                .orElseThrow();
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        String uri = receipt.path("uri").asString();
        var settled = new CopySettled(
                1L, receipt.path("receiptId").asString(), "north", uri, 1L, settlement, null, url, now, now);
        events.send("copy.settled", uri, settled).get();
    }
}
