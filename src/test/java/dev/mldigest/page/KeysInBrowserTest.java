package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.page.key.Key;
import dev.mldigest.page.key.KeyTable;
import dev.mldigest.testkit.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Every key of the table, where it counts and where it must not. */
class KeysInBrowserTest {
  @TempDir static Path folder;
  private static Browser browser;
  private static TwelveItems issue;

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
    browser.saved();
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

  private static String now() {
    return browser.script("return document.querySelector('.card.now').dataset.id").toString();
  }

  private static List<String> order() {
    @SuppressWarnings("unchecked")
    List<String> ids =
        (List<String>)
            browser.script(
                "return Array.from(document.querySelectorAll('#cards .card'), c => c.dataset.id)");
    return ids;
  }

  private static void selected(String tab) {
    browser.until(
        "document.querySelector('[role=tab][aria-selected=true]').dataset.pane === '" + tab + "'");
  }

  static Stream<Key> keys() {
    return KeyTable.all().stream();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void each_key_of_the_table_does_what_it_says(Key key) {
    switch (key.where()) {
      case "items" -> onItem(key);
      case "any" -> anywhere(key);
      case "reason" -> reason(key);
      case "bench" -> bench(key);
      case "rewrite" -> newVersion(key);
      default -> throw new AssertionError("no test for " + key);
    }
  }

  private void onItem(Key key) {
    String third = issue.items.get(2);
    browser.press(key.key());
    switch (key.act()) {
      case "next" -> assertThat(now()).isEqualTo(issue.items.get(3));
      case "previous" -> assertThat(now()).isEqualTo(issue.items.get(1));
      case "accept" -> {
        browser.saved();
        assertThat(issue.state().mark(third).accepted()).isTrue();
        assertThat(now()).isEqualTo(issue.items.get(3));
      }
      case "reject" -> {
        browser.until("document.querySelector('.strip[data-kind=reason]')");
        assertThat(issue.state().mark(third).rejected()).isNull();
      }
      case "edit" -> {
        browser.until(
            "document.activeElement.id === 'writing' && !document.activeElement.readOnly");
        browser.press(" More of it.", Keys.ESCAPE);
        browser.saved();
        assertThat(issue.digest()).contains("More of it.");
      }
      case "note" -> {
        browser.until(
            "document.activeElement.id === 'writing' && !document.activeElement.readOnly");
        browser.press("Read the appendix.", Keys.ESCAPE);
        browser.saved();
        assertThat(issue.digest()).contains("Read the appendix.");
      }
      case "pin" -> {
        browser.saved();
        assertThat(issue.state().mark(third).pinned()).isTrue();
        browser.press(key.key());
        browser.saved();
        assertThat(issue.state().mark(third).pinned()).isFalse();
      }
      case "rewrite" -> browser.until("document.activeElement.id === 'wish'");
      case "why", "history" -> selected(key.act());
      case "open" -> assertThat(browser.script("return opened[0]").toString()).startsWith("http");
      case "down" -> {
        assertThat(order().indexOf(third)).isEqualTo(3);
        browser.saved();
        assertThat(issue.standing().indexOf(third)).isEqualTo(3);
        assertThat(now()).isEqualTo(third);
      }
      case "up" -> {
        assertThat(order().indexOf(third)).isEqualTo(1);
        browser.saved();
        assertThat(issue.standing().indexOf(third)).isEqualTo(1);
      }
      default -> throw new AssertionError("no test for " + key);
    }
  }

  private void anywhere(Key key) {
    String third = issue.items.get(2);
    switch (key.act()) {
      case "bench", "lint" -> {
        browser.press(key.key());
        selected(key.act());
        browser.press(key.key());
        selected("source");
      }
      case "undo" -> {
        browser.press("a", key.key());
        browser.saved();
        assertThat(issue.state().mark(third).accepted()).isFalse();
      }
      case "redo" -> {
        browser.press("a", "u", key.key());
        browser.saved();
        assertThat(issue.state().mark(third).accepted()).isTrue();
      }
      case "preview" -> {
        browser.press(key.key());
        browser.until("opened.some(each => each.endsWith('/preview/html'))");
      }
      case "copy" -> {
        browser.press(key.key());
        browser.until("/copied|copy it/.test(document.getElementById('toast').textContent)");
      }
      case "publish" -> {
        browser.press(key.key());
        browser.until("document.querySelector('#publish[open] .lint')");
        browser.press("a", Keys.ESCAPE);
        assertThat(issue.state().isApproved()).isFalse();
      }
      case "help" -> {
        browser.press(key.key());
        browser.until("document.querySelector('#help[open]')");
        browser.press(key.key());
        browser.until("!document.querySelector('#help[open]')");
      }
      case "back" -> {
        browser.press("w");
        selected("why");
        browser.press(Keys.ESCAPE);
        selected("source");
        browser.press("x", Keys.ESCAPE);
        assertThat(browser.texts(".strip")).isEmpty();
      }
      default -> throw new AssertionError("no test for " + key);
    }
  }

  private void reason(Key key) {
    String third = issue.items.get(2);
    browser.press("x", key.key());
    browser.saved();
    assertThat(issue.state().mark(third).rejected())
        .isEqualTo(key.key().equals("x") ? "" : key.label());
    assertThat(order()).doesNotContain(third);
    assertThat(now()).isEqualTo(issue.items.get(3));
    browser.press("u");
    browser.until("document.getElementById('item-" + third + "')");
    assertThat(now()).isEqualTo(third);
  }

  /** Of a bench that the test writes: which items are on it is not the page's business. */
  private void bench(Key key) {
    browser.script(
        """
        const real = window.fetch;
        window.sent = [];
        window.fetch = (address, how) => {
          if (String(address).endsWith('/bench')) {
            const seat = (id) => `<li class="seat" data-seat="${id}" data-out="" tabindex="-1"><p class="seat-title"><a href="http://127.0.0.1/${id}">${id}</a></p><p class="seat-out"></p></li>`;
            return Promise.resolve(new Response('<div class="bench"><ol>' + ['one', 'two', 'three'].map(seat).join('') + '</ol></div>'));
          }
          if (String(address).endsWith('/acts')) { sent.push(JSON.parse(how.body)); }
          return real(address, how);
        };
        """);
    browser.press("b");
    browser.until("document.querySelector('.seat.now')");
    browser.press("j", "j", "k");
    switch (key.act()) {
      case "next" -> browser.press("j");
      case "previous" -> browser.press("k");
      case "pick", "open" -> browser.press(key.key());
      default -> throw new AssertionError("no test for " + key);
    }
    switch (key.act()) {
      case "pick" -> browser.until("sent.some(each => each.act === 'pick' && each.item === 'two')");
      case "open" -> browser.until("opened[0] === 'http://127.0.0.1/two'");
      case "next" ->
          assertThat(browser.find(".seat.now").getDomAttribute("data-seat")).isEqualTo("three");
      default ->
          assertThat(browser.find(".seat.now").getDomAttribute("data-seat")).isEqualTo("one");
    }
    assertThat(now()).isEqualTo(issue.items.get(2));
  }

  private void newVersion(Key key) {
    browser.script(
        """
        const real = window.fetch;
        window.sent = [];
        window.fetch = (address, how) => {
          if (String(address).endsWith('/rewrite')) {
            return Promise.resolve(new Response(JSON.stringify({ version: 'v2', html: '<p class="diff">new</p>', cost: '', left: 2 })));
          }
          if (String(address).endsWith('/acts')) { sent.push(JSON.parse(how.body)); }
          return real(address, how);
        };
        """);
    browser.press("r");
    browser.until("document.activeElement.id === 'wish'");
    browser.press("Shorter", Keys.ENTER);
    browser.until("document.querySelector('.strip .diff')");
    assertThat(browser.script("return sent.some(each => each.act === 'rewrite')")).isEqualTo(false);
    browser.press(key.key());
    browser.until("sent.some(each => each.act === 'rewrite' && each.version === 'v2')");
    assertThat(browser.script("return sent.some(each => each.act === 'accept')")).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "n", "r"})
  void in_a_field_no_letter_does_anything_but_be_typed(String opens) {
    browser.press(opens);
    browser.until(
        "/^(writing|wish)$/.test(document.activeElement.id) && !document.activeElement.readOnly");
    browser.script("document.activeElement.value = ''");
    String letters = letters();
    browser.press(letters);
    assertThat(browser.script("return document.activeElement.value")).isEqualTo(letters);
    assertThat(browser.driver().findElements(By.cssSelector("dialog[open]"))).isEmpty();
    assertThat(now()).isEqualTo(issue.items.get(2));
    assertThat(order()).isEqualTo(issue.items);
  }

