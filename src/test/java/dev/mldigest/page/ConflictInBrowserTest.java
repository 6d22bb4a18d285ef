package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Two wrote in one text at once: both see it, and neither text is gone. */
class ConflictInBrowserTest extends PageInBrowser {
  @AfterEach
  void wide_again() {
    browser.wide();
  }

  private static String third() {
    return issue.items.get(2);
  }

  private static void writing() {
    browser.until("document.activeElement.id === 'writing' && !document.activeElement.readOnly");
  }

  private static void conflict() {
    browser.until("document.getElementById('saving').dataset.state === 'conflict'");
  }

  private static void click(String choice) {
    browser.until("document.querySelector('#conflict:not([hidden]) [data-do=" + choice + "]')");
    browser.find("#conflict [data-do=" + choice + "]").click();
  }

  /** Of the third item, as the page had it before. */
  private static String title() {
    return browser
        .told("return document.querySelector('#item-" + third() + " h3').textContent")
        .replace("Theirs: ", "");
  }

  /** Another program writes in the third item, and the page shows it. */
  private static void theirs() throws IOException {
    Files.writeString(
        issue.program.digest(issue.page.week),
        issue.digest().replaceFirst("(?s)(item:" + third() + ".*?\n### \\[)", "$1Theirs: "));
    browser.until(
        "document.querySelector('#item-" + third() + " h3').textContent.startsWith('Theirs: ')");
  }

  private static void conflictInTheThirdItem() throws IOException {
    browser.press("e");
    writing();
    theirs();
    assertThat(browser.script("return document.activeElement.id")).isEqualTo("writing");
    browser.press(" Mine.");
    conflict();
  }

  @Test
  void a_conflict_is_seen_and_loses_neither_text() throws IOException {
    conflictInTheThirdItem();
    assertThat(browser.find("#conflict pre").getText()).contains("Mine.");
    assertThat(browser.find("#conflict").getText())
        .contains("Copy my text", "'" + title() + "' changed elsewhere");
    assertThat(browser.find(".strip .hint").getText())
        .isEqualTo("Not saved yet: choose above which of the two texts stands.");
    assertThat(issue.digest()).contains("Theirs: ").doesNotContain("Mine.");
  }

  @Test
  void who_keeps_the_own_text_goes_on_writing_and_undoes_it_like_anything_else()
      throws IOException {
    conflictInTheThirdItem();
    click("mine");
    writing();
    browser.press(" Still mine.", Keys.ESCAPE);
    browser.saved();
    assertThat(issue.digest()).contains("Mine. Still mine.").doesNotContain("Theirs: ");
    while (issue.digest().contains("Mine.")) { // once, or twice where it was saved in between
      browser.press("u");
      browser.saved();
    }
    assertThat(issue.digest()).contains("Theirs: ");
  }

  @Test
  void who_takes_the_other_text_gets_the_own_one_back_by_undo() throws IOException {
    conflictInTheThirdItem();
    click("theirs");
    writing();
    browser.until("document.getElementById('writing').value.includes('Theirs: ')");
    browser.press(Keys.ESCAPE);
    browser.until("document.getElementById('toast').textContent.includes('Theirs stands')");
    browser.saved();
    assertThat(issue.digest()).contains("Theirs: ").doesNotContain("Mine.");
    browser.press("u");
    browser.saved();
    assertThat(issue.digest()).contains("Mine.").doesNotContain("Theirs: ");
    browser.press("U");
    browser.saved();
    assertThat(issue.digest()).contains("Theirs: ").doesNotContain("Mine.");
  }

  @Test
  void who_takes_the_other_text_while_something_waits_has_both_done_and_the_other_text_stands()
      throws IOException {
    conflictInTheThirdItem();
    browser.press(Keys.ESCAPE);
    browser.script("document.querySelectorAll('.card')[6].querySelector('.line').click()");
    browser.press("a");
    click("theirs");
    browser.until("document.getElementById('toast').textContent.includes('Theirs stands')");
    browser.saved();
    assertThat(issue.digest()).contains("Theirs: ").doesNotContain("Mine.");
    assertThat(issue.state().mark(issue.items.get(6)).accepted()).isTrue();
  }

  @Test
  void who_opens_the_item_again_while_its_conflict_stands_finds_the_own_text() throws IOException {
    conflictInTheThirdItem();
    browser.press(Keys.ESCAPE, "e");
    writing();
    assertThat(browser.told("return document.getElementById('writing').value")).contains("Mine.");
    click("mine");
    browser.press(Keys.ESCAPE);
    browser.saved();
    assertThat(issue.digest()).contains("Mine.").doesNotContain("Theirs: ");
  }

  @Test
  void undo_waits_for_no_choice_and_takes_none_back_that_is_made_after_it() throws IOException {
    conflictInTheThirdItem();
    browser.press(Keys.ESCAPE, "u");
    browser.until("document.getElementById('toast').textContent.includes('Choose first')");
    click("theirs");
    browser.until("document.getElementById('toast').textContent.includes('Theirs stands')");
    browser.saved();
    assertThat(issue.digest()).contains("Theirs: ").doesNotContain("Mine.");
  }

