package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;

/** What an editor does with the page, in a real browser. */
class ReviewInBrowserTest extends PageInBrowser {
  @BeforeEach
  void from_the_first_item() {
    browser.press("k", "k");
    assertThat(now()).isEqualTo(issue.items.getFirst());
  }

  @Test
  void a_clean_issue_of_twelve_items_is_approved_with_fourteen_keys() {
    int before = browser.keys();
    for (int item = 0; item < 12; item++) {
      browser.press("a");
    }
    browser.press("P");
    browser.until("document.querySelector('#publish .lint')");
    browser.press(Keys.ENTER);
    browser.until("document.body.dataset.approved === 'true'");

    assertThat(browser.keys() - before).isLessThanOrEqualTo(14);
    assertThat(issue.page.pages.issue(issue.page.week).orElseThrow().desk().load().isApproved())
        .isTrue();
  }

  @Test
  void what_another_program_does_shows_within_a_second_and_only_its_card_is_put_in_anew()
      throws IOException {
    String second = issue.items.get(1);
    browser.script("document.querySelectorAll('.card').forEach(each => { each.kept = true; })");
    Files.writeString(
        issue.program.digest(issue.page.week),
        issue.digest().replaceFirst("(?s)(item:" + second + ".*?\n### \\[)", "$1Renamed: "));
    browser.until(
        "document.querySelector('#item-" + second + " h3').textContent.startsWith('Renamed: ')");
    assertThat(
            browser.script(
                "return Array.from(document.querySelectorAll('.card')).filter(each => !each.kept)"
                    + ".map(each => each.dataset.id).join()"))
        .isEqualTo(second);
    assertThat(browser.texts("#list li a")).anyMatch(title -> title.startsWith("Renamed: "));
  }

  @Test
  void a_second_tab_follows_the_first() {
    browser.press("j");
    String first = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    browser.go(issue.address());
    browser.until("document.documentElement.classList.contains('js')");
    String item = issue.items.get(4);
    browser.script("document.querySelector('#item-" + item + " .line').click()");
    browser.press("a");
    browser.saved();
    browser.driver().close();
    browser.driver().switchTo().window(first);
    browser.until("document.getElementById('item-" + item + "').dataset.accepted === 'true'");
    assertThat(now()).isEqualTo(issue.items.get(1));
  }

  @Test
  void what_is_done_offline_is_kept_and_saved_when_the_server_is_back() {
    browser.offline(true);
    browser.press("a", "a");
    browser.until("document.getElementById('saving').dataset.state === 'offline'");
    browser.press("e");
    browser.offline(false);
    browser.saved();
    assertThat(issue.items.subList(0, 2)).allMatch(item -> issue.state().mark(item).accepted());
  }

  @Test
  void text_that_was_typed_offline_survives_that_the_page_is_loaded_again() {
    browser.press("n");
    browser.until("document.activeElement.id === 'writing' && !document.activeElement.readOnly");
    browser.script("window.fetch = () => Promise.reject(new TypeError('nobody there'))");
    browser.press("Typed on a train.");
    browser.until("document.getElementById('saving').dataset.state === 'offline'");
    assertThat(issue.digest()).doesNotContain("Typed on a train.");
    browser.go(issue.address());
    browser.until("document.documentElement.classList.contains('js')");
    browser.until("document.querySelector('.note')");
    browser.saved();
    assertThat(issue.digest()).contains("Typed on a train.");
  }

