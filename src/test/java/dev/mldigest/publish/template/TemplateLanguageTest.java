package dev.mldigest.publish.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.TemplateEngine;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateLanguageTest {
  private static final long SEED = 47_2026;

  /** Of each language and form; the laboratory takes more: {@code -Dtexts=100000}. */
  private static final int TEXTS = Integer.getInteger("texts", 1_000);

  private static TemplateEngine engine(TemplateLanguage language) {
    return TemplateEngine.valueOf(language.name());
  }

  private static String seen(String text) {
    return text.replace(TemplateLanguage.NOTHING, "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @ParameterizedTest
  @EnumSource
  void what_a_reader_sees_is_the_text_whatever_the_text(TemplateLanguage language) {
    TemplateEngine engine = engine(language);
    Random random = new Random(SEED);
    for (int i = 0; i < TEXTS; i++) {
      String text = HostileTexts.next(random);
      String sent = language.text(text);
      assertThat(engine.commands(sent)).as("text %d: %s", i, text).isEmpty();
      assertThat(HostileTexts.decoded(seen(engine.render(sent))))
          .as("text %d", i)
          .isEqualTo(HostileTexts.decoded(seen(text)));
      assertThat(language.text(sent)).isEqualTo(sent);
    }
  }

  @ParameterizedTest
  @EnumSource
  void html_is_read_as_it_was_written_also_by_a_service_that_writes_it_anew(
      TemplateLanguage language) {
    TemplateEngine engine = engine(language);
    Random random = new Random(SEED);
    for (int i = 0; i < TEXTS; i++) {
      String text = HostileTexts.next(random);
      String other = HostileTexts.next(random);
      String address =
          "https://example.org/" + HostileTexts.next(random).replaceAll("[\\s\"<>]", "");
      String html =
          "<p title=\"%s\">%s<b>%s</b></p><a href=\"%s\">x</a>"
              .formatted(escaped(other), escaped(text), escaped(other), escaped(address));
      String sent = language.html(html);
      Document before = Jsoup.parseBodyFragment(html);
      for (String stored : new String[] {sent, Jsoup.parseBodyFragment(sent).body().html()}) {
        assertThat(engine.commands(stored)).as("text %d: %s", i, stored).isEmpty();
        Document read = Jsoup.parseBodyFragment(engine.render(stored));
        assertThat(seen(read.text())).as("text %d", i).isEqualTo(seen(before.text()));
        assertThat(seen(read.select("p").attr("title")))
            .isEqualTo(seen(before.select("p").attr("title")));
        assertThat(HostileTexts.decoded(read.select("a").attr("href")))
            .as("text %d", i)
            .isEqualTo(HostileTexts.decoded(before.select("a").attr("href")));
        assertThat(read.select("*")).hasSameSizeAs(before.select("*"));
        assertThat(engine.commands(read.text())).as("without tags, text %d", i).isEmpty();
      }
      assertThat(language.html(sent)).isEqualTo(sent);
    }
  }

  @Test
  void what_opens_nothing_stays_to_the_byte() {
    String html =
        "<!--[if mso]><table><![endif]--><style>@media screen{a{color:#fff}}</style>"
            + "<p style=\"color:#111\">JSON {\"a\": [1, 2]} and a ** b, 5 * 3 | 7</p>";
    for (TemplateLanguage language : TemplateLanguage.values()) {
      assertThat(seen(language.html(html)).replace("{ color", "{color").replace("{ a{", "{a{"))
          .as(language.name())
          .isEqualTo(html);
    }
  }

  @Test
  void a_style_sheet_stays_one() {
    assertThat(TemplateLanguage.MAILERLITE.html("<style>a{color:red}</style>"))
        .isEqualTo("<style>a{ color:red}</style>");
    assertThat(TemplateLanguage.BREVO.html("<style>[data-ogsc] a {}</style>"))
        .isEqualTo("<style>[data-ogsc] a {}</style>");
  }

  @Test
  void an_address_leads_where_it_led() {
    assertThat(TemplateLanguage.LIQUID.html("<a href=\"https://e.org/?q={{x}}\">x</a>"))
        .isEqualTo("<a href=\"https://e.org/?q=%7B{x}}\">x</a>");
    assertThat(TemplateLanguage.MAILCHIMP.text("see https://e.org/*|EMAIL|* or *|EMAIL|*"))
        .isEqualTo("see https://e.org/%2A|EMAIL%7C* or *\u200C|EMAIL|\u200C*");
  }
}
