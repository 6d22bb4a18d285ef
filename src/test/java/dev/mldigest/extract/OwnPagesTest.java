package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages as blogs, documentation and notebooks set them: code to the letter, every formula, tables,
 * lists, and the text without the site around it. A floor falls only in a commit that says why.
 */
class OwnPagesTest {
  private static final double MEAN_FLOOR = 0.98;
  private static final double PAGE_FLOOR = 0.9;

  static List<OwnPages.OwnPage> pages() {
    return OwnPages.all();
  }

  private static MarkdownFacts read(OwnPages.OwnPage page) {
    return MarkdownFacts.of(OwnPages.parse(page.read().article().markdown()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void code_is_kept_to_the_letter_with_its_language(OwnPages.OwnPage page) {
    List<MarkdownFacts.CodeBlock> wanted = new ArrayList<>();
    for (MarkdownFacts.CodeBlock block : MarkdownFacts.of(page.source()).code) {
      wanted.add(
          new MarkdownFacts.CodeBlock(page.code().language(block.language()), block.literal()));
    }

    assertThat(read(page).code).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_formula_is_kept_as_tex_and_its_drawing_is_not(OwnPages.OwnPage page) {
    String markdown = folded(page.read().article().markdown());

    for (String tex : MarkdownFacts.of(page.source()).formulas) {
      assertThat(markdown).contains(folded(tex) + "$");
    }
    assertThat(markdown).doesNotContain("drawnhere");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tables_and_nested_lists_keep_their_form(OwnPages.OwnPage page) {
    MarkdownFacts wanted = MarkdownFacts.of(page.source());
    MarkdownFacts found = read(page);

    assertThat(found.tables).isEqualTo(wanted.tables);
    assertThat(found.items).isEqualTo(wanted.items);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothing_that_the_site_says_is_in_the_text(OwnPages.OwnPage page) {
    assertThat(page.furniture()).isNotEmpty();
    assertThat(page.read().article().text()).doesNotContain(page.furniture());
  }

  @Test
  void the_text_stays_above_its_floor() {
    List<String> low = new ArrayList<>();
    double sum = 0;
    List<OwnPages.OwnPage> pages = pages();
    for (OwnPages.OwnPage page : pages) {
      ArticleCorpus.Score score = new ArticleCorpus.Score();
      score.add(MarkdownFacts.of(page.source()).text(), page.read().article().text());
      sum += score.f1();
      if (!(score.f1() >= PAGE_FLOOR)) {
        low.add(page + ": " + score);
      }
    }
    System.out.println("mean F1 " + sum / pages.size());

    assertThat(pages).hasSizeGreaterThanOrEqualTo(40);
    assertThat(low).isEmpty();
    assertThat(sum / pages.size()).isGreaterThan(MEAN_FLOOR);
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