  private static String letters() {
    StringBuilder letters = new StringBuilder();
    KeyTable.all().stream()
        .map(Key::key)
        .filter(key -> key.length() == 1)
        .distinct()
        .forEach(letters::append);
    return letters.toString();
  }

  @Test
  void what_is_typed_before_a_field_has_its_text_is_no_command() {
    browser.script(
        """
        const real = window.fetch;
        window.fetch = (address, how) => String(address).endsWith('/text')
            ? new Promise(go => { window.letGo = () => go(real(address, how)); })
            : real(address, how);
        """);
    browser.press("e", "x", "1", "a", "P");
    browser.script("letGo()");
    browser.until("!document.getElementById('writing').readOnly");
    assertThat(browser.script("return document.getElementById('writing').value").toString())
        .startsWith("### ");
    browser.press(Keys.ESCAPE);
    nothingHappened();
  }

  @Test
  void with_control_alt_or_command_held_no_letter_counts() {
    for (Key key : KeyTable.all()) {
      if (key.key().length() == 1) {
        for (String held : List.of("ctrlKey", "altKey", "metaKey")) {
          browser.script(
              "document.querySelector('.card.now').dispatchEvent(new KeyboardEvent('keydown', {"
                  + " key: arguments[0], bubbles: true, cancelable: true, [arguments[1]]: true }))",
              key.key(),
              held);
        }
      }
    }
    nothingHappened();
  }

