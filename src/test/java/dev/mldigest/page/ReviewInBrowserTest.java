package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Browser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What an editor does with the page, in a real browser. */
class ReviewInBrowserTest {
  @TempDir Path folder;
  private Browser browser;
  private TwelveItems issue;

  @BeforeEach
  void open() throws IOException {
    browser = Browser.open();
    issue = TwelveItems.in(folder);
    issue.open(browser);
  }

  @AfterEach
  void close() {
    if (issue != null) {
      issue.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  private String now() {
    return browser.find(".card.now").getDomAttribute("data-id");
  }

  @Test
  void a_clean_issue_of_twelve_items_is_approved_with_fourteen_keys() {
    for (int item = 0; item < 12; item++) {
      browser.press("a");
    }
    browser.press("P");
    browser.until("document.querySelector('#publish .lint')");
    browser.press(Keys.ENTER);
    browser.until("document.body.dataset.approved === 'true'");

    assertThat(browser.keys()).isLessThanOrEqualTo(14);
    assertThat(issue.page.pages.issue(issue.page.week).orElseThrow().desk().load().isApproved())
        .isTrue();
  }
}
