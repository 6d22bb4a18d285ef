package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.document.EntryHtml;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.feed.FeedReading;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is read as what its format says it is: plain text keeps every less-than sign. */
class TextTypesTest {
  private static Feed feed(String text) {
    FeedReading reading =
        new FeedParser()
            .parse(text.getBytes(StandardCharsets.UTF_8), null, URI.create("http://s.example/f"));
    return switch (reading) {
      case FeedReading.Read(Feed feed) -> feed.completed();
      case FeedReading.Unreadable(_, String error) -> throw new AssertionError(error);
    };
  }

  private static FeedEntry atom(String inside) {
    return feed("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + inside + "</entry></feed>")
        .entries()
        .getFirst();
  }

  private static FeedEntry rss(String inside) {
    return feed("<rss version=\"2.0\"><channel><item>" + inside + "</item></channel></rss>")
        .entries()
        .getFirst();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String shown(String html) {
    return Jsoup.parse(html).text();
  }

  // ------------------------------------------------------------------ Atom

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tight bounds for $x<y$ and $y>z$",
        "When a<b>c is a chain",
        "The <mask> token and its </mask> twin",
        "Why <b>bold</b> is written so",
        "vector<int> beats list<int>",
        "We <3 benchmarks",
        "R&amp;D is written with a reference",
        "p &lt; 0.05 in HTML"
      })
  void an_atom_title_of_text_or_without_a_type_stays_as_it_is_written(String title) {
    String written = escaped(title);
    assertThat(atom("<title>" + written + "</title>").title()).isEqualTo(title);
    assertThat(atom("<title type=\"text\">" + written + "</title>").title()).isEqualTo(title);
    assertThat(atom("<title type=\"text\"><![CDATA[" + title + "]]></title>").title())
        .isEqualTo(title);
  }

  @Test
  void an_atom_title_of_html_is_what_a_browser_would_show() {
    assertThat(atom("<title type=\"html\">A &lt;em&gt;big&lt;/em&gt; R&amp;amp;D</title>").title())
        .isEqualTo("A big R&D");
    assertThat(atom("<title type=\"html\">If $p &amp;lt; q$ then</title>").title())
        .isEqualTo("If $p < q$ then");
    String xhtml =
        "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A <em>small</em> &lt;x"
            + "</div></title>";
    assertThat(atom(xhtml).title()).isEqualTo("A small <x");
  }

  @Test
  void a_summary_of_text_shows_what_it_says_and_html_stays_html() {
    String plain = "We prove $i<j$ and $k>l$ with the <s> token & more";
    for (String type : new String[] {"", " type=\"text\""}) {
      FeedEntry entry = atom("<summary" + type + ">" + escaped(plain) + "</summary>");
      assertThat(shown(String.valueOf(entry.summary()))).isEqualTo(plain);
      FeedEntry whole = atom("<content" + type + ">" + escaped(plain) + "</content>");
      assertThat(shown(String.valueOf(whole.content()))).isEqualTo(plain);
    }
    assertThat(atom("<summary type=\"html\">&lt;p&gt;x&lt;/p&gt;</summary>").summary())
        .isEqualTo("<p>x</p>");
    assertThat(atom("<summary type=\"text\">&lt;p&gt;x&lt;/p&gt;</summary>").summary())
        .isEqualTo("&lt;p>x&lt;/p>".replace(">", shownBracket()));
  }

  /** jsoup leaves a bracket that closes nothing as it is in some releases. */
  private static String shownBracket() {
    return org.jsoup.nodes.Entities.escape(">");
  }

  @Test
  void a_summary_without_a_type_that_was_written_as_html_is_read_as_html() {
    assertThat(atom("<summary>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</summary>").summary())
        .isEqualTo("<p>One.</p><p>Two.</p>");
  }

  @Test
  void blank_lines_of_plain_text_part_paragraphs() {
    assertThat(atom("<content type=\"text\">One\nline.\n\nTwo.</content>").content())
        .isEqualTo("<p>One\nline.</p><p>Two.</p>");
    String json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\","
            + "\"title\":\"a<b and c>d\",\"content_text\":\"If $i<j$.\\n\\nThen.\"}]}";
    FeedEntry entry = feed(json).entries().getFirst();
    assertThat(entry.title()).isEqualTo("a<b and c>d");
    assertThat(entry.content()).isEqualTo("<p>If $i&lt;j$.</p><p>Then.</p>");
  }

