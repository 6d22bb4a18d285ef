package dev.mldigest.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BallastTest {
  /** What pages are made of, and what they are broken with. */
  private static final List<String> PIECES =
      List.of(
          "<p>A paragraph.</p>",
          "<div class='a>b' title=\"<script>\">In a box.</div>",
          "<script>var a = '<p>never</p>';</script>",
          "<script src=x.js></script>",
          "<SCRIPT type='text/javascript'>if (a < b && c > d) {}</Script >",
          "<script type=\"application/ld+json\">{\"@type\":\"Article\"}</script>",
          "<script type='application/ld&#x2B;json'>{}</script>",
          "<script type=\"math/tex; mode=display\">a < b</script>",
          "<script data-x = \"a>b\">code()</script>",
          "<script><!-- <script> a </script> --></script>",
          "<script/>",
          "<script>open(",
          "<script",
          "</script>",
          "<style media='a>b'>p > a { color: red }</style>",
          "<style>",
          "</style>",
          "<svg viewBox='0 0 1 1'><path d='M0 0'/><g><title>Logo</title><circle r=1></g></svg>",
          "<svg/>",
          "<svg><use href=#a /><text>drawn</text></svg>",
          "<svg><path/><p>out of it</svg>",
          "<svg><foreignObject><div>within</div></foreignObject></svg>",
          "<svg><svg><path/></svg><rect/></svg>",
          "<svg><path/>",
          "</svg>",
          "<svg><script/></svg>",
          "<svg><!-- <path/> --><path/></svg>",
          "<svg><defs><style>.a > .b {}</style></defs><path class='a'/></svg>",
          "<!-- a comment with <script> and <svg> -->",
          "<!-->",
          "<!--",
          "-->",
          "<!doctype html>",
          "<title>How a <script> works</title>",
          "<textarea><svg><path/></svg><script></textarea>",
          "<iframe><script></iframe>",
          "<noscript><img src=a></noscript>",
          "<a href='x'>A link",
          "</a>",
          "a < b and <",
          "<table><tr><td>cell",
          "<p title='",
          "'>",
          "<pre>&lt;script&gt;shown&lt;/script&gt;</pre>",
          "<span>é “quoted”</span>",
          "<plaintext>");

  private static String dropped(String html) {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    return new String(Ballast.dropped(body, body.length), StandardCharsets.UTF_8);
  }

  @Test
  void scripts_styles_and_drawings_are_left_empty() {
    assertThat(
            dropped(
                "<p>a<script>b()</script><STYLE>p{}</STYLE><svg width=1><path d=M/></svg>c</p>"))
        .isEqualTo("<p>a<script></script><STYLE></STYLE><svg width=1></svg>c</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=\"application/ld+json\">{\"a\":1}</script>",
        "<script type='application/ld&#x2B;json'>{}</script>",
        "<script type='math/tex'>x</script>",
        "<!-- <script>a</script> <svg><path/></svg> -->",
        "<title>The <script> element</title><p>text</p><script></script>",
        "<svg><foreignObject>text</foreignObject></svg>",
        "<svg><path/><p>text</svg>",
        "<div title=\"<script>\">text</div><script></script>",
        "<svg><script/></svg><p>text</p><script></script>"
      })
  void what_is_read_or_uncertain_stays(String html) {
    assertThat(dropped(html)).isEqualTo(html);
  }

  @Test
  void text_in_an_encoding_that_borrows_ASCII_is_left_alone() {
    String html = "<p>\u65e5\u672c\u8a9e</p><script>a</script>";
    byte[] body = html.getBytes(Charset.forName("ISO-2022-JP"));
    assertThat(Ballast.dropped(body, body.length)).isEqualTo(body);
  }

  @Test
  void what_comes_after_the_bound_is_left_out() {
    byte[] body = "<p>abc</p>".getBytes(StandardCharsets.UTF_8);
    assertThat(Ballast.dropped(body, 4)).asString(StandardCharsets.UTF_8).isEqualTo("<p>a");
  }

  /** For pages put together by chance: an oracle, since nobody thinks of every broken page. */
  @Test
  void what_is_left_parses_to_the_same_tree() {
    Random random = new Random(20261121);
    for (int page = 0; page < 20_000; page++) {
      StringBuilder html = new StringBuilder();
      for (int i = random.nextInt(1, 9); i > 0; i--) {
        html.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String whole = html.toString();
      assertThat(tree(dropped(whole))).as(whole).isEqualTo(tree(whole));
    }
  }

  @Test
  void an_attack_costs_no_more_than_its_length() {
    for (String piece :
        List.of("<svg>", "<svg", "<script", "<svg></a>", "<title>", "<!--", "<script>", "</")) {
      String html = piece.repeat(5_000_000 / piece.length());
      assertThat(dropped(html)).isNotEmpty();
    }
  }

  /** The tree without what is never read. */
  private static String tree(String html) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    for (Element e : document.select("script, style")) {
      String type = e.attr("type");
      if (!type.contains("ld+json") && !type.contains("math/")) {
        e.empty();
      }
    }
    document.select("svg").forEach(Element::empty);
    return document.outerHtml().replace("<svg />", "<svg></svg>");
  }
}
