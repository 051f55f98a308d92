package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.Notice.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NewsML-G2, NewsML 1.2 and NITF, as the standards have them and as agencies bend them. */
class AgencyXmlTest {

    private static final Arrival ARRIVAL = new Arrival(null, Instant.parse("2026-03-01T12:00:00Z"));

    private final Formats formats = new Formats();

    @Test
    void readsANewsItemOfNewsMlG2() {
        var copy = understood(G2.formatted("urn:newsml:nna.example:20260301:77", "", "", ""));
        var article = copy.article();

        assertThat(article.getProviderId()).contains("urn:newsml:nna.example:20260301:77");
        assertThat(copy.version()).contains(3L);
        assertThat(copy.versionCreated()).contains(Instant.parse("2026-03-01T09:30:00Z"));
        assertThat(article.getHeadline()).isEqualTo("Ferry runs aground off Skerry Point");
        assertThat(article.getSlugline()).isEqualTo("SKERRY-FERRY");
        assertThat(article.getByline()).contains("By Lena Osei and Tor Hagen");
        assertThat(article.getAuthors()).containsExactly("Lena Osei", "Tor Hagen");
        assertThat(article.getLocated()).contains("Port Esker");
        assertThat(article.getUrgency()).isEqualTo(3);
        assertThat(article.getLanguage()).contains("en-GB");
        assertThat(article.getSubjects()).containsExactly("medtop:20000151", "subj:03000000", "nna:sea");
        assertThat(article.getBody())
                .isEqualTo(
                        "A ferry with 80 people on board ran aground on Sunday.\n\nNobody was hurt, the coastguard said.");
        assertThat(article.getEdNote()).contains("Updates with coastguard.");
        assertThat(article.getUsageTerms()).contains("Not for use in Norway.");
        assertThat(article.getSource()).contains("Northern News Agency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stat:canceled", "http://cv.iptc.org/newscodes/pubstatusg2/canceled"})
    void readsTheKillOfANewsItem(String status) {
        var copy = understood(G2.formatted(
                "urn:1", "<pubStatus " + (status.startsWith("h") ? "uri" : "qcode") + "='" + status + "'/>", "", ""));

        assertThat(copy.article().getPubStatus()).isEqualTo(PubStatus.canceled);
        assertThat(copy.notice().order()).isEqualTo(Order.KILL);
    }

