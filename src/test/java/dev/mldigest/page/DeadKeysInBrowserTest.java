package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.key.Key;
import dev.mldigest.domain.key.KeyTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Where a letter must not decide anything. */
class DeadKeysInBrowserTest extends PageInBrowser {
  @ParameterizedTest
  @ValueSource(strings = {"e", "n", "r", "s"})
  void in_a_field_no_letter_does_anything_but_be_typed(String opens) {
    browser.press(opens);
    browser.until(
        "/^(writing|wish|subject)$/.test(document.activeElement.id) &&"
            + " !document.activeElement.readOnly");
    browser.script("document.activeElement.value = ''");
    String letters = letters();
    browser.press(letters);
    assertThat(browser.script("return document.activeElement.value")).isEqualTo(letters);
    assertThat(browser.driver().findElements(By.cssSelector("dialog[open]"))).isEmpty();
    assertThat(now()).isEqualTo(issue.items.get(2));
    assertThat(order()).isEqualTo(issue.items);
    browser.press(Keys.ESCAPE);
    browser.saved();
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
    assertThat(browser.told("return document.getElementById('writing').value")).startsWith("### ");
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
