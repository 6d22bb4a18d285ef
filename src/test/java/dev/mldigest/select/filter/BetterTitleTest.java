package dev.mldigest.select.filter;

import static dev.mldigest.select.Newsroom.blog;
import static dev.mldigest.select.Newsroom.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.select.Newsroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetterTitleTest {
  private static final String TEXT =
      "A new scheduler halves the queue. It was measured on four clusters for a month, and the gain"
          + " held under load.";

  @ParameterizedTest
  @ValueSource(
      strings = {"not much happened today", "Weekly update", "Untitled", "#42", "Episode 12"})
  void a_title_that_says_nothing_gives_way_to_words_of_its_text(String title) {
    var named = BetterTitle.of(candidate("a", blog("b"), title, TEXT));
    assertThat(named.title()).isEqualTo("A new scheduler halves the queue");
    assertThat(named.id()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Weekly updates of a model cost more than they bring",
        "Release the brakes",
        "Episode 12: schedulers",
        "GPT-5.1",
        "1.58 bits",
      })
  void a_title_that_says_something_stays(String title) {
    assertThat(BetterTitle.of(candidate("a", blog("b"), title, TEXT)).title()).isEqualTo(title);
  }

  @Test
  void where_the_text_has_no_name_for_it_and_for_releases_the_title_stays() {
    assertThat(BetterTitle.of(candidate("a", blog("b"), "#42", "Soon.")).title()).isEqualTo("#42");
    assertThat(BetterTitle.of(candidate("a", blog("b"), "#42", null)).title()).isEqualTo("#42");
    var releases = Newsroom.source("s", SourceKind.GITHUB, "industry", 1);
    assertThat(BetterTitle.of(candidate("a", releases, "v1.2.3", TEXT)).title())
        .isEqualTo("v1.2.3");
  }

  private static String signed(String title) {
    var about = new Article.About("Ten owls", "Ada Barn", null, "en", "Owlworks Notes", null, null);
    var article =
        new Article(
            "https://www.owlworks.example/ten",
            about,
            PageKind.POST,
            new Article.Body(TEXT, TEXT, 26));
    Candidate plain = candidate("a", blog("b"), title, null);
    return BetterTitle.of(new Candidate(plain.entry(), plain.source(), article)).title();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ten owls - by Ada Barn",
        "Ten owls by Ada Barn",
        "Ten owls | Owlworks Notes",
        "Ten owls — owlworks notes",
        "Ten owls · owlworks.example",
      })
  void a_title_is_not_signed_with_the_name_of_its_writer_or_its_site(String title) {
    assertThat(signed(title)).isEqualTo("Ten owls");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ten owls",
        "Ten owls – and one mouse",
        "Ten owls by night",
        "Ten owls | another site",
        "Owlworks Notes",
      })
  void what_else_stands_behind_a_title_is_part_of_it(String title) {
    assertThat(signed(title)).isEqualTo(title);
  }
}