  // ------------------------------------------------------------------ RSS

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tight bounds for $x<y$ and $y>z$     | Tight bounds for $x<y$ and $y>z$",
        "Rates if $a<b$ and $c>d$             | Rates if $a<b$ and $c>d$",
        "If p<q and i<a and b>c               | If p<q and i<a and b>c",
        "When a<b>c is a chain                | When a<b>c is a chain",
        "vector<int> beats list<int>          | vector<int> beats list<int>",
        "We <3 benchmarks                     | We <3 benchmarks",
        "A <em class=\"x\">big</em> step      | A big step",
        "<b>Bold</b> claims<br/>on two lines  | Bold claims on two lines",
        "Tom &amp; Jerry &lt;3                | Tom & Jerry <3",
        "<img src=\"x\" alt=\"a>b\">A picture | A picture",
        "use <script> tags                    | use <script> tags",
        "why <style> and <title> matter       | why <style> and <title> matter",
        "Why <br> is not <p>                  | Why <br> is not <p>",
        "An <input> element without <label>   | An <input> element without <label>",
        "The <s> and </s> tokens              | The <s> and </s> tokens",
        "The <b> tag is obsolete              | The <b> tag is obsolete",
        "Old <br> new                         | Old new",
        "What <s>was</s> is                   | What is",
        "<p>All of <i>it</i>                  | All of it"
      })
  void of_a_title_that_may_be_html_only_html_goes(String written, String title) {
    assertThat(rss("<title>" + escaped(written) + "</title>").title()).isEqualTo(title);
  }

  @Test
  void a_description_keeps_its_mathematics_beside_its_markup() {
    String html = "<p>We show $n<d$ for k<E experts, with E>1, <a href=\"/x\">here</a>.</p>";
    FeedEntry entry = rss("<description>" + escaped(html) + "</description>");
    assertThat(shown(String.valueOf(entry.summary())))
        .isEqualTo("We show $n<d$ for k<E experts, with E>1, here.");
    assertThat(Jsoup.parse(String.valueOf(entry.summary())).select("a[href]")).hasSize(1);
  }

  private static final String REST = " Then comes the rest of it, which is not to be lost.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If i<u and u>v then k<s>t holds.",
        "The <title> and <object> tags.",
        "Let n<m<k; we have n<a> or q<i>r.",
        "Of <image> and <s> and </s> we speak.",
        "The </s> token ends it.",
        "The <b> tag is obsolete.",
        "Never use <script> or <style>, nor `<iframe>`.",
        "An <svg> or a <math> element, a <textarea> or a <select> box.",
        "A <del> is no <strike>, an <img> has no end, a <my-box> is ours.",
        "Of <noscript>, <template>, <video> and <canvas> nothing shows."
      })
  void a_tag_that_is_spoken_of_takes_no_text_with_it(String said) {
    for (String html : new String[] {said + REST, "<p>" + said + "</p><p>" + REST + "</p>"}) {
      assertThat(read(rss("<description>" + escaped(html) + "</description>").summary()))
          .isEqualTo(said + REST);
      assertThat(read(rss("<content:encoded><![CDATA[" + html + "]]></content:encoded>").content()))
          .isEqualTo(said + REST);
      assertThat(read(atom("<summary type=\"html\">" + escaped(html) + "</summary>").summary()))
          .isEqualTo(said + REST);
    }
  }

  /** As a reader of articles has it, who passes over what is struck out, set or drawn. */
  private static String read(@Nullable String html) {
    var page = Jsoup.parse(String.valueOf(html));
    page.select("s, del, strike, script, style, svg, math, select, template, noscript, video")
        .remove();
    return page.body().text();
  }

  @Test
  void what_broken_html_left_open_is_still_html() {
    for (String html :
        new String[] {
          "<div><p>One <b>two three</p>",
          "One<br>two <hr> three",
          "One <a href=\"/x\">two",
          "<ul><li>One<li>two",
          "One <s>two</s> <del>three</del>",
          "<span>One two",
          "One <script type=\"text/javascript\">var a = 1;"
        }) {
      FeedEntry entry = rss("<description>" + escaped(html) + "</description>");
      assertThat(entry.summary()).isEqualTo(html);
    }
    String frame = "One <iframe src=\"/x\"> two.";
    assertThat(read(rss("<description>" + escaped(frame) + "</description>").summary()))
        .isEqualTo("One two.");
  }

  @Test
  void scripts_comments_and_foreign_elements_are_left_to_the_reader_of_html() {
    String html =
        "<!-- a<b --><script>if (a<b) {}</script><math><msub><mi>x</mi></msub></math>"
            + "<my-box>y</my-box><svg><path d=\"M0\"/></svg>";
    FeedEntry entry = rss("<description>" + escaped(html) + "</description>");
    assertThat(entry.summary()).isEqualTo(html);
  }

  @Test
  void marks_of_a_cdata_section_that_were_escaped_are_taken_off() {
    FeedEntry entry =
        rss(
            "<title>&lt;![CDATA[One]]&gt;</title>"
                + "<description>&lt;![CDATA[&lt;p&gt;x&lt;/p&gt;]]&gt;</description>");
    assertThat(entry.title()).isEqualTo("One");
    assertThat(entry.summary()).isEqualTo("<p>x</p>");
  }

  @Test
  void texts_made_to_be_slow_are_not() {
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String evil :
              new String[] {
                "<!--", "<script>", "<a b=\"", "<a b='c\" ", "<p ", "<", "<b>", "&a", "<s> ", "</s>"
              }) {
            EntryHtml.html(evil.repeat(300_000));
            EntryHtml.looksLikeHtml(evil.repeat(300_000));
            TitleText.of(evil.repeat(300_000));
          }
        });
  }
}
