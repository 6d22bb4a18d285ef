package dev.mldigest.assemble.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.picture.FigureHtml;
import dev.mldigest.assemble.picture.Pictures;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Explanation.Part;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.testkit.Axe;
import dev.mldigest.testkit.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, the mail and the pictures as a browser shows them. */
class ArchiveInBrowserTest {
  private static final String LONG =
      """

      ## Code and more

      ### [A title with_a_very_long_word_that_no_line_of_any_telephone_can_hold_in_one_piece](https://a.example/1)

      > **Sponsor**
      >
      > They pay. [Read on](https://a.example/s)

      ```
      a line of code that is longer than any telephone is wide, and must be scrolled by itself, not the page
      ```

      | a | b | c |
      | - | - | - |
      | https://a.example/a/very/long/address/that/goes/on | 2 | 3 |

      A note.[^1] And $\\alpha_{i}$ with `code`. ![a chart](https://a.example/c.png)

      [^1]: Below.
      """;

  @TempDir private Path folder;

  private List<Path> pages() throws IOException {
    Issue issue = Issues.example();
    String markdown = new DigestMarkdown().render(issue, Map.of());
    Map<String, String> files =
        new LinkedHashMap<>(
            new ArchiveSite(
                    List.of(
                        Archived.of(issue, markdown + LONG),
                        Archived.of("2026-W09", "# W09\n\n## Papers\n\n### One\n\nText.\n"),
                        Archived.of("2026-W08", "# W08\n\nNothing.\n")),
                    null)
                .files());
    files.put("mail.html", new HtmlMail(Locale.ENGLISH).render(markdown + LONG, "Mail"));
    files.put("pictures.html", pictures(issue));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path written = folder.resolve(file.getKey());
      Files.createDirectories(written.getParent());
      Files.writeString(written, file.getValue());
    }
    return files.keySet().stream()
        .filter(name -> name.endsWith(".html"))
        .map(folder::resolve)
        .toList();
  }

  private static String pictures(Issue issue) {
    return "<!DOCTYPE html><html lang=en><meta name=color-scheme content='light"
        + " dark'><title>P</title><main><h1>Pictures</h1>"
        + FigureHtml.of(Pictures.funnel(issue.funnel()))
        + FigureHtml.of(Pictures.waterfall(1.2, List.of(new Part("a", 1.5), new Part("b", -0.3))))
        + FigureHtml.of(Pictures.topics(Map.of(new Week(2026, 1), Map.of("Papers", 3))))
        + "</main></html>";
  }

  @Test
  void nothing_is_in_the_way_of_anybody_in_light_in_dark_and_on_a_telephone() throws IOException {
    List<Path> pages = pages();
    try (Browser browser = Browser.open()) {
      for (boolean dark : new boolean[] {false, true}) {
        browser.scheme(dark);
        for (Path page : pages) {
          browser.go(page.toUri().toString());
          assertThat(Axe.findings(browser)).as(page + (dark ? " dark" : " light")).isEmpty();
        }
      }
      browser.phone();
      for (Path page : pages) {
        browser.go(page.toUri().toString());
        assertThat(Axe.findings(browser)).as(page + " phone").isEmpty();
        assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
            .as(page + " is no wider than the telephone")
            .isEqualTo(true);
      }
    }
  }
}