  @Test
  void undo_takes_back_the_choice_before_what_was_done_while_nobody_had_chosen()
      throws IOException {
    conflictInTheThirdItem();
    browser.press(Keys.ESCAPE);
    browser.script("document.querySelectorAll('.card')[6].querySelector('.line').click()");
    browser.press("a");
    click("mine");
    browser.saved();
    assertThat(issue.digest()).contains("Mine.").doesNotContain("Theirs: ");
    browser.press("u");
    browser.saved();
    assertThat(issue.digest()).contains("Theirs: ").doesNotContain("Mine.");
    assertThat(issue.state().mark(issue.items.get(6)).accepted()).isTrue();
    browser.press("u");
    browser.saved();
    assertThat(issue.state().mark(issue.items.get(6)).accepted()).isFalse();
  }

  @Test
  void an_accepted_item_that_changed_elsewhere_is_no_longer_accepted_until_it_is_again()
      throws IOException {
    String item = "document.getElementById('item-" + third() + "')";
    String accepted = "document.getElementById('accepted').textContent === ";
    browser.press("a");
    browser.saved();
    browser.until(accepted + "'1'");
    theirs();
    browser.until(item + ".dataset.accepted === 'false' && " + accepted + "'0'");
    assertThat(browser.find("#item-" + third() + " .marks").getText())
        .contains("Changed since you accepted it");
    browser.until(
        "document.querySelector('#list li[data-lapsed=true]').dataset.for === '" + third() + "'");
    browser.press("k", "a");
    browser.saved();
    browser.until(item + ".dataset.accepted === 'true' && " + item + ".dataset.lapsed === 'false'");
    assertThat(issue.state().mark(third()).accepted()).isTrue();
  }

  @Test
  void the_evidence_follows_what_another_program_writes_and_stays_where_it_is() throws IOException {
    browser.until("document.querySelector('.source[data-of=\"" + third() + "\"] .chip')");
    browser.script(
        "const side = document.getElementById('side-body'); side.style.maxHeight = '6rem';"
            + " side.querySelector('.chip').focus({ preventScroll: true }); side.scrollTop = 40;");
    String chips = browser.told("return document.querySelectorAll('.chip').length");
    Files.writeString(
        issue.program.digest(issue.page.week),
        issue
            .digest()
            .replaceFirst(
                "(?s)(item:" + third() + ".*?)\n\n<!-- note:",
                "$1\n\nNobody said this.\n\n<!-- note:"));
    browser.until("document.querySelectorAll('.chip').length > " + chips);
    assertThat(browser.find("#side-body").getText()).contains("Nobody said this.");
    assertThat(browser.told("return document.activeElement.className")).isEqualTo("chip");
    assertThat(browser.told("return document.getElementById('side-body').scrollTop"))
        .isEqualTo("40");
  }

  @Test
  void what_is_said_of_a_conflict_is_seen_whole_also_on_a_telephone() throws IOException {
    conflictInTheThirdItem();
    assertThat(seen()).isTrue();
    browser.phone();
    browser.script("document.querySelectorAll('.card')[9].scrollIntoView()");
    assertThat(seen()).isTrue();
    click("mine");
    browser.saved();
  }

  /** The first and the last line of it are what one would touch there. */
  private static boolean seen() {
    return Boolean.TRUE.equals(
        browser.script(
            """
            const box = document.getElementById('conflict');
            const { left, right, top, bottom } = box.getBoundingClientRect();
            const x = (left + right) / 2;
            return [top + 4, bottom - 6].every(y => box.contains(document.elementFromPoint(x, y)));
            """));
  }

  @Test
  void a_subject_that_changed_elsewhere_is_a_conflict_that_loses_neither() throws IOException {
    browser.press("s");
    browser.until("document.activeElement.id === 'subject' && !document.activeElement.readOnly");
    Files.writeString(
        issue.program.digest(issue.page.week),
        issue.digest().replaceFirst("\nsubject: .*", "\nsubject: \"Theirs\""));
    browser.until("document.querySelector('#opening dd').textContent === 'Theirs'");
    browser.press("Mine");
    conflict();
    assertThat(browser.texts("#conflict pre")).containsExactly("Mine");
    click("mine");
    browser.saved();
    assertThat(issue.digest()).contains("\nsubject: \"Mine\"\n");
    browser.press(Keys.ESCAPE, "u");
    browser.saved();
    assertThat(issue.digest()).contains("\nsubject: \"Theirs\"\n");
  }

  @Test
  void what_is_typed_on_while_a_conflict_stands_is_kept_also_over_a_reload() throws IOException {
    browser.press("e");
    writing();
    theirs();
    browser.press(" Two.");
    conflict();
    browser.press(" Three.", Keys.ESCAPE);
    browser.until("document.querySelector('#conflict pre').textContent.includes('Two. Three.')");
    browser.go(issue.address());
    click("mine");
    browser.saved();
    assertThat(issue.digest()).contains("Two. Three.");
  }

  @Test
  void a_change_between_the_text_and_its_answer_is_a_conflict() throws IOException {
    browser.script(
        """
        window.real = window.fetch;
        window.fetch = async (address, how) => {
          const answer = await real(address, how);
          if (String(address).endsWith('/text')) { await new Promise(go => { window.letGo = go; }); }
          return answer;
        };
        """);
    browser.press("e");
    browser.until("window.letGo");
    theirs();
    browser.script("letGo(); window.fetch = real");
    writing();
    browser.press(" Mine.");
    conflict();
    assertThat(issue.digest()).contains("Theirs: ").doesNotContain("Mine.");
    click("theirs");
    browser.saved();
    assertThat(issue.digest()).contains("Theirs: ").doesNotContain("Mine.");
  }
}
