package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.feed.FeedReading;
import dev.mldigest.testkit.FaultTable;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault cases 43 to 63: documents. */
@Timeout(60)
class XmlFaultsTest {
  private static final URI BASE = URI.create("http://site.example/feed.xml");
  private static final String ITEM =
      "<item><title>a &x; b</title><link>http://site.example/1</link></item>";

  @RegisterExtension final FaultTable table = new FaultTable();
  private final Lab lab = new Lab();

  /** The table tells what a case costs, not what loading the parser's classes does. */
  @BeforeAll
  static void warmUp() {
    for (int i = 0; i < 20; i++) {
      new FeedParser().parse(Lab.utf8(Lab.rss(ITEM.repeat(100))), null, BASE);
      new FeedParser().parse(Lab.utf8(Lab.rss(ITEM.repeat(100) + "<a>")), null, BASE);
    }
  }

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  private FeedReading reading(byte[] body, @Nullable String type) {
    FeedReading reading = new FeedParser().parse(body, type, BASE);
    table.outcome(
        switch (reading) {
          case FeedReading.Unreadable _ -> "refused";
          case FeedReading.Read(Feed feed) -> feed.complete() ? "fetched" : "partial";
        });
    return reading;
  }

  private Feed feed(byte[] body, @Nullable String type) {
    FeedReading reading = reading(body, type);
    assertThat(reading).isInstanceOf(FeedReading.Read.class);
    return ((FeedReading.Read) reading).feed();
  }

  private Feed feed(String text) {
    return feed(Lab.utf8(text), null);
  }

  private FeedEntry first(String text) {
    return feed(text).entries().getFirst();
  }

  /** Nothing that an entity stands for may come out; the rest of the title may. */
  private void unresolved(String subset) {
    String doctype = "<!DOCTYPE rss [" + subset + "]>";
    FeedReading reading = reading(Lab.utf8(doctype + Lab.rss(ITEM).substring(21)), null);
    if (reading instanceof FeedReading.Read(Feed feed)) {
      assertThat(feed.entries().getFirst().title()).matches("a\\s+b");
      assertThat(feed.complete()).isFalse();
    }
  }

  @Test
  void case_43_a_billion_laughs_stay_unresolved() {
    StringBuilder subset = new StringBuilder("<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      subset.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    unresolved(subset + "<!ENTITY x \"&l11;\">");
  }

  @Test
  void case_44_quadratic_blow_up_stays_unresolved() {
    String doctype = "<!DOCTYPE rss [<!ENTITY x \"" + "A".repeat(200_000) + "\">]>";
    String text = doctype + Lab.rss("<item><title>" + "&x;".repeat(200_000) + "</title></item>");
    FeedReading reading = reading(Lab.utf8(text), null);
    assertThat(reading.toString().length()).isLessThan(100_000);
  }

  @Test
  void case_45_external_entities_are_never_loaded() throws Exception {
    LoopbackSite canary = lab.answering("200 OK", "canary");
    String url = canary.at("/xxe").toString();
    unresolved("<!ENTITY x SYSTEM 'file:///etc/hostname'>");
    unresolved("<!ENTITY x SYSTEM '" + url + "'>");
    unresolved("<!ENTITY x PUBLIC 'a' '" + url + "'>");
    unresolved("<!ENTITY % p SYSTEM '" + url + "'> %p; <!ENTITY x 'y'>");
    assertThat(canary.requests).isEmpty();
  }

  @Test
  void case_46_an_external_dtd_is_never_loaded() throws Exception {
    LoopbackSite canary = lab.answering("200 OK", "<!ENTITY x 'canary'>");
    String url = canary.at("/feed.dtd").toString();
    Feed feed = feed("<!DOCTYPE rss SYSTEM \"" + url + "\">" + Lab.rss(ITEM).substring(21));
    assertThat(feed.entries().getFirst().title()).doesNotContain("canary");
    feed("<!DOCTYPE rss PUBLIC \"-//x\" \"" + url + "\">" + Lab.rss(ITEM).substring(21));
    String schema =
        "<rss xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:noNamespaceSchemaLocation=\""
            + url
            + "\"><channel>"
            + ITEM
            + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
            + url
            + "\"/></channel></rss>";
    feed("<?xml-stylesheet href=\"" + url + "\"?>" + schema);
    assertThat(canary.requests).isEmpty();
  }

