package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;

/** What the editor did and the server did not take: it is told, and it is not lost. */
class UnsavedInBrowserTest extends PageInBrowser {
  /** A text that is not that of one item. */
  private static final String TWO = "### A title\n\nWords.\n\n### A second title";

  @AfterEach
  void nothing_waits_for_the_next() {
    browser.until(
        "(document.querySelector('#conflict:not([hidden]) [data-do=drop]')?.click(),"
            + " document.getElementById('saving').dataset.state === 'saved')");
  }

  private static void writing() {
    browser.until("document.activeElement.id === 'writing' && !document.activeElement.readOnly");
  }

  private static void is(String state) {
    browser.until("document.getElementById('saving').dataset.state === '" + state + "'");
  }

  /** The page's writes go where the script says; `real` sends them. */
  private static void writes(String answer) {
    browser.script(
        "const real = window.fetch; let tries = 0; window.fetch = async (address, how) =>"
            + " String(address).endsWith('/acts') && !/seen|active|opened/.test(how.body) ? ("
            + answer
            + ") : real(address, how)");
  }

  private String third() {
    return issue.items.get(2);
  }

  private static String stored() {
    return browser.told("return JSON.stringify(localStorage)");
  }

  private static void typed(String text) {
    browser.script(
        "const area = document.getElementById('writing'); area.value = arguments[0];"
            + " area.dispatchEvent(new Event('input'))",
        text);
  }

  @Test
  void a_text_that_is_refused_stays_with_the_editor_until_it_is_written_on() {
    browser.press("e");
    writing();
    typed(TWO);
    is("unsaved");
    browser.press(Keys.ESCAPE);
    browser.until("document.querySelector('.strip') === null");
    is("unsaved");
    assertThat(browser.find("#conflict pre").getText()).contains("A second title");
    assertThat(browser.find("#conflict").getText()).contains("not saved", "Copy my text");
    assertThat(stored()).contains("A second title");

    browser.go(issue.address());
    browser.until("document.querySelector('#conflict:not([hidden]) [data-do=write]')");
    browser.find("#conflict [data-do=write]").click();
    writing();
    assertThat(browser.told("return document.getElementById('writing').value")).isEqualTo(TWO);
    typed("### A title\n\nIt is one now.\n");
    browser.press(Keys.ESCAPE);
    browser.saved();
    assertThat(issue.digest()).contains("It is one now.");
    assertThat(browser.find("#conflict").isDisplayed()).isFalse();
  }

  @Test
  void a_text_that_the_server_could_not_write_is_sent_again() {
    writes("++tries < 3 ? new Response('No space left.', { status: 500 }) : real(address, how)");
    browser.press("n");
    writing();
    browser.press("On a full disk.", Keys.ESCAPE);
    is("offline");
    assertThat(browser.find("#saving").getText()).startsWith("Not saved yet");
    assertThat(issue.digest()).doesNotContain("On a full disk.");
    browser.saved();
    assertThat(issue.digest()).contains("On a full disk.");
  }

  @Test
  void a_text_that_is_too_long_is_kept() {
    String text = "### Long\n\n" + "Too many words. ".repeat(20_000);
    browser.press("e");
    writing();
    typed(text);
    is("unsaved");
    browser.press(Keys.ESCAPE);
    browser.until("document.querySelector('#conflict pre').textContent.length > 300000");
  }

  @Test
  void a_state_that_could_not_be_read_once_is_asked_for_again() {
    browser.script(
        "const real = window.fetch; let tries = 0; window.fetch = async (address, how) =>"
            + " String(address).endsWith('/state') && ++tries < 2"
            + " ? new Response('No.', { status: 500 }) : real(address, how)");
    desk().append(new Act.Note(third(), "By another."), Desk.LATEST, "another");
    is("offline");
    browser.until("document.querySelector('#item-" + third() + " .note')");
    browser.saved();
  }

  @Test
  void an_undo_that_never_arrived_is_not_taken_for_done_because_an_item_was_looked_at() {
    browser.press("a");
    browser.saved();
    assertThat(issue.state().mark(third()).accepted()).isTrue();
    writes("++tries < 2 ? Promise.reject(new TypeError('nobody')) : real(address, how)");
    browser.press("u");
    is("offline");
    desk().append(new Act.Seen(issue.items.get(5)), Desk.LATEST, "another");
    browser.saved();
    assertThat(issue.state().mark(third()).accepted()).isFalse();
  }

