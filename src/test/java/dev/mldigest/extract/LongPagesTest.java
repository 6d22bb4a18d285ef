package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Articles of every length are read to their end, and nothing with them: what the trees weigh must
 * not change its meaning where a page is longer than all that were learned from. A floor falls only
 * in a commit that says why.
 */
class LongPagesTest {
  private static final double FLOOR = 0.97;

  @ParameterizedTest
  @ValueSource(ints = {8_000, 25_000, 60_000, 100_000, 250_000, 700_000})
  void an_article_is_read_whole_however_long_it_is(int letters) {
    List<String> low = new ArrayList<>();
    for (LongPages.Kind kind : LongPages.Kind.values()) {
      LongPages.LongPage page = LongPages.of(kind, letters, 11);
      Reading reading = Pages.readHtml(page.html());
      ShingleScore score = new ShingleScore();
      score.add(page.text(), reading.article().text());
      if (!(score.f1() > FLOOR)) {
        low.add(kind + ": " + score);
      }
      assertThat(reading.notes()).as("%s", kind).isEmpty();
    }
    assertThat(low).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {25_000, 100_000, 250_000})
  void what_stands_around_a_long_article_is_left_out(int letters) {
    for (LongPages.Kind kind : LongPages.Kind.values()) {
      LongPages.LongPage page = LongPages.of(kind, letters, 12);
      String text = Pages.readHtml(page.html()).article().text();
      List<String> kept = page.furniture().stream().filter(text::contains).toList();

      assertThat(kept).as("%s", kind).hasSizeLessThanOrEqualTo(page.furniture().size() / 20);
    }
  }
}
