package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Browser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnKeysInBrowserTest {
  @TempDir private Path folder;

  @Test
  void keys_of_the_editors_do_what_ours_did_and_stand_on_the_buttons() throws IOException {
    String keys = "\nreview:\n  keys: { accept: y, undo: z, next: n, note: t }\n";
    try (Browser browser = Browser.open();
        TwelveItems issue = TwelveItems.in(folder, 3, digest -> digest, keys)) {
      issue.open(browser);
      browser.press("a");
      assertThat(browser.texts(".toast:not([hidden])")).isEmpty();
      browser.press("n", "y");
      browser.saved();
      assertThat(issue.state().mark(issue.items.get(1)).accepted()).isTrue();
      assertThat(issue.state().mark(issue.items.get(0)).accepted()).isFalse();
      browser.press("y");
      browser.until("/z$/.test(document.querySelector('#toast button').textContent)");
      browser.press("z", "z");
      browser.saved();
      assertThat(issue.state().mark(issue.items.get(1)).accepted()).isFalse();
      assertThat(browser.texts("[data-do=accept] kbd")).containsExactly("y");
      assertThat(browser.texts("[data-do=note] kbd")).containsExactly("t");
    }
  }
}
