package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.feed.FeedReading;
import dev.mldigest.testkit.FaultTable;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fault cases 67, 68, 70 to 72: items, as far as reading goes. */
class ItemFaultsTest {
  @RegisterExtension final FaultTable table = new FaultTable();

  private static Feed feed(String document) {
    FeedReading reading =
        new FeedParser()
            .parse(Lab.utf8(document), null, URI.create("http://site.example/blog/feed.xml"));
    assertThat(reading).isInstanceOf(FeedReading.Read.class);
    return ((FeedReading.Read) reading).feed();
  }

  private static FeedEntry item(String inner) {
    return feed(Lab.rss("<item>" + inner + "</item>")).entries().getFirst();
  }

  private static String atomLink(String attributes) {
    return String.valueOf(
        feed("<feed xmlns=\"http://www.w3.org/2005/Atom\" " + attributes + "/></entry></feed>")
            .entries()
            .getFirst()
            .link());
  }

  @Test
  void case_67_relative_links_are_resolved_with_and_without_a_base() {
    assertThat(item("<link>../2.html</link>").link()).isEqualTo("http://site.example/2.html");
    assertThat(item("<link>/2.html</link>").link()).isEqualTo("http://site.example/2.html");
    assertThat(atomLink("><entry><link href=\"2.html\""))
        .isEqualTo("http://site.example/blog/2.html");
    assertThat(atomLink("xml:base=\"http://o.example/a/\"><entry xml:base=\"b/\"><link href=\"c\""))
        .isEqualTo("http://o.example/a/b/c");
    table.outcome("absolute");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "' java\tscript:alert(1)'",
    "'data:text/html,<b>'",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:http://a/b"
  })
  void case_68_links_that_would_run_or_read_something_are_dropped(String link) {
    String written = link.replace("<", "&lt;");
    String read = item("<title>x</title><link>" + written + "</link>").link();
    if (read != null) {
      assertThat(read).startsWith("http://site.example/");
    }
    assertThat(atomLink("><entry><link href=\"" + written + "\"")).matches("null|http://site.*");
    table.outcome("dropped");
  }

  @Test
  void case_70_formulas_are_kept() {
    assertThat(item("<title>A bound on $\\min_{x} f(x)$ for $a &lt; b$</title>").title())
        .isEqualTo("A bound on $\\min_{x} f(x)$ for $a < b$");
    assertThat(item("<title><![CDATA[When $n<m$ and $p>q$]]></title>").title())
        .isEqualTo("When $n<m$ and $p>q$");
    table.outcome("kept");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "                                  | -",
        "soon                              | -",
        "Thu, 01 Jan 1970 00:00:00 GMT     | -",
        "Mon, 02 Mar 2036 06:00:00 GMT     | 2036-03-02T06:00:00Z",
        "Sat, Dec 16 2023 10:11:12         | 2023-12-16T10:11:12Z",
        "Thu, 05 Oct 2023 10:00:00 +3000   | 2023-10-04T04:00:00Z",
        "Mon, 02 March 2026 06:00:00 BST   | 2026-03-02T05:00:00Z",
        "2026-03-02T06:00+01:00            | 2026-03-02T05:00:00Z"
      })
  void case_71_dates_are_read_or_absent_and_never_now(String written, String meant) {
    Instant read =
        item("<title>x</title><pubDate>" + (written == null ? "" : written) + "</pubDate>")
            .published();
    assertThat(read).isEqualTo(meant == null ? null : Instant.parse(meant));
    table.outcome("UTC or null");
  }

  @Test
  void case_72_a_bad_value_costs_that_value_only() {
    Feed feed =
        feed(
            Lab.rss(
                "<skipDays><day>fantabuday</day></skipDays><skipHours><hour>99</hour></skipHours>"
                    + "<cloud port=\"x\"/><ttl>soon</ttl><image><width>wide</width></image>"
                    + "<item><title>One</title></item>"));
    assertThat(feed.entries()).hasSize(1);
    assertThat(feed.complete()).isTrue();
    table.outcome("fetched");
  }
}
