package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Browser;
import dev.mldigest.testkit.CompromisedModel;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Reviewing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** An item is written again by a model behind a socket, with the keyboard alone. */
class RewriteInBrowserTest {
  @TempDir Path folder;

  private static String digest(Program program) throws IOException {
    return Files.readString(program.digest(Internet.WEEK));
  }

  @Test
  void a_new_version_shows_word_by_word_what_it_changes_and_what_it_cost_and_is_taken_by_a_key()
      throws Exception {
    try (Internet internet = new Internet();
        CompromisedModel model = new CompromisedModel();
        Browser browser = Browser.open()) {
      String configuration = internet.configuration(model.configuration());
      Program program = new Program(folder, configuration, Internet.NOW.toString());
      assertThat(program.run().code()).isZero();
      String made = digest(program);
      try (Reviewing review = new Reviewing(program.arguments("review", "--no-open"))) {
        browser.go(review.address());
        browser.until("document.documentElement.classList.contains('js')");
        String item = browser.told("return document.querySelector('.card.now').dataset.id");
        String text = "#item-" + item + " .text";
        browser.script("window.before = document.querySelector('" + text + "').innerText");

        browser.press("r");
        browser.until("document.activeElement.id === 'wish'");
        browser.press("Tell what failed.", Keys.ENTER);
        browser.until("document.querySelector('.strip .diff ins')");
        assertThat(browser.texts(".strip .diff del")).isNotEmpty();
        assertThat(browser.find(".strip .rewrite .fine").getText())
            .matches("[0-9,]+ tokens.*4 more times");
        assertThat(digest(program)).as("nothing is replaced").isEqualTo(made);

        int calls = model.calls();
        browser.press("a");
        browser.saved();
        browser.until("document.querySelector('" + text + "').innerText !== before");
        assertThat(digest(program)).isNotEqualTo(made);
        assertThat(model.calls()).as("taking it costs nothing more").isEqualTo(calls);

        browser.press("u");
        browser.until("document.querySelector('" + text + "').innerText === before");
        browser.saved();
        assertThat(digest(program)).isEqualTo(made);
      }
    }
  }
}
