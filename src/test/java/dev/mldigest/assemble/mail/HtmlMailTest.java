package dev.mldigest.assemble.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import dev.mldigest.domain.settings.MailLook;
import dev.mldigest.io.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlMailTest {
  private static final String WHITE_ON_BLACK = "#ffffff";

  private static Document mail(String markdown) {
    return Jsoup.parse(new HtmlMail(Locale.ENGLISH).render(markdown, "T"));
  }

  @Test
  void a_mail_of_twelve_items_takes_at_most_twenty_kilobytes() {
    String words = "A sentence of the usual length that says what the work is and why. ".repeat(8);
    String html =
        new HtmlMail(Locale.ENGLISH)
            .render(new DigestMarkdown().render(Issues.numbered(12, words)), "T");
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(20_000);
  }

  @Test
  void a_slot_is_a_box_with_its_label() {
    Document mail = mail("> **Sponsor**\n>\n> Try [Acme](https://acme.example/).\n\n> said\n");
    assertThat(mail.select("table.box p.dim").eachText()).containsExactly("Sponsor");
    assertThat(mail.select("table.box a").eachAttr("href"))
        .containsExactly("https://acme.example/");
    assertThat(mail.select("blockquote").eachText()).containsExactly("said");
  }

  @Test
  void formulas_become_words_and_code_stays() {
    Document mail = mail("It falls as $10^{-3}$ in `x_{1}`.\n\n    a  b\n\n    c\n");
    assertThat(mail.select("p").eachText()).contains("It falls as 10⁻³ in x_{1}.");
    assertThat(mail.select("pre").text()).isEqualTo("a  b\n\nc");
  }

  @Test
  void what_a_formula_becomes_is_no_address() {
    assertThat(mail("See $\\alpha$ at https:\\\\,//evil.example\\\\,/x now.\n").text())
        .doesNotContain("https://");
  }

  @Test
  void pictures_are_hosted_and_have_words() {
    Document mail =
        mail(
            "![A chart](https://e.org/a.png) ![b](data:image/png;base64,AA) ![c](x.png)"
                + " ![d](https://e.org/d.svg?x) ![e](http://e.org/e.png)\n");
    assertThat(mail.select("img").eachAttr("src")).containsExactly("https://e.org/a.png");
    assertThat(mail.select("img").eachAttr("alt")).containsExactly("A chart");
    assertThat(mail.select("p").text()).contains("b c d e");
  }

  @Test
  void a_footnote_is_linked_both_ways() {
    Document mail = mail("So[^a].\n\n[^a]: On page 3.\n");
    assertThat(mail.select("sup.footnote-ref a").attr("href")).isEqualTo("#fn-a");
    assertThat(mail.select("#fn-a").text()).contains("On page 3.");
  }

  @Test
  void a_language_that_runs_from_the_right_does_so() {
    String html = new HtmlMail(Locale.forLanguageTag("he")).render("# א\n\n- ב\n", "T");
    assertThat(Jsoup.parse(html).select("html").attr("dir")).isEqualTo("rtl");
    assertThat(html).contains("padding-right:20px", "align=\"right\"").doesNotContain("-left");
  }

  @Test
  void logo_footer_and_colours_are_the_editors() {
    MailLook look =
        new MailLook(
            null,
            new MailLook.Logo("https://e.org/logo.png", "The \"Post\"", 200),
            "Written in *Bonn*.",
            Map.of("accent", WHITE_ON_BLACK));
    Document mail =
        Jsoup.parse(new HtmlMail(Locale.ENGLISH, look, null).render("[a](https://e.org/)\n", "T"));
    assertThat(mail.select("img").attr("alt")).isEqualTo("The \"Post\"");
    assertThat(mail.select("img").attr("width")).isEqualTo("200");
    assertThat(mail.select(".card").text()).endsWith("Written in Bonn.");
    assertThat(mail.select(".card a").attr("style")).contains(WHITE_ON_BLACK);
  }

  @Test
  void the_editors_template_stands_around_the_issue() {
    String own = "<html lang=\"{{language}}\"><body>\n<b>{{title}}</b> {{body}}\n</body></html>";
    assertThat(MailTemplate.fault("mine.html", own)).isNull();
    assertThat(
            Jsoup.parse(
                    new HtmlMail(Locale.ENGLISH, MailLook.OURS, own)
                        .render("Words {{title}}.\n", "T"))
                .text())
        .isEqualTo("T Words {{title}}.");
  }

  @Test
  void our_own_template_is_without_fault_and_has_a_colour_for_each_place() {
    assertThat(MailTemplate.fault("mail.html", Resource.text("/templates/mail.html"))).isNull();
    assertThat(MailColours.names()).containsExactlyInAnyOrderElementsOf(MailLook.PLACES);
  }

  @ParameterizedTest
  @CsvSource({
    "'<p>\n{{bdy}}\n{{body}}',mine.html:2: '{{bdy}}' is not known",
    "'{{body}}\n\n{{body}}',mine.html:3: {{body}} stands here a second time",
    "'<p>\n</p>\n',mine.html:2: the file ends without {{body}}",
    "'{{body}}\n<p>{{ title }}',mine.html:2: '{{ title }}' is no place",
    "'{{body}}\n{{title',mine.html:2: '{{title' is no place",
    "'{{body}}\n<script>x</script>',mine.html:2: '<script' does not reach readers",
    "'{{body}}<img src=\"data:x\">','mine.html:1: ''src=\"data:'' does not reach readers'",
  })
  void a_bad_template_is_told_in_one_sentence_with_its_line(String template, String sentence) {
    assertThat(MailTemplate.fault("mine.html", template)).startsWith(sentence).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dark-"})
  void text_can_be_read_on_its_ground(String mode) {
    Map<String, String> colours = MailColours.with(Map.of());
    for (String ground : List.of("card", "box")) {
      for (String text : List.of("text", "dim", "accent")) {
        assertThat(contrast(of(colours, mode + text), of(colours, mode + ground)))
            .as("%s%s on %s", mode, text, ground)
            .isGreaterThan(4.5);
      }
    }
  }

  private static String of(Map<String, String> colours, String place) {
    return Objects.requireNonNull(colours.get(place), place);
  }

  /** WCAG 2.2, contrast ratio. */
  private static double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String colour) {
    double[] parts = new double[3];
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
}
