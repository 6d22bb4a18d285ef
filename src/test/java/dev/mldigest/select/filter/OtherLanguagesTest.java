package dev.mldigest.select.filter;

import static dev.mldigest.select.Newsroom.blog;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.select.Newsroom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the filters, whose words are English, make of titles and texts in other languages. */
class OtherLanguagesTest {
  private static Filters filters(String language, Filter... off) {
    return new Filters(new Settings.Audience("", List.of(), List.of(), Set.of(off)), language);
  }

  private static Candidate entry(String title, String lead, String text) {
    FeedEntry item =
        FeedEntry.titled(title)
            .guid("x")
            .link("https://b.example/x")
            .published(Newsroom.INSIDE)
            .summary(lead)
            .build();
    Entry entry = new Entry("x", "b", item, null, Newsroom.INSIDE, Newsroom.INSIDE);
    Article article =
        text.isEmpty()
            ? null
            : new Article(
                "https://b.example/x",
                Article.About.titled(title),
                PageKind.POST,
                new Article.Body(text, text, 400));
    return new Candidate(entry, blog("b"), article);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Case Study: Wie wir den Award für die beste Demo im Shop gewonnen haben | Ein Gift"
            + " für die Rolle des Lesers ist das Rating nicht, und mit dem Trial der Suite war es"
            + " auch so.",
        "de | Crash Course oder Tutorial? Was die Bank mit dem Hack und der Cash-Position macht |"
            + " Der Artikel handelt von der Position der Bank, die das Programm und die Seminare"
            + " nicht mehr trägt.",
        "fr | La commission offre une suite de transports | La commission et la suite des offres de"
            + " transport sont le sujet de la session, et les positions des experts ne changent"
            + " pas.",
        "es | La guía de la ruta: un hack para el portal | Los lectores de la guía no van a pagar"
            + " por el portal, y la demo del plan es parte de la oferta que se hizo en la ciudad.",
        "ja | 10 best モデルの評価を社内で試した結果 | 社内のデータで十のモデルを比べ、遅延と費用を測った結果をまとめます。",
        "zh | 我们如何把推理延迟降低一半 step by step | 本文介绍我们在生产环境中测量的延迟和成本，以及哪些做法没有效果。"
      })
  void a_word_that_is_spelled_like_an_english_one_keeps_nothing_out(
      String language, String title, String lead) {
    assertThat(filters(language).judge(entry(title, lead, ""))).isNull();
    assertThat(new Doubts(new Settings.Audience("", List.of(), List.of())).of(title, lead).nats())
        .isZero();
  }

  @Test
  void a_text_without_an_english_word_of_the_field_is_not_of_another_subject() {
    String text =
        "Wir haben gemessen, wie lange die Vorhersage braucht, und was sich mit dem"
            + " Zwischenspeicher und einer anderen Aufteilung der Last auf die Rechner ändert. ";
    Candidate german = entry("Wie die Vorhersage schneller wurde", "", text.repeat(12));
    assertThat(filters("de").judge(german)).isNull();
    assertThat(filters("en", Filter.LANGUAGE).judge(german)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | [Anzeige] Mehr Leistung für die Daten der Firma",
        "de | Datenanalyst (m/w/d) für unser Team in der Stadt",
        "fr | Article sponsorisé : les données de la société",
        "es | Contenido patrocinado: los datos de la empresa",
        "ja | 【PR】社内のデータを守る",
        "zh | 【推广】让企业的数据更安全"
      })
  void what_says_itself_that_it_is_paid_for_or_a_job_goes_in_every_language(
      String language, String title) {
    assertThat(filters(language).judge(entry(title, "", ""))).isNotNull();
  }

  @Test
  void an_english_post_in_a_digest_of_another_language_is_judged_as_in_an_english_one() {
    Candidate guide =
        entry(
            "A beginner's guide to the basics of machine learning", "For everyone new to it.", "");
    assertThat(filters("en").judge(guide)).isNotNull();
    assertThat(filters("de", Filter.LANGUAGE).judge(guide)).isNotNull();
    assertThat(filters("ja", Filter.LANGUAGE).judge(guide)).isNotNull();
  }
}