  @Test
  void an_undo_whose_answer_was_lost_is_done_once() {
    browser.press("a", "a");
    browser.saved();
    writes(
        "real(address, how).then(a => { if (++tries < 2) throw new TypeError('lost'); return a;"
            + " })");
    browser.press("u");
    browser.saved();
    assertThat(issue.state().mark(third()).accepted()).isTrue();
    assertThat(issue.state().mark(issue.items.get(3)).accepted()).isFalse();
  }

  private static Desk desk() {
    return issue.page.pages.issue(issue.page.week).orElseThrow().desk();
  }

  @Test
  void what_was_decided_offline_survives_that_the_page_is_loaded_again() {
    browser.script("window.fetch = () => Promise.reject(new TypeError('nobody there'))");
    browser.press("a", "J", "x", "1");
    is("offline");
    browser.go(issue.address());
    browser.until("document.documentElement.classList.contains('js')");
    browser.until("document.querySelectorAll('.card').length === 11");
    browser.saved();
    assertThat(issue.state().mark(third()).accepted()).isTrue();
    assertThat(issue.standing()).hasSize(11);
  }

  @Test
  void another_tab_neither_drops_nor_sends_what_waits_in_this_one() {
    browser.script(
        "window.real = window.fetch; window.fetch = () => Promise.reject(new TypeError('nobody'))");
    browser.press("n");
    writing();
    browser.press("Waits in the first tab.");
    is("offline");
    String first = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    browser.go(issue.address());
    browser.until("document.documentElement.classList.contains('js')");
    browser.press("a");
    browser.saved();
    assertThat(stored()).contains("Waits in the first tab.");
    assertThat(issue.digest()).doesNotContain("Waits in the first tab.");
    browser.driver().switchTo().window(first);
    browser.driver().close();
    browser.driver().switchTo().window(browser.driver().getWindowHandles().iterator().next());
    browser.until("document.querySelector('.note')"); // what a closed tab left is sent by the other
    browser.saved();
    assertThat(issue.digest()).contains("Waits in the first tab.");
  }

  @Test
  void nothing_is_approved_while_a_text_is_not_saved() {
    browser.press("e");
    writing();
    typed(TWO);
    is("unsaved");
    browser.press(Keys.ESCAPE, "P");
    browser.until("document.querySelector('#publish-findings .warning')");
    browser.press(Keys.ENTER);
    browser.until(
        "document.getElementById('publish-said').textContent.includes('Not all is saved')");
    assertThat(issue.state().isApproved()).isFalse();
    browser.press(Keys.ESCAPE);
  }

  @Test
  void a_text_that_is_let_go_comes_back_by_undo_before_anything_else_is_taken_back() {
    browser.press("a", "k");
    browser.saved();
    browser.press("e");
    writing();
    typed(TWO);
    is("unsaved");
    browser.press(Keys.ESCAPE);
    browser.find("#conflict [data-do=drop]").click();
    browser.saved();
    assertThat(browser.find("#toast").getText()).contains("let go", "Bring it back");
    browser.press("u");
    is("unsaved");
    assertThat(browser.find("#conflict pre").getText()).contains("A second title");
    assertThat(issue.state().mark(third()).accepted()).isTrue();
  }

  private static void letGo() {
    browser.press("e");
    writing();
    typed(TWO);
    is("unsaved");
    browser.press(Keys.ESCAPE);
    browser.find("#conflict [data-do=drop]").click();
    browser.saved();
  }

  private static void back() {
    is("unsaved");
    browser.until(
        "document.querySelector('#conflict:not([hidden]) pre').textContent === arguments[0]", TWO);
  }

  @Test
  void a_text_that_was_let_go_comes_back_by_undo_after_other_acts_and_a_reload() {
    letGo();
    browser.press("p");
    browser.saved();
    browser.go(issue.address());
    browser.until("document.documentElement.classList.contains('js')");
    browser.until("!document.querySelector('.bar [data-do=undo]').disabled");
    browser.press("u");
    browser.saved();
    browser.press("u");
    back();
    browser.press("U");
    browser.saved();
    assertThat(browser.find("#conflict").isDisplayed()).isFalse();
  }

  @Test
  void a_text_that_was_let_go_stands_in_the_history_of_its_item_and_is_written_on_from_there() {
    letGo();
    browser.press("a", "k");
    browser.saved();
    browser.press("h");
    browser.until("document.querySelector('.history [data-back]')");
    assertThat(browser.find(".history").getText()).contains("let go of a text for it");
    browser.find(".history .written summary").click();
    assertThat(browser.find(".history .written pre").getText()).contains("A second title");
    browser.find(".history [data-back]").click();
    back();
    browser.find("#conflict [data-do=write]").click();
    writing();
    assertThat(browser.told("return document.getElementById('writing').value")).isEqualTo(TWO);
    typed("### A title\n\nOne again.\n");
    browser.press(Keys.ESCAPE);
    browser.saved();
    assertThat(issue.digest()).contains("One again.");
  }

