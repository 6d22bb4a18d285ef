package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of the page a key has made anew: what {@code bench keys} measures depends on it. */
class LayoutInBrowserTest extends PageInBrowser {
  /** Nodes that were put into #cards or the list since the last call. */
  private static void watch() {
    browser.script(
        """
        window.put = [];
        const watch = new MutationObserver(seen => seen.forEach(each =>
            each.addedNodes.forEach(node => put.push(node.dataset?.id || node.dataset?.for || node.className))));
        ['cards', 'list'].forEach(id => watch.observe(document.getElementById(id), { childList: true, subtree: true }));
        """);
  }

  private static List<String> put() {
    return List.of(browser.told("return put.filter(each => each).join()").split(","));
  }

  @Test
  void no_pane_has_a_say_in_the_size_of_another() {
    assertThat(
            browser.told(
                "return Array.from(document.querySelectorAll('.desk, .pane, .side-body'), each =>"
                    + " getComputedStyle(each).contain + (each.clientHeight > 300)).join()"))
        .isEqualTo("stricttrue,stricttrue,stricttrue,stricttrue,stricttrue");
  }

  @Test
  void the_bar_of_what_is_accepted_does_not_grow_picture_by_picture() {
    assertThat(
            browser.told(
                "return getComputedStyle(document.getElementById('progress'),"
                    + " '::-webkit-progress-value').transitionDuration"))
        .isEqualTo("0s");
  }

  @Test
  void a_move_that_is_taken_back_moves_one_card() {
    String third = issue.items.get(2);
    browser.press("J");
    browser.saved();
    watch();
    browser.press("u");
    browser.saved();
    assertThat(order()).isEqualTo(issue.items);
    assertThat(put()).containsExactly(third);
  }

  @Test
  void a_pin_that_is_taken_back_changes_one_entry_of_the_list() {
    String third = issue.items.get(2);
    browser.press("p");
    browser.saved();
    watch();
    browser.press("u");
    browser.saved();
    assertThat(put()).allMatch(third::equals).hasSize(2);
  }

  @Test
  void the_page_opens_at_its_top_and_is_as_high_as_the_window() {
    assertThat(browser.told("return document.documentElement.scrollHeight - innerHeight"))
        .isEqualTo("0");
    browser.go(issue.address());
    browser.until("document.querySelector('.card.now')");
    assertThat(browser.told("return document.getElementById('issue').scrollTop")).isEqualTo("0");
  }
}