    @Test
    void readsEmbargoAndCorrectionOfANewsItem() {
        var copy = understood(G2.formatted(
                "urn:1", "<embargoed>2026-03-02T06:00:00+01:00</embargoed><signal qcode='sig:correction'/>", "", ""));

        assertThat(copy.article().getEmbargoedUntil()).contains(Instant.parse("2026-03-02T05:00:00Z"));
        assertThat(copy.notice().order()).isEqualTo(Order.CORRECTION);
        assertThat(read(G2.formatted("urn:1", "<embargoed>soon</embargoed>", "", "")))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void takesAMessageApartAndLeavesLinkedPicturesWithTheirStory() {
        String picture = """
                <newsItem guid="urn:pic" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
                <contentMeta><headline>The ferry</headline><creditline>NNA/Mara Holt</creditline><description role="drol:caption">The ferry on the rocks.</description></contentMeta>
                <contentSet><remoteContent rendition="rnd:highRes" href="https://pics.nna.example/1.jpg"/></contentSet></newsItem>""";
        String first = G2.formatted("urn:a", "", "<link rel='irel:seeAlso' residref='urn:pic'/>", "");
        String second = G2.formatted("urn:b", "", "", "");
        String message =
                "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header><sent>2026-03-01T10:00:00Z</sent></header><itemSet>"
                        + item(first) + picture + item(second) + "</itemSet></newsMessage>";

        var pieces = formats.pieces(payload(message));
        assertThat(pieces).hasSize(2);
        var article = ((Reading.Understood) formats.read(pieces.getFirst(), ARRIVAL))
                .copy()
                .article();
        assertThat(article.getProviderId()).contains("urn:a");
        assertThat(article.getPictures()).singleElement().satisfies(one -> {
            assertThat(one.getHref()).contains("https://pics.nna.example/1.jpg");
            assertThat(one.getCaption()).contains("The ferry on the rocks.");
            assertThat(one.getCredit()).contains("NNA/Mara Holt");
        });
        assertThat(((Reading.Understood) formats.read(pieces.getLast(), ARRIVAL))
                        .copy()
                        .article()
                        .getPictures())
                .isEmpty();
    }

    @Test
    void readsANewsItemOfNewsMl12WithItsNitf() {
        var copy = understood("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2:1" "NewsML_1.2.dtd">
                <NewsML Version="1.2"><Catalog Href="http://www.nna.example/catalog.xml"/><NewsEnvelope><DateAndTime>20260301T091500+0100</DateAndTime><Priority FormalName="4"/></NewsEnvelope>
                <NewsItem xml:lang="de"><Identification><NewsIdentifier><ProviderId>nna.example</ProviderId><DateId>20260301</DateId><NewsItemId>bahn-42</NewsItemId>
                <RevisionId PreviousRevision="1" Update="N">2</RevisionId><PublicIdentifier>urn:newsml:nna.example:20260301:bahn-42:2</PublicIdentifier></NewsIdentifier><NameLabel>Bahn/Streik</NameLabel></Identification>
                <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260301T080000+0100</FirstCreated><ThisRevisionCreated>20260301T091000+0100</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="2"/></NewsManagement>
                <NewsComponent><Role FormalName="Main"/><NewsLines><HeadLine>Z&uuml;ge fahren wieder</HeadLine><ByLine>Von Karla Wendt</ByLine><CopyrightLine>NNA</CopyrightLine></NewsLines>
                <AdministrativeMetadata><Provider><Party FormalName="NNA"/></Provider></AdministrativeMetadata>
                <DescriptiveMetadata><Language FormalName="de"/><SubjectCode><SubjectMatter FormalName="09004000"/></SubjectCode></DescriptiveMetadata>
                <ContentItem><MediaType FormalName="Text"/><DataContent><p>Die Züge fahren&nbsp;seit Sonntag wieder.</p><p>Der Streik ist beendet.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>""");
        var article = copy.article();

        assertThat(article.getProviderId()).contains("urn:newsml:nna.example:20260301:bahn-42:2");
        assertThat(copy.version()).contains(2L);
        assertThat(article.getHeadline()).isEqualTo("Züge fahren wieder");
        assertThat(article.getByline()).contains("Von Karla Wendt");
        assertThat(article.getUrgency()).isEqualTo(2);
        assertThat(article.getLanguage()).contains("de");
        assertThat(article.getSubjects()).containsExactly("subj:09004000");
        assertThat(article.getBody()).isEqualTo("Die Züge fahren seit Sonntag wieder.\n\nDer Streik ist beendet.");
        assertThat(copy.versionCreated()).contains(Instant.parse("2026-03-01T08:10:00Z"));
    }

    @Test
    void readsNitfWithItsDocumentData() {
        byte[] latin = """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
                <nitf><head><title>Fallback</title><tobject tobject.type="News"><tobject.subject tobject.subject.refnum="12001000" tobject.subject.matter="Cult"/></tobject>
                <docdata management-status="usable"><doc-id id-string="NNA-2026-0815" regsrc="NNA"/><urgency ed-urg="4"/><date.issue norm="20260301T101500Z"/><du-key key="TEMPEL" version="5"/><ed-msg info="Bild folgt"/><doc.copyright holder="NNA"/></docdata></head>
                <body><body.head><hedline><hl1>Tempel geöffnet</hl1><hl2>Erstmals seit 1911</hl2></hedline><byline>Von <person>Ada Ruiz</person><byttl>Korrespondentin</byttl></byline><dateline><location><city>Portésker</city></location><story.date norm="20260301"/></dateline></body.head>
                <body.content><block><p>Der Tempel ist wieder geöffnet.</p><hl2>Viele Besucher</hl2><ul><li>Erstens</li><li>Zweitens</li></ul></block>
                <media media-type="image"><media-reference source="https://nna.example/t.jpg" alternate-text="Tempel"/><media-caption>Der Tempel.</media-caption><media-producer>Foto: Holt</media-producer></media></body.content></body></nitf>""".getBytes(ISO_8859_1);
        var copy = ((Reading.Understood) formats.read(new Payload(latin, null, null), ARRIVAL)).copy();
        var article = copy.article();

        assertThat(article.getProviderId()).contains("NNA-2026-0815");
        assertThat(copy.version()).contains(5L);
        assertThat(article.getHeadline()).isEqualTo("Tempel geöffnet");
        assertThat(article.getSubheadline()).contains("Erstmals seit 1911");
        assertThat(article.getByline()).contains("Von Ada Ruiz");
        assertThat(article.getAuthors()).containsExactly("Ada Ruiz");
        assertThat(article.getLocated()).contains("Portésker");
        assertThat(article.getSubjects()).containsExactly("subj:12001000");
        assertThat(article.getBody())
                .isEqualTo("Der Tempel ist wieder geöffnet.\n\nViele Besucher\n\n• Erstens\n\n• Zweitens");
        assertThat(article.getPictures()).singleElement().satisfies(one -> {
            assertThat(one.getCaption()).contains("Der Tempel.");
            assertThat(one.getHref()).contains("https://nna.example/t.jpg");
        });
        assertThat(article.getEdNote()).contains("Bild folgt");
    }

    @Test
    void holdsNitfThatIsReleasedAfterItsIssue() {
        var copy = understood(
                "<nitf><head><docdata><date.issue norm='20260301T100000Z'/><date.release norm='20260303T060000Z'/></docdata></head><body><body.head><hedline><hl1>A</hl1></hedline></body.head><body.content><p>B b.</p></body.content></body></nitf>");

        assertThat(copy.article().getEmbargoedUntil()).contains(Instant.parse("2026-03-03T06:00:00Z"));
    }

    @Test
    void putsWhatAPackageListsTogether() {
        String picture = """
                <newsItem guid="urn:pic" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
                <contentMeta><description role="drol:caption">The ferry on the rocks.</description></contentMeta>
                <contentSet><remoteContent href="https://pics.nna.example/1.jpg"/></contentSet></newsItem>""";
        String list = """
                <packageItem guid="urn:pkg" version="1"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta><contentMeta><headline>Ferry package</headline></contentMeta>
                <groupSet root="g"><group id="g" role="grole:main"><itemRef residref="urn:a"/><itemRef residref="urn:pic"/></group></groupSet></packageItem>""";
        String message = "<newsMessage><header/><itemSet>" + list + item(G2.formatted("urn:a", "", "", "")) + picture
                + "</itemSet></newsMessage>";

        assertThat(formats.pieces(payload(message))).hasSize(1);
        var article = understood(message).article();
        assertThat(article.getProviderId()).contains("urn:a");
        assertThat(article.getPictures())
                .singleElement()
                .satisfies(one -> assertThat(one.getHref()).contains("https://pics.nna.example/1.jpg"));
    }

    @Test
    void refusesWhatIsBrokenOffAndSaysWhere() {
        assertThat(read(G2.formatted("urn:1", "", "", "").substring(0, 600)))
                .isInstanceOfSatisfying(Reading.Unreadable.class, problem -> {
                    assertThat(problem.reason()).isEqualTo("not-xml");
                    assertThat(problem.detail()).contains("line");
                });
    }

    @Test
    void fetchesNothingAndExpandsNoBomb() {
        String outside =
                "<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><nitf><body><body.head><hedline><hl1>A &x;</hl1></hedline></body.head><body.content><p>B &x;</p></body.content></body></nitf>";
        var bomb = new StringBuilder("<!DOCTYPE nitf [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        bomb.append("]><nitf><body><body.content><p>&a29;</p></body.content></body></nitf>");
        String quadratic = "<!DOCTYPE nitf [<!ENTITY a '" + "x".repeat(50_000) + "'>]><nitf><p>" + "&a;".repeat(50_000)
                + "</p></nitf>";
        String deep = "<nitf>" + "<p>".repeat(100_000);

        assertThat(read(outside))
                .satisfies(reading -> assertThat(reading.toString()).doesNotContain("root:"));
        assertThat(read(bomb.toString())).isInstanceOf(Reading.Unreadable.class);
        assertThat(read(quadratic)).isInstanceOf(Reading.Unreadable.class);
        assertThat(read(deep)).isInstanceOf(Reading.Unreadable.class);
    }

    private static final String G2 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="%s" version="3" standard="NewsML-G2" xml:lang="en-GB">
            <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_36.xml"/>
            <rightsInfo><copyrightHolder literal="NNA"/><usageTerms>Not for use in Norway.</usageTerms></rightsInfo>
            <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-01T10:30:00+01:00</versionCreated>%s<edNote>Updates with coastguard.</edNote>%s%s</itemMeta>
            <contentMeta><urgency>3</urgency><located qcode="city:1"><name>Port Esker</name></located><infoSource><name>Northern News Agency</name></infoSource>
            <language tag="en-GB"/><subject qcode="medtop:20000151"/><subject qcode="subj:03000000"/><subject qcode="nna:sea"/>
            <slugline separator="-">SKERRY-FERRY</slugline><headline>Ferry runs aground off Skerry Point</headline><by>By Lena Osei and Tor Hagen</by></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>A ferry with 80 people on board ran aground on Sunday.</p><p>Nobody was hurt, the coastguard said.</p></body></html></inlineXML></contentSet>
            </newsItem>""";

    private static String item(String document) {
        return document.substring(document.indexOf("<newsItem"));
    }

    private UnderstoodCopy understood(String document) {
        Reading reading = read(document);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).copy();
    }

    private Reading read(String document) {
        return formats.read(payload(document), ARRIVAL);
    }

    private static Payload payload(String document) {
        return new Payload(document.getBytes(UTF_8), null, null);
    }
}
