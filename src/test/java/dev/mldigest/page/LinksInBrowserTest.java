package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.LinkCheck;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Nothing is approved before the links were asked for, and one sees how far that is. */
class LinksInBrowserTest extends PageInBrowser {
  private final CountDownLatch answered = new CountDownLatch(1);

  @AfterEach
  void nobody_is_asked_any_more() {
    issue.page.workshop.links = () -> {};
    answered.countDown();
  }

  /** The third item's page is gone, which is known when it was asked for. */
  private void gone() {
    Matcher link =
        Pattern.compile("(?s)item:" + issue.items.get(2) + ".*?\\]\\((\\S+)\\)")
            .matcher(issue.digest());
    assertThat(link.find()).isTrue();
    issue.page.workshop.links =
        () -> {
          try {
            answered.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          issue
              .page
              .store
              .linkChecks()
              .save(
                  new LinkCheck(
                      link.group(1),
                      Instant.now(),
                      LinkCheck.Ending.GONE,
                      "",
                      "It answers with status 404."));
        };
  }

  @Test
  void who_publishes_at_once_waits_for_the_links_and_is_told_what_they_said() {
    gone();
    browser.press("P");
    browser.until(
        "document.getElementById('publish-links').textContent.match(/^Asking links … [01] of"
            + " [0-9]+$/)");
    browser.press(Keys.ENTER);
    browser.until("document.getElementById('publish-said').textContent.includes('Approving')");
    assertThat(issue.state().isApproved()).isFalse();
    answered.countDown();
    browser.until("document.getElementById('publish-said').textContent.includes('404')");
    browser.until("document.getElementById('publish-links').textContent === ''");
    assertThat(issue.state().isApproved()).isFalse();
    assertThat(browser.find("#publish-reason").isDisplayed()).isTrue();
    browser.press(Keys.ESCAPE);
  }

  @Test
  void the_check_shows_how_far_the_links_are_and_then_what_they_said() {
    gone();
    browser.press("l");
    browser.until(
        "document.querySelector('.lint [role=status]')?.textContent.includes('Asking links')");
    answered.countDown();
    browser.until("document.querySelector('.findings')?.textContent.includes('404')");
    browser.press("l");
  }
}
