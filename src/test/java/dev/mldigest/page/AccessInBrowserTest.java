package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page for everybody: by the rules of access, without script, without motion. */
class AccessInBrowserTest extends PageInBrowser {
  @AfterEach
  void by_day_again() {
    browser.scheme(false);
    browser.wide();
    browser.scripts(true);
  }

  /** Of the library that finds what shuts people out. */
  private static final String AXE = "/axe.min.js";

  private List<String> findings() throws IOException {
    try (InputStream axe = Objects.requireNonNull(getClass().getResourceAsStream(AXE))) {
      browser.script(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    String told =
        browser.awaited(
            "const done = arguments[arguments.length - 1];"
                + " axe.run().then(found => done(JSON.stringify(found.violations)))");
    List<String> findings = new ArrayList<>();
    for (JsonNode rule : new ObjectMapper().readTree(told)) {
      for (JsonNode node : rule.get("nodes")) {
        findings.add(
            rule.get("id").textValue()
                + ": "
                + node.get("html").textValue()
                + " "
                + node.get("failureSummary").textValue());
      }
    }
    return findings;
  }

  private void everywhere() throws IOException {
    browser.until("document.querySelector('.source')");
    browser.press("a", "p");
    browser.saved();
    assertThat(findings()).as("items and evidence").isEmpty();
    for (String tab : List.of("w", "h", "l", "b")) {
      browser.press(tab);
      browser.until("!document.querySelector('.source')");
      assertThat(findings()).as(tab).isEmpty();
      browser.press(Keys.ESCAPE);
      browser.until("document.querySelector('.source')");
    }
    for (String opens : List.of("e", "n", "x", "r", "s")) {
      browser.press(opens);
      browser.until("document.querySelector('.strip')");
      assertThat(findings()).as(opens).isEmpty();
      browser.press(Keys.ESCAPE);
    }
    browser.press("?");
    assertThat(findings()).as("help").isEmpty();
    browser.press(Keys.ESCAPE, "P");
    browser.until("document.querySelector('#publish .lint')");
    assertThat(findings()).as("publish").isEmpty();
    browser.press(Keys.ESCAPE);
  }

  @Test
  void nothing_shuts_anybody_out_by_day() throws IOException {
    everywhere();
  }

  @Test
  void nothing_shuts_anybody_out_by_night() throws IOException {
    browser.scheme(true);
    everywhere();
  }

  @Test
  void nothing_shuts_anybody_out_on_a_telephone() throws IOException {
    browser.phone();
    browser.go(issue.address());
    browser.until("document.documentElement.classList.contains('js')");
    everywhere();
    assertThat(browser.told("return document.documentElement.scrollWidth + ' ' + innerWidth"))
        .as("nothing is wider than the screen, which would grow with it")
        .isEqualTo("390 390");
  }

  @Test
  void on_a_telephone_what_is_told_lies_over_no_button() {
    browser.phone();
    browser.go(issue.address());
    browser.until("document.documentElement.classList.contains('js')");
    browser.press("x", "1");
    browser.saved();
    browser.press("e");
    browser.until("document.activeElement.id === 'writing' && !document.activeElement.readOnly");
    browser.script("document.activeElement.scrollIntoView({ block: 'nearest' })");
    assertThat(
            browser.told(
                """
                const told = document.getElementById('toast').getBoundingClientRect();
                return Array.from(document.querySelectorAll('.dock button, .strip button'))
                    .filter(each => {
                      const box = each.getBoundingClientRect();
                      return box.bottom > told.top && box.top < told.bottom;
                    }).length + ' ' + (told.height > 0 && told.height < 90);
                """))
        .isEqualTo("0 true");
    browser.press(Keys.ESCAPE, "u");
    browser.saved();
  }

  @Test
  void nothing_shuts_anybody_out_of_a_preview() throws IOException {
    browser.go(issue.address() + "/preview/html?width=phone&scheme=dark");
    assertThat(findings()).isEmpty();
    browser.scheme(true);
    assertThat(findings()).isEmpty();
  }

  @Test
  void without_script_it_is_read_and_an_item_is_accepted_and_rejected() {
    browser.scripts(false);
    browser.go(issue.address());
    assertThat(browser.texts(".card h3")).hasSize(12).doesNotContain("");
    browser.find("#item-" + issue.items.get(0) + " form[action$=accept] button").click();
    browser.appears(".card[data-accepted=true]");
    assertThat(issue.state().mark(issue.items.get(0)).accepted()).isTrue();
    browser.find("#item-" + issue.items.get(1) + " form[action$=reject] button").click();
    browser.gone("#item-" + issue.items.get(1));
    assertThat(issue.standing()).hasSize(11).doesNotContain(issue.items.get(1));
  }

  @Test
  void nothing_moves_for_who_wants_no_motion() {
    browser.media("prefers-reduced-motion", "reduce");
    assertThat(
            browser.script(
                "return Array.from(document.querySelectorAll('*')).filter(each => {"
                    + " const style = getComputedStyle(each);"
                    + " return style.transitionDuration !== '0s' || style.animationName !== 'none';"
                    + " }).length"))
        .isEqualTo(0L);
  }
}
