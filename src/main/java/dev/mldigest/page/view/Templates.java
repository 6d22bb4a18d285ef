package dev.mldigest.page.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/** HTML of what is shown. May be called by many threads. */
public final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "dev.mldigest.page.template");

  private Templates() {}

  public static String page(PageView page) {
    return of("page.jte", Map.of("page", page));
  }

  /** An item alone, as script puts it into the page: without the forms for who has none. */
  public static String card(CardView card) {
    return of("card.jte", Map.of("card", card));
  }

  /** What is no item, as script puts it into the page. */
  public static String block(BlockView block) {
    return of("block.jte", Map.of("block", block));
  }

  /** What stands above the first section. */
  public static String opening(IssueView issue) {
    return of("opening.jte", Map.of("issue", issue));
  }

  public static String source(SourceView source) {
    return of("source.jte", Map.of("source", source));
  }

  public static String why(WhyView why) {
    return of("why.jte", Map.of("why", why));
  }

  /**
   * @param take the key that takes a seat into the issue
   */
  public static String bench(BenchView bench, String take) {
    return of("bench.jte", Map.of("bench", bench, "take", take));
  }

  public static String lint(LintView lint) {
    return of("lint.jte", Map.of("lint", lint));
  }

  /** House rules to choose from. */
  public static String offers(List<LintView.Offer> offers) {
    return of("offers.jte", Map.of("offers", offers));
  }

  public static String history(HistoryView history) {
    return of("history.jte", Map.of("history", history));
  }

  public static String preview(PreviewView preview) {
    return of("preview.jte", Map.of("preview", preview));
  }

  public static String rewrite(RewriteView rewrite) {
    return of("rewrite.jte", Map.of("rewrite", rewrite));
  }

  private static String of(String template, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    ENGINE.render(template, parameters, output);
    return output.toString();
  }
}
