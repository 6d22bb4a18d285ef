package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Browser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor keeps cutting is offered for a ban where he sees it, and not for ever. */
class OffersInBrowserTest {
  @Test
  void a_house_rule_is_offered_above_the_items_until_it_is_declined(@TempDir Path folder)
      throws IOException {
    try (Browser browser = Browser.open();
        TwelveItems issue =
            TwelveItems.in(folder, 12, digest -> digest.replace("held-out set", "set"))) {
      issue.open(browser);
      browser.press("a");
      browser.saved();
      browser.go(issue.address());
      browser.until("document.querySelector('#house .rule')");
      assertThat(browser.find("#house .rule").getText())
          .contains("You cut 'held-out'", "ban it?", "Do not ask again");
      browser.find("#house [data-decline]").click();
      browser.until("!document.querySelector('#house .rule')");
      browser.go(issue.address());
      browser.until("document.documentElement.classList.contains('js')");
      browser.press("l");
      browser.until("document.querySelector('.lint')");
      assertThat(browser.find("#side-body").getText()).doesNotContain("held-out");
      assertThat(browser.texts("#house .rule")).isEmpty();
    }
  }
}
