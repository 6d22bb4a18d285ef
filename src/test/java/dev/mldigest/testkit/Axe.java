package dev.mldigest.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** What axe-core finds wrong with a page for people who cannot see it well or use no mouse. */
public final class Axe {
  private Axe() {}

  /** One line a finding: the rule, what is wrong, and where; empty for none. */
  public static String findings(Browser browser) throws IOException {
    ChromeDriver driver = browser.driver();
    try (InputStream axe = Axe.class.getResourceAsStream("/axe.min.js")) {
      driver.executeScript(
          new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8)
              + "; window.axe = axe;");
    }
    return String.valueOf(
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run().then(found => done(found.violations.map(rule =>
              rule.id + ': ' + rule.help + ' ' + rule.nodes.map(node => node.html.slice(0, 200)).join(' | ')
            ).join('\\n')), wrong => done('axe failed: ' + wrong));
            """));
  }
}