  @Test
  void what_was_let_go_last_is_what_is_copied() {
    letGo();
    browser.go(issue.address());
    browser.until("document.documentElement.classList.contains('js')");
    browser.until("!document.querySelector('.bar [data-do=undo]').disabled");
    browser.script(
        "document.execCommand = () => { window.copied = document.activeElement.value; return true;"
            + " }; navigator.clipboard.writeText = text => { window.copied = text; }");
    browser.press("c");
    browser.until("window.copied && window.copied !== arguments[0]", TWO); // another item's
    browser.press("j", "j", "c");
    browser.until("window.copied === arguments[0]", TWO);
    assertThat(browser.find("#toast").getText()).contains("that you let go is copied");
  }

  @Test
  void to_let_a_text_go_once_more_takes_no_newer_one_with_it() {
    letGo();
    browser.press("u");
    back();
    browser.find("#conflict [data-do=write]").click();
    writing();
    typed(TWO + " of a newer text");
    is("unsaved");
    browser.press(Keys.ESCAPE, "U");
    browser.until("!document.querySelector('.bar [data-do=undo]').disabled");
    is("unsaved");
    browser.until(
        "document.querySelector('#conflict pre').textContent === arguments[0]",
        TWO + " of a newer text");
    assertThat(stored()).contains("of a newer text");
  }

  @Test
  void a_text_that_is_let_go_while_nobody_answers_stays_kept_where_another_waits() {
    browser.press("e");
    writing();
    typed(TWO);
    is("unsaved");
    browser.press(Keys.ESCAPE);
    browser.script(
        "window.real = window.fetch; window.fetch = () => Promise.reject(new TypeError('nobody'))");
    browser.find("#conflict [data-do=drop]").click();
    is("offline");
    browser.press("u");
    browser.until("document.querySelector('#conflict:not([hidden]) pre')");
    assertThat(browser.find("#conflict pre").getText()).contains("A second title");
    assertThat(stored()).contains("A second title");
    browser.script("window.fetch = real");
  }

  @Test
  void who_writes_while_what_waited_before_a_reload_is_on_its_way_is_not_held_up() {
    browser.script("window.fetch = () => Promise.reject(new TypeError('nobody there'))");
    browser.press("n");
    writing();
    browser.press("It waits.");
    is("offline");
    Object script =
        browser
            .driver()
            .executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of(
                    "source",
                    "const sent = window.fetch; window.fetch = async (address, how) => { if"
                        + " (String(address).endsWith('/acts') && /It waits/.test(how.body)) await"
                        + " new Promise(go => { window.pass = go; }); return sent(address, how);"
                        + " }"))
            .get("identifier");
    browser.go(issue.address());
    browser.until("window.pass");
    browser.press("e");
    browser.until("document.activeElement.id === 'writing'");
    browser
        .driver()
        .executeCdpCommand(
            "Page.removeScriptToEvaluateOnNewDocument",
            Map.of("identifier", String.valueOf(script)));
    browser.script("window.pass()");
    writing();
    browser.press(Keys.ESCAPE);
    browser.saved();
    assertThat(issue.digest()).contains("It waits.");
  }

  @Test
  void a_text_whose_item_leaves_the_issue_is_written_on_when_the_item_is_back() {
    browser.press("n");
    writing();
    browser.press("It came to this.");
    desk().append(new Act.Reject(third(), "thin"), Desk.LATEST, "another");
    browser.until("document.querySelectorAll('.card').length === 11");
    browser.until("document.querySelector('#conflict:not([hidden]) pre')");
    assertThat(browser.find("#conflict pre").getText()).isEqualTo("It came to this.");
    assertThat(browser.find("#conflict").getText()).contains("left the issue");
    browser.press("u");
    browser.until("document.querySelector('#conflict [data-do=write]')");
    browser.find("#conflict [data-do=write]").click();
    writing();
    assertThat(browser.told("return document.getElementById('writing').value"))
        .isEqualTo("It came to this.");
    browser.press(" And more.", Keys.ESCAPE);
    browser.saved();
    assertThat(issue.digest()).contains("It came to this. And more.");
  }
}
