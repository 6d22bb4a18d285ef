package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages as blogs, documentation and notebooks set them: code to the letter, every formula, tables,
 * lists, and the text without the site around it. A floor falls only in a commit that says why.
 */
class OwnPagesTest {
  private static final double MEAN_FLOOR = 0.995;
  private static final double PAGE_FLOOR = 0.97;
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *(`{3,})[^\\n`]*\\n.*?^ *\\1$");
  private static final Pattern IN_DOLLARS = Pattern.compile("\\$\\$?([^$]+)\\$\\$?");

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
    List<String> wanted =
        MarkdownFacts.of(page.source()).formulas.stream().map(OwnPagesTest::folded).toList();
    String markdown = page.read().article().markdown();

    assertThat(formulas(markdown)).isEqualTo(wanted);
    assertThat(markdown).doesNotContain("drawnhere");
  }

  /** All that stands in dollars outside of code. */
  private static List<String> formulas(String markdown) {
    String prose = FENCED.matcher(markdown).replaceAll("");
    return IN_DOLLARS
        .matcher(prose)
        .results()
        .map(found -> folded(found.group(1)).replace("\\displaystyle ", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tables_nested_lists_and_headings_keep_their_form(OwnPages.OwnPage page) {
    MarkdownFacts wanted = MarkdownFacts.of(page.source());
    MarkdownFacts found = read(page);

    assertThat(found.tables).isEqualTo(wanted.tables);
    assertThat(found.items).isEqualTo(wanted.items);
    // Its title may stand above it, as in a file of its own.
    assertThat(
            found.headings.stream()
                .filter(heading -> !heading.text().equals(page.title()))
                .toList())
        .isEqualTo(wanted.headings);
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
      ShingleScore score = new ShingleScore();
      score.add(MarkdownFacts.of(page.source()).text(), page.read().article().text());
      sum += score.f1();
      if (!(score.f1() >= PAGE_FLOOR)) {
        low.add(page + ": " + score);
      }
    }
    assertThat(pages).hasSizeGreaterThanOrEqualTo(40);
    assertThat(low).isEmpty();
    assertThat(sum / pages.size()).as("mean F1").isGreaterThan(MEAN_FLOOR);
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