  @Test
  void a_server_that_saves_in_three_seconds_makes_no_conflict_and_loses_none_of_fifty_edits() {
    browser.script(
        """
        const real = window.fetch;
        window.fetch = async (address, how) => {
          if (String(address).endsWith('/acts')) { await new Promise(go => setTimeout(go, 3000)); }
          return real(address, how);
        };
        new MutationObserver(() => { window.worst = (window.worst || '') + document.getElementById('saving').dataset.state; })
            .observe(document.getElementById('saving'), { attributes: true });
        """);
    browser.press("n");
    browser.until("document.activeElement.id === 'writing' && !document.activeElement.readOnly");
    browser
        .driver()
        .executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            const area = document.getElementById('writing');
            let edit = 0;
            (function next() {
              if (edit === 50) { done(); return; }
              area.value += ' edit' + (++edit);
              area.dispatchEvent(new Event('input', { bubbles: true }));
              area.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
              setTimeout(next, 120);
            })();
            """);
    browser.saved();
    String note = browser.told("return document.getElementById('writing').value");
    assertThat(note).contains("edit1 ").endsWith("edit50");
    assertThat(issue.digest()).contains(note.strip());
    assertThat(browser.told("return window.worst")).doesNotContain("conflict", "offline");
  }

  @Test
  void a_sentence_without_evidence_is_accepted_with_a_reason_only() {
    String first = issue.items.getFirst();
    browser.press("e");
    browser.until("document.activeElement.id === 'writing' && !document.activeElement.readOnly");
    browser.script(
        "const area = document.activeElement; area.value = area.value.replace('<!-- note', 'Bananas"
            + " are purple on Thursdays.\\n\\n<!-- note'); area.dispatchEvent(new Event('input'))");
    browser.press(Keys.ESCAPE);
    browser.saved();
    browser.until("document.querySelector('#item-" + first + " .sentence[data-ungrounded=true]')");
    browser.press("a");
    browser.until("document.activeElement.id === 'vouch'");
    browser.press(Keys.ENTER);
    assertThat(issue.state().mark(first).accepted()).isFalse();
    browser.press("I counted them.", Keys.ENTER);
    browser.saved();
    assertThat(issue.state().mark(first).accepted()).isTrue();
    assertThat(browser.texts("#item-" + first + " .sentence[data-ungrounded=true]")).isEmpty();
  }

  @Test
  void the_words_that_support_a_summary_are_marked_in_its_source_and_scrolled_to() {
    browser.until("document.querySelector('.source mark')");
    assertThat(
            browser.script(
                """
                const mark = document.querySelector('.source mark').getBoundingClientRect();
                const side = document.getElementById('side-body').getBoundingClientRect();
                return mark.top >= side.top && mark.bottom <= side.bottom;
                """))
        .isEqualTo(true);
    browser.find(".card.now .sentence").click();
    browser.until(
        "document.querySelector('.source mark.lit') && document.querySelector('.card.now"
            + " .sentence.lit')");
  }

  private static void openOpening() {
    browser.press("s");
    browser.until("document.activeElement.id === 'subject' && !document.activeElement.readOnly");
  }

  @Test
  void a_proposed_subject_is_chosen_by_an_arrow_or_its_button_and_none_of_them_is_lost() {
    String before = issue.digest();
    openOpening();
    List<String> offered = browser.texts(".strip .offers:nth-of-type(1) .offer");
    assertThat(offered).hasSizeGreaterThan(1);
    assertThat(browser.told("return document.activeElement.value")).isEqualTo(offered.get(0));
    browser.press(Keys.ARROW_DOWN);
    browser.saved();
    assertThat(browser.texts("#opening dd").getFirst()).isEqualTo(offered.get(1));
    assertThat(issue.digest()).contains("\nsubject: \"" + offered.get(1) + "\"\n");
    browser.find(".strip .offer").click();
    browser.saved();
    assertThat(issue.digest()).isEqualTo(before);
    browser.press(Keys.ESCAPE, "u");
    browser.saved();
    assertThat(browser.texts("#opening dd").getFirst()).isEqualTo(offered.get(1));
    browser.press("u");
    browser.saved();
    assertThat(issue.digest()).isEqualTo(before);
  }

  @Test
  void preheader_and_introduction_are_written_beside_the_subject_and_each_is_kept() {
    openOpening();
    browser.press(Keys.TAB);
    browser.script("document.getElementById('preheader').focus()");
    browser.script("document.activeElement.select()");
    browser.press("What came of it");
    browser.script("document.getElementById('introduction').focus()");
    browser.press(" So much for \"now\".", Keys.ESCAPE);
    browser.saved();
    assertThat(issue.digest()).contains("\npreheader: \"What came of it\"\n");
    assertThat(issue.digest()).contains("So much for \"now\".\n\n## ");
    assertThat(browser.texts("#opening .introduction").getFirst()).endsWith("\"now\".");
  }

  @Test
  void undo_stands_on_the_toast() {
    browser.press("x", "2");
    browser.saved();
    browser.find("#toast [data-do=undo]").click();
    browser.until("document.querySelectorAll('.card').length === 12");
    browser.saved();
    assertThat(issue.standing()).isEqualTo(issue.items);
  }

  @Test
  void an_emptied_subject_goes_back_to_the_one_that_was_proposed() {
    openOpening();
    String proposed = browser.told("return document.activeElement.value");
    browser.press("My own", Keys.ESCAPE);
    browser.saved();
    assertThat(issue.digest()).contains("\nsubject: \"My own\"\n");
    openOpening();
    browser.press(Keys.BACK_SPACE);
    browser.saved();
    browser.until("document.querySelector('#opening dd').textContent !== 'My own'");
    assertThat(browser.told("return document.activeElement.placeholder")).isEqualTo(proposed);
    browser.press(Keys.ESCAPE);
    browser.saved();
    assertThat(issue.digest()).contains("\nsubject: \"" + proposed + "\"\n");
  }
}