  @Test
  void case_47_a_harmless_doctype_is_read() {
    Feed feed =
        feed(
            "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS"
                + " 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\"><rss"
                + " version=\"0.91\"><channel><item><title>One</title></item></channel></rss>");
    assertThat(feed.entries()).hasSize(1);
    assertThat(feed.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000})
  void case_47_b_many_doctypes_cost_linear_time(int kilobytes) {
    for (String evil : List.of("<!DOCTYPE [>", "<!DOCTYPE \">", "<!DOCTYPE '>'", "<!ENTITY a")) {
      reading(Lab.utf8("<rss>" + evil.repeat(kilobytes * 1_000 / evil.length())), null);
    }
  }

  // ------------------------------------------------------------------ bombs

  @Test
  void case_48_elements_nested_a_hundred_thousand_deep_are_refused() {
    reading(Lab.utf8(Lab.rss("<item>" + "<a>".repeat(100_000) + "</a>".repeat(100_000))), null);
    FeedReading reading = reading(Lab.utf8("<rss>" + "<a>".repeat(100_000)), null);
    assertThat(reading).isInstanceOf(FeedReading.Unreadable.class);
  }

  @Test
  void case_49_an_element_with_a_hundred_thousand_attributes_is_refused() {
    StringBuilder attributes = new StringBuilder("<rss");
    for (int i = 0; i < 100_000; i++) {
      attributes.append(" a").append(i).append("=\"1\"");
    }
    assertThat(reading(Lab.utf8(attributes + "/>"), null))
        .isInstanceOf(FeedReading.Unreadable.class);
  }

  @Test
  void case_50_of_two_hundred_thousand_items_some_are_read() {
    String items = "<item><title>x</title><link>http://a.example/1</link></item>";
    Feed feed = feed(Lab.rss(items.repeat(200_000)));
    assertThat(feed.entries().size()).isBetween(2_000, 20_000);
    assertThat(feed.complete()).isFalse();
  }

  @Test
  void case_51_a_title_of_fifty_megabytes_is_cut_or_refused() {
    byte[] body = new byte[50 << 20];
    Arrays.fill(body, (byte) 'y');
    byte[] head = Lab.utf8("<rss><channel><item><title>");
    byte[] tail = Lab.utf8("</title></item></channel></rss>");
    System.arraycopy(head, 0, body, 0, head.length);
    System.arraycopy(tail, 0, body, body.length - tail.length, tail.length);
    if (reading(body, null) instanceof FeedReading.Read(Feed feed)) {
      assertThat(feed.entries().getFirst().title().length()).isLessThanOrEqualTo(10_000);
    }
  }

  @Test
  void case_51_b_an_item_of_many_small_parts_costs_linear_time() {
    StringBuilder parts = new StringBuilder("<item><title>x</title>");
    for (int i = 0; i < 60_000; i++) {
      parts.append("<enclosure url=\"http://a.example/").append(i).append("\"/>");
      parts.append("<category>c").append(i).append("</category>");
    }
    Feed feed = feed(Lab.rss(parts + "</item><item><title>y</title></item>"));
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("x", "y");
    assertThat(feed.entries().getFirst().categories()).hasSizeBetween(900, 1_000);
  }

  // ------------------------------------------------------------------ dirt

  @ParameterizedTest
  @ValueSource(
      strings = {"junk ", "\ufeff", "\ufeff\ufeff", "<!-- made -->", "\n\n \t", "HTTP/1.1 200\n\n"})
  void case_52_what_stands_before_the_prolog_does_no_harm(String before) {
    assertThat(feed(before + Lab.FEED).entries()).hasSize(1);
    assertThat(feed(before + Lab.rss("<item><title>One</title></item>")).entries()).hasSize(1);
  }

  @Test
  void case_53_control_characters_are_dropped() {
    assertThat(
            first(Lab.rss("<item><title>a\u0006b\u000fc&#6;&#x0F;\u0000</title></item>")).title())
        .isEqualTo("abc");
  }

  @Test
  void case_54_entities_of_html_are_understood() {
    assertThat(first(Lab.rss("<item><title>it&rsquo;s&nbsp;a&hellip;</title></item>")).title())
        .isEqualTo("it’s a…");
  }

  @Test
  void case_55_bare_ampersands_are_read_as_such() {
    assertThat(first(Lab.rss("<item><title>R&D & AT&T &c; &</title></item>")).title())
        .isEqualTo("R&D & AT&T &c; &");
  }

