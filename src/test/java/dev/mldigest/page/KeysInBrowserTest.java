package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.key.Key;
import dev.mldigest.domain.key.KeyTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** Every key of the table, where it counts. */
class KeysInBrowserTest extends PageInBrowser {
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
        assertThat(issue.digest()).contains(" More of it.\n\n<!-- note: -->");
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
      case "open" -> assertThat(browser.told("return opened[0]")).startsWith("http");
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
      case "subject" -> {
        browser.press(key.key());
        browser.until(
            "document.activeElement.id === 'subject' && !document.activeElement.readOnly");
        browser.press("A week in brief", Keys.ESCAPE);
        browser.saved();
        assertThat(issue.digest()).contains("\nsubject: \"A week in brief\"\n");
        assertThat(browser.texts("#opening dd")).contains("A week in brief");
        assertThat(now()).isEqualTo(third);
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
}
