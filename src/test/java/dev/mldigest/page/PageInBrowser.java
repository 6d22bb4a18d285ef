package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twelve items in one browser for all tests of a class; each begins with them as they were made.
 */
abstract class PageInBrowser {
  @TempDir static Path folder;
  static Browser browser;
  static TwelveItems issue;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.open();
    issue = TwelveItems.in(folder);
    issue.open(browser);
  }

  @AfterAll
  static void close() {
    if (issue != null) {
      issue.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  /** The issue as it was made, the page as it opens, the third item looked at. */
  @BeforeEach
  void anew() {
    browser.go("about:blank");
    browser.forget(issue.address());
    while (issue.undo()) {
      // until there is nothing left to take back
    }
    browser.go(issue.address());
    browser.until("document.documentElement.classList.contains('js')");
    browser.script(
        "window.opened = []; window.open = (address, name) => { opened.push(String(address));"
            + " return { set location(to) { opened.push(String(to)); }, close() {} }; };");
    browser.script("document.querySelectorAll('.card')[0].querySelector('.line').click()");
    browser.press("j", "j");
    assertThat(now()).isEqualTo(issue.items.get(2));
  }

  static String now() {
    return browser.told("return document.querySelector('.card.now').dataset.id");
  }

  static List<String> order() {
    return List.of(
        browser
            .told(
                "return Array.from(document.querySelectorAll('#cards .card'), c => c.dataset.id)"
                    + ".join()")
            .split(","));
  }

  static void selected(String tab) {
    browser.until(
        "document.querySelector('[role=tab][aria-selected=true]').dataset.pane === '" + tab + "'");
  }
}