  @Test
  void case_56_unbound_prefixes_get_their_customary_meaning() {
    FeedEntry entry =
        first(
            Lab.rss(
                "<item><title>x</title><content:encoded>&lt;p>y</content:encoded>"
                    + "<dc:creator>Ada</dc:creator><odd:thing>z</odd:thing></item>"));
    assertThat(entry.content()).contains("<p>y");
    assertThat(entry.authors()).containsExactly("Ada");
  }

  @Test
  void case_57_a_feed_cut_in_an_item_keeps_its_whole_items_and_says_so() {
    Feed feed =
        feed(
            Lab.rss("").replace("</channel></rss>", "")
                + "<item><title>One</title></item><item><ti");
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.complete()).isFalse();
  }

  @Test
  void case_58_a_foreign_default_namespace_is_no_obstacle() {
    Feed feed =
        feed(
            "<rss version=\"2.0\""
                + " xmlns=\"com-wordpress:feed-additions:1\"><channel><title>R</title>"
                + "<item><title>One</title><link>http://a.example/1</link></item></channel></rss>");
    assertThat(feed.entries().getFirst().title()).isEqualTo("One");
    assertThat(feed.entries().getFirst().link()).isEqualTo("http://a.example/1");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "UTF-16LE, text/xml, utf-16",
        "UTF-16BE, text/xml, utf-16",
        "UTF-32LE, text/xml, utf-32",
        "UTF-32BE, text/xml; charset=utf-8, utf-32",
        "IBM037, text/xml, ebcdic-cp-us",
        "UTF-8, text/xml, x-no-such-charset",
        "UTF-8, text/xml; charset=bogus, bogus",
        "ISO-8859-1, text/xml; charset=utf-8, iso-8859-1",
        "windows-1252, text/xml; charset=windows-1252, utf-8"
      })
  void case_59_text_survives_every_encoding_and_every_lie_about_it(
      String real, String header, String declared) {
    String text =
        "<?xml version=\"1.0\" encoding=\""
            + declared
            + "\"?>"
            + Lab.rss("<item><title>Zoë</title></item>").substring(21);
    assertThat(feed(text.getBytes(Charset.forName(real)), header).entries().getFirst().title())
        .isEqualTo("Zoë");
  }

  @Test
  void case_59_b_a_byte_order_mark_wins() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    bytes.writeBytes(
        Lab.utf8(
            "<?xml version=\"1.0\" encoding=\"koi8-r\"?><rss><channel><item><title>Zoë</title>"
                + "</item></channel></rss>"));
    assertThat(feed(bytes.toByteArray(), "text/xml; charset=utf-16").entries().getFirst().title())
        .isEqualTo("Zoë");
  }

  @Test
  void case_60_windows_bytes_in_a_feed_that_says_utf_8_are_read() {
    byte[] body =
        Lab.rss("<item><title>“Zoë” – it’s</title></item>")
            .getBytes(Charset.forName("windows-1252"));
    Feed feed = feed(body, "text/xml; charset=utf-8");
    assertThat(feed.entries().getFirst().title()).isEqualTo("“Zoë” – it’s");
    assertThat(feed.warnings()).isNotEmpty();
  }

  @Test
  void case_61_text_encoded_twice_is_healed_and_noted() {
    String twice =
        new String(
            Lab.utf8(Lab.rss("<item><title>Zoë’s naïve café</title></item>")),
            Charset.forName("windows-1252"));
    Feed feed = feed(twice);
    assertThat(feed.entries().getFirst().title()).isEqualTo("Zoë’s naïve café");
    assertThat(feed.warnings()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/xml", "application/octet-stream", "text/html", ""})
  void case_62_a_json_feed_is_read_whatever_it_is_served_as(String type) {
    String json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":\"1\","
            + "\"url\":\"http://a.example/1\",\"title\":\"One\",\"content_text\":\"x\"}]}";
    assertThat(feed(json.getBytes(StandardCharsets.UTF_8), type).entries()).hasSize(1);
  }

  @Test
  void case_63_of_two_documents_in_one_the_first_counts() {
    Feed feed =
        feed(
            Lab.rss("<item><title>One</title></item>")
                + Lab.rss("<item><title>Two</title></item>"));
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
  }
}