  @Test
  void while_an_input_method_composes_no_letter_counts() {
    for (Key key : KeyTable.all()) {
      browser.script(
          "document.querySelector('.card.now').dispatchEvent(new KeyboardEvent('keydown', { key:"
              + " arguments[0], bubbles: true, cancelable: true, isComposing: true }))",
          key.key());
      browser.script(
          "document.querySelector('.card.now').dispatchEvent(new KeyboardEvent('keydown', { key:"
              + " arguments[0], keyCode: 229, bubbles: true, cancelable: true }))",
          key.key());
    }
    nothingHappened();
  }

  @Test
  void backspace_and_delete_do_nothing() {
    browser.press(Keys.BACK_SPACE, Keys.DELETE);
    nothingHappened();
  }

  @Test
  void in_something_editable_no_letter_counts() {
    browser.script(
        "const box = document.createElement('div'); box.contentEditable = 'true'; box.id = 'box';"
            + " document.querySelector('.letter').prepend(box); box.focus();");
    browser.press(letters());
    assertThat(browser.find("#box").getText()).isEqualTo(letters());
    browser.script("document.querySelector('.card.now').focus()");
    nothingHappened();
  }

  @Test
  void a_key_that_is_held_down_decides_once() {
    browser.script(
        "for (let i = 0; i < 5; i++) document.querySelector('.card.now').dispatchEvent(new"
            + " KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true, repeat: i > 0"
            + " }))");
    browser.saved();
    assertThat(issue.items).filteredOn(item -> issue.state().mark(item).accepted()).hasSize(1);
  }

  private void nothingHappened() {
    assertThat(order()).isEqualTo(issue.items);
    assertThat(now()).isEqualTo(issue.items.get(2));
    assertThat(browser.script("return document.querySelectorAll('dialog[open], .strip').length"))
        .isEqualTo(0L);
    browser.saved();
    assertThat(issue.items)
        .noneMatch(
            item -> issue.state().mark(item).accepted() || issue.state().mark(item).pinned());
  }
}
