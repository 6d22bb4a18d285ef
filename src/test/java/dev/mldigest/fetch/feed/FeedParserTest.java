package dev.mldigest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.LoopbackSite;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FeedParserTest {
  private static final URI BASE = URI.create("http://site.example/blog/feed.xml");
  private final FeedParser parser = new FeedParser();

  private FeedReading reading(String text) {
    return parser.parse(text.getBytes(StandardCharsets.UTF_8), null, BASE);
  }

  private Feed feed(String text) {
    return feed(reading(text));
  }

  private static Feed feed(FeedReading reading) {
    return switch (reading) {
      case FeedReading.Read(Feed feed) -> feed.completed();
      case FeedReading.Unreadable(_, String error) -> throw new AssertionError(error);
    };
  }

  private String error(String text) {
    return switch (reading(text)) {
      case FeedReading.Read(Feed feed) -> throw new AssertionError("read as " + feed.format());
      case FeedReading.Unreadable(_, String error) -> error;
    };
  }

  private static String rss(String items) {
    return "<rss version=\"2.0\"><channel><title>Feed</title>" + items + "</channel></rss>";
  }

  private FeedEntry item(String inside) {
    return feed(rss("<item>" + inside + "</item>")).entries().getFirst();
  }

  private FeedEntry atom(String inside) {
    return feed("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + inside + "</entry></feed>")
        .entries()
        .getFirst();
  }

  // ------------------------------------------------------------------ formats

  @Test
  void an_rss_feed_is_read_with_all_it_says() {
    Feed feed =
        feed(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
              <title>News &amp; views</title><link>http://site.example/</link>
              <item><title>First</title><link>http://site.example/1</link>
                <guid isPermaLink="false">urn:1</guid>
                <pubDate>Mon, 02 Mar 2026 06:00:00 +0100</pubDate><dc:creator>Ada</dc:creator>
                <description>Short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
                <category>ml</category>
                <enclosure url="http://site.example/1.mp3" type="audio/mpeg" length="123"/></item>
            </channel></rss>
            """);
    assertThat(feed.format()).isEqualTo("rss-2.0");
    assertThat(feed.title()).isEqualTo("News & views");
    assertThat(feed.link()).isEqualTo("http://site.example/");
    assertThat(feed.complete()).isTrue();
    assertThat(feed.warnings()).isEmpty();
    assertThat(feed.entries())
        .containsExactly(
            FeedEntry.titled("First")
                .guid("urn:1")
                .link("http://site.example/1")
                .published(Instant.parse("2026-03-02T05:00:00Z"))
                .authors(List.of("Ada"))
                .summary("Short")
                .content("<p>Long</p>")
                .categories(List.of("ml"))
                .enclosures(List.of(new Enclosure("http://site.example/1.mp3", "audio/mpeg", 123L)))
                .build());
  }

  @Test
  void atom_rdf_and_old_versions_are_read() {
    FeedEntry entry =
        atom(
            "<title type=\"html\">A &lt;b&gt;bold&lt;/b&gt; title</title><id>tag:1</id><link"
                + " rel=\"self\" href=\"/self\"/><link href=\"/entry/1\"/>"
                + "<published>2026-03-02T06:00Z</published><author><name>Ada</name></author><content"
                + " type=\"xhtml\"><div"
                + " xmlns=\"http://www.w3.org/1999/xhtml\">x<br/></div></content>");
    assertThat(entry.title()).isEqualTo("A bold title");
    assertThat(entry.link()).isEqualTo("http://site.example/entry/1");
    assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
    assertThat(entry.authors()).containsExactly("Ada");
    assertThat(entry.content()).contains("<div").contains("<br");
    Feed rdf =
        feed(
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                + " xmlns=\"http://purl.org/rss/1.0/\"><channel><title>T</title></channel><item"
                + " rdf:about=\"http://s/1\"><title>One</title><link>http://s/1</link></item></rdf:RDF>");
    assertThat(rdf.format()).isEqualTo("rdf-1.0");
    assertThat(rdf.entries().getFirst().title()).isEqualTo("One");
    assertThat(feed(rss("").replace("2.0", "0.91")).format()).isEqualTo("rss-0.91");
    assertThat(feed("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"/>").format())
        .isEqualTo("atom-0.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/xml", "application/octet-stream", "application/feed+json"})
  void a_json_feed_is_read_whatever_it_is_served_as(String type) {
    String json =
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [
          {"id": "1", "url": "/1", "title": "One", "content_text": "a < b",
           "date_published": "2026-03-02T06:00:00Z", "authors": [{"name": "Ada"}],
           "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}]}, 7]}
        """;
    Feed feed = feed(parser.parse(json.getBytes(StandardCharsets.UTF_8), type, BASE));
    assertThat(feed.format()).isEqualTo("json-feed-1.1");
    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.link()).isEqualTo("http://site.example/1");
    assertThat(entry.content()).isEqualTo("a &lt; b");
    assertThat(entry.authors()).containsExactly("Ada");
    assertThat(entry.enclosures())
        .containsExactly(new Enclosure("http://site.example/a.mp3", "audio/mpeg", 5L));
  }

  @Test
  void what_is_no_feed_is_named() {
    assertThat(error("<!DOCTYPE html><html><body>Sign in</body></html>"))
        .contains("an HTML page, not a feed");
    assertThat(error("  ")).contains("empty");
    assertThat(error("hello")).contains("not a feed");
    assertThat(error("<opml/>")).contains("'opml'");
    assertThat(error("{\"a\": 1}")).contains("not a JSON Feed");
    assertThat(error("{\"items\": [")).contains("broken JSON");
  }

  // ------------------------------------------------------------------ encodings

  @ParameterizedTest
  @CsvSource({
    "UTF-8, , UTF-8",
    "ISO-8859-1, , ISO-8859-1",
    "windows-1252, application/xml; charset=windows-1252, UTF-8",
    "windows-1252, , UTF-8", // the declaration lies
    "windows-1252, , no-such-charset",
    "UTF-8, , unicode",
    "UTF-16, , UTF-16",
    "UTF-16LE, , UTF-16",
    "UTF-32BE, , UTF-32",
    "KOI8-R, , KOI8-R",
    "UTF-8, text/xml; charset=us-ascii, UTF-8"
  })
  void text_survives_its_encoding(String real, String header, String declared) {
    String word = real.equals("KOI8-R") ? "Привет" : "Café – “naïve”";
    if (real.equals("ISO-8859-1")) {
      word = "Café naïve";
    }
    String xml =
        "<?xml version=\"1.0\" encoding=\""
            + declared
            + "\"?>"
            + rss("<item><title>" + word + "</title></item>");
    Feed feed = feed(parser.parse(xml.getBytes(Charset.forName(real)), header, null));
    assertThat(feed.entries().getFirst().title()).isEqualTo(word);
  }

  @Test
  void a_byte_order_mark_wins_over_header_and_declaration() {
    String xml =
        "\ufeff<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
            + rss("<item><title>é</title></item>");
    Feed feed =
        feed(
            parser.parse(
                xml.getBytes(StandardCharsets.UTF_8), "text/xml; charset=windows-1251", null));
    assertThat(feed.entries().getFirst().title()).isEqualTo("é");
  }

  @Test
  void text_that_was_encoded_twice_is_healed_and_noted() {
    Feed feed = feed(rss("<item><title>CafÃ© â€“ dÃ©jÃ\u00a0 vu</title></item>"));
    assertThat(feed.entries().getFirst().title()).isEqualTo("Café – déjà vu");
    assertThat(feed.warnings()).anyMatch(w -> w.contains("encoded twice"));
    assertThat(item("<title>SÃO PAULO Ã é</title>").title()).isEqualTo("SÃO PAULO Ã é");
  }

  // ------------------------------------------------------------------ repairs

  @ParameterizedTest
  @ValueSource(
      strings = {
        "junk before \n<?xml version=\"1.0\"?>%s",
        "\n\n<!-- cached --><?xml version=\"1.0\"?>%s",
        "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\""
            + " \"http://my.netscape.com/x.dtd\">%s",
        "%s<rss version=\"2.0\"><channel><item><title>second"
            + " document</title></item></channel></rss>",
      })
  void what_stands_around_a_feed_does_no_harm(String around) {
    Feed feed = feed(around.formatted(rss("<item><title>One</title></item>")));
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'a &nbsp;b &rsquo;c', 'a b ’c'",
    "'Q&A &amp; more', 'Q&A & more'",
    "'a\u0006b', 'ab'",
    "'x &#146; y &#0; z', 'x ’ y z'",
    "'when x&lt;y and y&gt;z', 'when x<y and y>z'",
    "'$\\min_{x}$ of x &lt; y', '$\\min_{x}$ of x < y'",
    "'a &lt;script&gt;b', 'a b'",
    "'<![CDATA[Fish &amp; <i>Chips</i>]]>', 'Fish & Chips'",
    "'line\none', 'line one'",
    "'12\u00ad34 to\u2060ken', '1234 token'",
    "'At 10&lt;sup&gt;6&lt;/sup&gt; of CO&lt;sub&gt;2&lt;/sub&gt; by log&lt;sub&gt;2&lt;/sub&gt;',"
        + " 'At 10⁶ of CO2 by log₂'",
    "'The 2&lt;sup&gt;nd&lt;/sup&gt; Card&lt;sup&gt;&amp;reg;&lt;/sup&gt;', 'The 2nd Card®'",
    "'For &lt;del&gt;900&lt;/del&gt; 700', 'For 700'"
  })
  void titles_become_plain_text(String written, String read) {
    assertThat(item("<title>" + written + "</title><link>http://s/1</link>").title())
        .isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Acc 84.7<sup><a href='#fn1'>1</a></sup> up | Acc 84.7 up",
        "Acc 84.7<a href='#fn1'>1</a> up | Acc 84.7 up",
        "Acc 84.7<sup class='footnote-ref'>2</sup> up | Acc 84.7 up",
        "Acc [<a href='#r4'>4</a>] up | Acc [4] up",
        "Acc <a href='/2026'>2026</a> up | Acc 2026 up",
        "10<br/>20 rows | 10 20 rows",
        "<p>12</p><p>13</p> | 12 13",
        "<ul><li>12</li><li>13</li></ul> | 12 13",
        "Go 1.22<h1>3 tips</h1> | Go 1.22 3 tips",
        "<div>A 1</div><div>2</div> | A 1 2",
        "<math><msup><mn>10</mn><mn>6</mn></msup></math> rows | 10⁶ rows",
        "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of it | 1/2 of it",
        "A 2<math><mfrac><mi>n</mi><mrow><mi>k</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math> | A"
            + " 2n/(k+1)",
        "10<span style='vertical-align:super'>6</span> rows | 10⁶ rows",
        "10<sup><b>6</b></sup> rows | 10⁶ rows",
        "For <span style='text-decoration: Line-Through'>900</span> 700 | For 700",
        "For <del>9<b>0</b>0</del> 700 | For 700",
        "Add 1<sup>1</sup>/<sub>2</sub> cups | Add 1 1/2 cups",
        "From <span class=a>12</span><span class=b>13</span> | From 12 13",
        "Is p<q and r>s with a<b>c? | Is p<q and r>s with a<b>c?",
        "<b>G</b>rok <em>4</em>.1 | Grok 4.1",
        "<s>All of it</s> | All of it",
      })
  void titles_of_html_are_read_like_pages(String html, String read) {
    String escaped = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

    assertThat(item("<title>" + escaped + "</title>").title()).isEqualTo(read);
    assertThat(atom("<title type='html'>" + escaped + "</title>").title()).isEqualTo(read);
  }

  @Test
  void a_title_of_xhtml_is_read_like_a_page() {
    String xhtml =
        "<div xmlns='http://www.w3.org/1999/xhtml'>At 84<sup><a href='#f'>1</a></sup></div>";

    assertThat(atom("<title type='xhtml'>" + xhtml + "</title>").title()).isEqualTo("At 84");
  }

  @Test
  void unbound_prefixes_and_foreign_default_namespaces_are_understood() {
    assertThat(item("<title>t</title><content:encoded>full</content:encoded>").content())
        .isEqualTo("full");
    Feed foreign =
        feed(
            rss("<item><title>One</title></item>")
                .replace("<rss ", "<rss xmlns=\"com-wordpress:feed-additions:1\" "));
    assertThat(foreign.title()).isEqualTo("Feed");
    assertThat(foreign.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed("<feed><entry><title>no namespace</title></entry></feed>").entries())
        .hasSize(1);
    assertThat(feed("<rdf><item><title>no namespace</title></item></rdf>").entries()).hasSize(1);
    assertThat(feed("<rss><item><title>no channel</title></item></rss>").entries()).hasSize(1);
  }

  @Test
  void one_bad_value_costs_that_value_only() {
    Feed feed =
        feed(
            rss(
                "<skipDays><day>fantabuday</day></skipDays><cloud port=\"x\"/>"
                    + "<item><title>One</title><pubDate>soon</pubDate></item>"));
    assertThat(feed.entries()).hasSize(1);
    assertThat(feed.entries().getFirst().published()).isNull();
  }

  @Test
  void a_feed_cut_in_the_middle_of_an_item_keeps_its_whole_items() {
    String whole = rss("<item><title>One</title></item><item><title>Two</title></item>");
    Feed feed = feed(whole.substring(0, whole.indexOf("Two") + 2));
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.complete()).isFalse();
    assertThat(feed.warnings()).anyMatch(w -> w.contains("cut off"));
  }

  @Test
  void crossed_tags_are_repaired() {
    Feed feed = feed(rss("<item><title>a <b>c</title></b></item><item><title>Two</title></item>"));
    assertThat(feed.entries()).hasSize(2);
    assertThat(feed.entries().getLast().title()).isEqualTo("Two");
    assertThat(feed.warnings()).isNotEmpty();
  }

  // ------------------------------------------------------------------ links and dates

  @Test
  void links_are_absolute_and_only_http() {
    assertThat(item("<link>../2.html</link>").link()).isEqualTo("http://site.example/2.html");
    assertThat(item("<link>?p=3</link>").link()).isEqualTo("http://site.example/blog/feed.xml?p=3");
    assertThat(item("<link>//cdn.example/x</link>").link()).isEqualTo("http://cdn.example/x");
    assertThat(item("<link>javascript:alert(1)</link>").link()).isNull();
    assertThat(item("<link>data:text/html,x</link>").link()).isNull();
    assertThat(item("<guid>http://s/g</guid>").link()).isEqualTo("http://s/g");
    assertThat(item("<guid isPermaLink=\"false\">http://s/g</guid>").link()).isNull();
    assertThat(item("<guid>abc</guid>").link()).isNull();
    assertThat(atom("<link xml:base=\"http://o.example/a/b\" href=\"c\"/>").link())
        .isEqualTo("http://o.example/a/c");
    Feed baseless =
        feed(
            parser.parse(
                rss("<item><link>/1</link></item>").getBytes(StandardCharsets.UTF_8), null, null));
    assertThat(baseless.entries().getFirst().link()).isEqualTo("/1");
  }

  @Test
  void a_date_that_cannot_be_read_is_said_once_and_a_zero_time_not_at_all() {
    String odd = "<item><title>x</title><pubDate>vers midi</pubDate></item>";
    assertThat(feed(reading(rss(odd + odd))).warnings())
        .singleElement()
        .asString()
        .contains("'vers midi'");
    String zero = "<item><title>x</title><pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate></item>";
    assertThat(feed(reading(rss(zero))).warnings()).isEmpty();
    String json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\","
            + "\"date_published\":\"nachmittags\"},{\"id\":\"2\",\"date_published\":1772431200}]}";
    Feed read = feed(reading(json));
    assertThat(read.warnings()).singleElement().asString().contains("'nachmittags'");
    assertThat(read.entries().get(1).published()).isEqualTo("2026-03-02T06:00:00Z");
  }

  @Test
  void a_day_that_its_month_does_not_have_is_said_once() {
    String odd = "<item><title>x</title><pubDate>Mon, 31 Nov 2026 10:00:00 GMT</pubDate></item>";
    Feed read = feed(reading(rss(odd + odd.replace("31 Nov", "30 Feb"))));
    assertThat(read.warnings()).singleElement().asString().contains("31 Nov 2026");
    assertThat(read.entries().getFirst().published()).isEqualTo("2026-12-01T10:00:00Z");
    String json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\","
            + "\"date_published\":\"2026-02-30\"}]}";
    assertThat(feed(reading(json)).warnings()).singleElement().asString().contains("2026-02-30");
    String even = "<item><title>x</title><pubDate>30 Nov 2026 10:31:29</pubDate></item>";
    assertThat(feed(reading(rss(even))).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1772431200.5", "1.7724312005e9", "1772431200500", "1772431200"})
  void seconds_of_a_json_feed_may_be_written_as_any_number(String number) {
    String json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"date_published\":"
            + number
            + "},{\"id\":\"2\",\"date_published\":1e400}]}";
    Feed read = feed(reading(json));
    assertThat(read.entries().getFirst().published()).isEqualTo("2026-03-02T06:00:00Z");
    assertThat(read.entries().get(1).published()).isNull();
  }

  // ------------------------------------------------------------------ what stands before

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<br />\n<b>Warning</b>:  Undefined key in <b>/srv/x.php</b> on line <b>3</b><br />\n%s",
        "Notice: something is odd in /srv/x.php on line 3\n%s",
        "<div class=\"notice\"><p>Maintenance <i>soon</i></p></div>%s",
        "<?xml version=\"1.0\"?>\n<br />\n<b>Deprecated</b>: old<br />\n%s",
        "\ufeff \n<pre>Array\n(\n)\n</pre>\n<?xml version=\"1.0\"?>%s",
        "Warning: bad <rss> element in /x.php\n<?xml version=\"1.0\"?>\n%s",
        "Warning: bad <rss version=\"2.0\"> element in /x.php\n%s",
        "Warning: no <feed> here, <rdf:RDF > neither\n<?xml version=\"1.0\"?><!-- x -->%s",
        "<script>var a=\"<rss>\"</script>\n<?xml version=\"1.0\"?>%s",
        "Warning: <?xml missing in /x.php\n%s",
        "Warning: <?xml version=\"1.0\"?> twice in /x.php\n<?xml version=\"1.0\"?>%s",
        "<?xml version=\"1.0\"?>\nNotice: bad <rss> in /x.php\n%s"
      })
  void a_warning_of_a_program_before_the_feed_costs_a_warning(String before) {
    Feed feed = feed(reading(before.formatted(rss("<item><title>One</title></item>"))));
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.warnings()).anyMatch(w -> w.contains("stood before the document"));
    assertThat(feed.complete()).isTrue();
  }

  @Test
  void many_warnings_before_a_feed_cost_a_warning() {
    String line = "<br />\n<b>Deprecated</b>: old in <b>/srv/x.php</b> on line <b>3</b><br />\n";
    Feed feed = feed(reading(line.repeat(3_000) + rss("<item><title>One</title></item>")));
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
  }

  @Test
  void a_warning_before_a_json_feed_costs_a_warning() {
    Feed feed =
        feed(
            reading(
                "<br /><b>Warning</b>: odd<br />{ \"version\": \"https://jsonfeed.org/version/1\","
                    + "\"items\":[{\"id\":\"1\",\"title\":\"One\"}]}"));
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.warnings()).hasSize(1);
  }

  @Test
  void a_page_that_shows_a_feed_is_no_feed_and_a_whole_feed_has_nothing_before_it() {
    assertThat(
            reading("<html><body><pre><rss version=\"2.0\"><channel/></rss></pre></body></html>"))
        .isInstanceOf(FeedReading.Unreadable.class);
    String whole =
        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"x\"?><!-- <rss > --><!DOCTYPE rss>"
            + rss("<item><title>One</title></item>");
    assertThat(feed(reading(whole)).warnings()).isEmpty();
  }

  // ------------------------------------------------------------------ hostile documents

  @Test
  void declared_entities_are_never_resolved_and_mark_the_feed() throws Exception {
    try (LoopbackSite canary = LoopbackSite.answering("127.1.0.1", "200 OK", "canary")) {
      String url = canary.at("/xxe").toString();
      for (String subset :
          List.of(
              "<!ENTITY x SYSTEM '" + url + "'>",
              "<!ENTITY x SYSTEM 'file:///etc/hostname'>",
              "<!ENTITY % p SYSTEM '" + url + "'> %p;",
              "<!ENTITY y 'lol'><!ENTITY x '&y;&y;&y;'>")) {
        Feed feed =
            feed("<!DOCTYPE rss [" + subset + "]>" + rss("<item><title>a &x; b</title></item>"));
        assertThat(feed.entries().getFirst().title())
            .doesNotContain("canary")
            .doesNotContain("lol");
        assertThat(feed.complete()).isFalse();
        assertThat(feed.warnings()).anyMatch(w -> w.contains("declares entities"));
      }
      feed("<!DOCTYPE rss SYSTEM \"" + url + "\">" + rss(""));
      assertThat(canary.requests).isEmpty();
    }
  }

  @Test
  @Timeout(20)
  void oversized_documents_end_quickly() {
    assertThat(error(rss("<item>" + "<a>".repeat(100_000)))).contains("nested");
    assertThat(error("<rss>" + "<a>".repeat(500_000) + "</a>".repeat(500_000))).contains("nested");
    StringBuilder attributes = new StringBuilder("<rss");
    for (int i = 0; i < 100_000; i++) {
      attributes.append(" a").append(i).append("=\"1\"");
    }
    assertThat(error(attributes + "/>")).contains("attributes");
    Feed many = feed(rss("<item><title>x</title></item>".repeat(200_000)));
    assertThat(many.entries()).hasSize(20_000);
    assertThat(many.complete()).isFalse();
    assertThat(item("<title>" + "y".repeat(10_000_000) + "</title>").title().length())
        .isLessThanOrEqualTo(10_000);
    for (String evil :
        List.of(
            "<",
            "&",
            "<!",
            "<!DOCTYPE ",
            "<![CDATA[",
            "<!--",
            "&#",
            "<a ",
            "\"<",
            "<item>",
            "]]>",
            "<!ENTITY ",
            "Ã",
            "+1 ")) {
      reading("<rss><channel>" + evil.repeat(300_000));
      reading(rss("<item><title>x</title><pubDate>" + evil.repeat(20) + "</pubDate></item>"));
    }
  }

  @Test
  void no_bytes_make_it_throw() {
    byte[] seedling =
        ("<?xml version='1.0' encoding='utf-8'?>"
                + rss(
                    "<item><title>é &amp; &#60;</title><link>/a</link><pubDate>2 Mar"
                        + " 2026</pubDate></item>"))
            .getBytes(StandardCharsets.UTF_8);
    long seed = 20260302;
    Random random = new Random(seed);
    for (int round = 0; round < 1_000; round++) {
      byte[] bytes = seedling.clone();
      for (int i = random.nextInt(8); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(parser.parse(bytes, null, BASE)).as("seed %d round %d", seed, round).isNotNull();
    }
  }

  @Test
  void rss_1_1_is_read() {
    Feed feed =
        feed(
            """
            <Channel xmlns="http://purl.org/net/rss1.1#"
              xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="https://a.example/">
            <title>Notes</title><link>https://a.example/</link>
            <items rdf:parseType="Collection"><item rdf:about="https://a.example/1">
            <title>One</title><link>https://a.example/one</link></item></items></Channel>
            """);
    assertThat(feed.title()).isEqualTo("Notes");
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.entries()).extracting(FeedEntry::link).containsExactly("https://a.example/one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<dc:creator>Ada Sample</dc:creator><dc:creator>Bo Sample</dc:creator>~Ada Sample,Bo"
            + " Sample",
        "<author>desk@lab.example (Ada Sample)</author>~Ada Sample",
        "<author>Ada Sample &lt;ada@lab.example&gt;</author>~Ada Sample",
        "<dc:creator><![CDATA[noreply@lab.example (Ada Sample)]]></dc:creator>~Ada Sample",
        "<author>desk@lab.example</author>~The Lab",
        "<dc:creator>@ada@social.example</dc:creator>~@ada@social.example",
        "<title>One</title>~The Lab",
      })
  void all_authors_are_read_without_their_addresses_and_else_those_of_the_feed(
      String inside, String authors) {
    String feed = "<dc:creator>The Lab</dc:creator><item><link>https://lab.example/1</link>";
    assertThat(feed(rss(feed + inside + "</item>")).entries().getFirst().authors())
        .containsExactly(authors.split(","));
  }

  @Test
  void an_entry_of_atom_inherits_its_authors_from_its_source_before_the_feed() {
    String source = "<source><title>Other</title><author><name>Bo Sample</name></author></source>";
    List<FeedEntry> entries =
        feed("<feed xmlns=\"http://www.w3.org/2005/Atom\"><author><name>Ada Sample</name></author>"
                + "<entry><title>1</title></entry><entry><title>2</title>"
                + source
                + "</entry><entry><title>3</title><author><email>cy@lab.example</email></author>"
                + "<contributor><name>Cy Sample</name></contributor></entry></feed>")
            .entries();
    assertThat(entries)
        .extracting(FeedEntry::authors)
        .containsExactly(List.of("Ada Sample"), List.of("Bo Sample"), List.of("Cy Sample"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items':[{'id':'1','title':'Tides &amp; R&#233;sum&eacute;s','authors':{'name':'Ada"
            + " Sample'}}]}",
        "{'items':{'id':'1','title':'Tides & Résumés'},'author':{'name':'Ada Sample'}}",
        "{'items':[{'id':'1','title':'Tides & Résumés','author':'ada@lab.example (Ada Sample)'}]}",
        "{'authors':['Ada Sample'],'items':[{'id':'1','title':'Tides &amp;amp; R&eacute;sumés'}]}",
      })
  void a_json_feed_is_read_where_one_stands_for_a_list_and_text_is_escaped(String json) {
    FeedEntry entry = feed(json.replace('\'', '"')).entries().getFirst();
    assertThat(entry.authors()).containsExactly("Ada Sample");
    assertThat(entry.title()).startsWith("Tides &").endsWith("Résumés");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<channel xmlns='https://lab.example/ns'><item>",
        "<channel xmlns='http://www.w3.org/2005/Atom'><item>",
        "<channel xmlns='http://www.itunes.com/dtds/podcast-1.0.dtd'><item>",
        "<channel><item xmlns='https://lab.example/ns'>",
      })
  void the_parts_of_rss_are_its_own_whatever_default_namespace_they_stand_in(String open) {
    FeedEntry entry =
        feed("<rss version='2.0'>"
                + open
                + "<title>One</title><link>https://lab.example/1</link>"
                + "<pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate>"
                + "<x:title xmlns:x='https://lab.example/x'>Two</x:title></item></channel></rss>")
            .entries()
            .getFirst();
    assertThat(entry.title()).isEqualTo("One");
    assertThat(entry.link()).isEqualTo("https://lab.example/1");
    assertThat(entry.published()).isEqualTo("2026-03-02T09:00:00Z");
  }

  @Test
  void one_odd_byte_costs_no_other_letter() {
    byte[] bytes =
        rss("<item><title>Zoë</title></item><item><title>caf?</title></item>")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xe9 : bytes[i];
    }
    assertThat(feed(parser.parse(bytes, "text/xml; charset=utf-8", BASE)).entries())
        .extracting(FeedEntry::title)
        .containsExactly("Zoë", "café");
  }

  @ParameterizedTest
  @CsvSource({
    "&#55357;&#56832;,😀",
    "&#xD83D;&#xDE00;,😀",
    "&#55357;,''",
    "&#55357;&#65;,A",
    "&#55357;&#;,&#;",
    "&#56832;&#55357;,''",
  })
  void a_character_written_as_two_references_is_one(String written, String read) {
    assertThat(item("<title>" + written + "</title>").title()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://lab.example/a%3Fb%3D1&amp;ct=ga,https://lab.example/a?b=1",
    "https://www.google.co.uk/url?q=https%3A%2F%2Flab.example%2Fa&amp;sa=U,https://lab.example/a",
    "https://www.google.com/url?q=ftp://lab.example/a,https://www.google.com/url?q=ftp://lab.example/a",
    "https://www.google.com/search?q=https://lab.example/a,https://www.google.com/search?q=https://lab.example/a",
  })
  void a_link_over_a_counter_leads_to_its_page(String written, String link) {
    assertThat(item("<link>" + written + "</link>").link()).isEqualTo(link);
  }
}
