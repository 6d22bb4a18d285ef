package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Floors on pages of others, where they are at hand: multiset overlap of four-word shingles, F1 of
 * mean precision and mean recall. A floor falls only in a commit that says why.
 */
class CorporaTest {
  @ParameterizedTest
  @CsvSource({"news, 0.985", "web, 0.950"})
  void extraction_stays_above_its_floor(String set, double floor) throws IOException {
    ShingleScore score = new ShingleScore();
    Extractor extractor = new Extractor();
    for (ArticleCorpus.Page page : ArticleCorpus.pages(set)) {
      score.add(page.gold(), extractor.read(page.body(), null, page.url(), null).article().text());
    }
    assertThat(score.f1()).as(score.toString()).isGreaterThan(floor);
  }
}
