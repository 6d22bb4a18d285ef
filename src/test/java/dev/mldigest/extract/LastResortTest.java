package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.PageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose text is not in their markup, and such as are written in short lines. */
class LastResortTest {
  private static final String SENTENCE =
      "We took a corpus of public letters and cut it into short pieces, one in ten of them for the"
          + " tests, and nobody looked at it before the last run was over. ";

  private static Reading read(String body) {
    return Pages.readHtml("<title>A small network</title><body><div id=app></div>" + body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<noscript><main><p>%</p><p>%</p><p>%</p></main></noscript>",
        "<script>window.__STATE__ = {'post':{'html':'<p>%<p>%<p>%'}};</script>",
        "<script type=application/json>[{'body':'%%%'},3]</script>",
        "<script id=__NEXT_DATA__ type=application/json>{'doc':{'content':["
            + "{'type':'paragraph','content':[{'type':'text','text':'%%'}]},"
            + "{'type':'paragraph','content':[{'type':'text','text':'%'}]}]}}</script>",
        "<script>self.__next_f.push([1,'2:[\\'$\\',\\'main\\',null,{\\'children\\':[[\\'$\\',"
            + "\\'p\\',null,{\\'children\\':\\'%%\\'}],[\\'$\\',\\'p\\',null,{\\'children\\':"
            + "\\'%\\'}]]}]\\n'])</script>",
        "<script>self.__next_f.push([1,'1a:T1e0,'])</script>"
            + "<script>self.__next_f.push([1,'%%%'])</script>",
        "<x-post><template shadowrootmode=open><p>%</p><p>%</p><p>%</p></template></x-post>"
      })
  void the_text_is_read_from_where_a_browser_would_take_it(String body) {
    String page = body.replace('\'', '"');
    for (int n = 1; page.contains("%"); n++) {
      page = page.replaceFirst("%", "Run " + n + ": " + SENTENCE);
    }
    Reading reading = read(page);

    assertThat(reading.article().kind()).isEqualTo(PageKind.POST);
    assertThat(reading.article().text()).contains("nobody looked at it").doesNotContain("<p");
  }

  @Test
  void of_several_texts_in_the_data_the_one_with_the_title_of_the_page_is_taken() {
    String others =
        "{\"title\":\"The last ferry\",\"body\":\"" + "The harbour is quiet. ".repeat(90);
    String own = "\"},{\"title\":\"A small network\",\"body\":\"" + SENTENCE.repeat(4) + "\"}";

    assertThat(read("<script>data=[" + others + own + "]</script>").article().text())
        .contains("public letters")
        .doesNotContain("harbour");
  }

  @Test
  void a_page_that_shows_its_text_is_not_read_from_its_data() {
    String data =
        "<script>data={\"body\":\"" + "The harbour is quiet. ".repeat(90) + "\"}</script>";
    assertThat(read("<p>" + SENTENCE + "</p>" + data).article().text()).doesNotContain("harbour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=poem><p>The net is wide.<p>The loss is low.<p>A line ends here.</div>",
        "<dl><dt>1.2</dt><dd>The net is wide.</dd><dd>The loss is low.</dd><dd>It ends"
            + " here.</dd></dl>",
        "<p><b>Q:</b> The net is wide.</p><p><b>A:</b> The loss is low.</p><p>It ends here.</p>",
        "<table><tr><th>Net<th>Loss<th>Remark<tr><td>The net is wide.<td>The loss is low.<td>It"
            + " ends here.</table>"
      })
  void a_page_of_short_lines_is_read(String lines) {
    String page = "<header><a href=/>Home</a></header><main><h1>Notes</h1>" + lines + "</main>";
    assertThat(read(page + "<footer>© Example</footer>").article().text())
        .contains("The net is wide.", "The loss is low.", "ends here")
        .doesNotContain("Home", "Example");
  }

  @Test
  void a_round_up_of_links_to_other_sites_is_read_and_a_menu_is_not() {
    String item = "<li><a href=https://H/>How letters of the last century were cleaned</a>";
    String list = "<ul>" + item.replace("https://H/", "https://a.example.com/").repeat(4) + "</ul>";
    String menu =
        "<ul>" + item.replace("https://H/", "https://news.example.org/").repeat(4) + "</ul>";

    assertThat(read("<article><h1>Links</h1>" + list + "</article>").article().text())
        .contains("How letters");
    assertThat(read("<article><h1>Links</h1><p>" + SENTENCE + menu + "</article>").article().text())
        .doesNotContain("How letters");
  }

  @Test
  void a_sentence_that_begins_like_a_stock_phrase_is_read() {
    String page =
        "<article><p>"
            + SENTENCE
            + "<p>Image: the encoder sees it once, and at night.<p>"
            + SENTENCE;
    assertThat(read(page).article().text()).contains("Image: the encoder");
    assertThat(
            read(page.replace("the encoder sees it once, and at night.", "Reuters"))
                .article()
                .text())
        .doesNotContain("Image");
  }
}
