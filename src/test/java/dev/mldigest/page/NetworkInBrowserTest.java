package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Whom a page asks, by the browser's own log of the network. */
class NetworkInBrowserTest {
  /** An event of the browser's log: a request that a page made, and the host it went to. */
  private static final Pattern REQUEST =
      Pattern.compile(
          "\"(?:initiator|network_isolation_key)\":\"http://127\\.0\\.0\\.1"
              + "[^\\n]*\"url\":\"https?://([^/:\"?#]+)");

  @Test
  void no_request_leaves_the_machine(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("net.json");
    try (TwelveItems issue = TwelveItems.in(folder)) {
      look(issue, log);
    }
    List<String> hosts = hostsAsked(Files.readString(log));
    assertThat(hosts).hasSizeGreaterThan(10).containsOnly("127.0.0.1");
  }

  private static void look(TwelveItems issue, Path log) {
    try (Browser browser = Browser.open(1440, 900, false, log)) {
      issue.open(browser);
      browser.press("a", "w", "b", Keys.ESCAPE, "e", Keys.ESCAPE, "x", "1", "u", "l", "P");
      browser.until("document.querySelector('#publish .lint')");
      browser.script("new Image().src = 'http://example.org/seen.png'");
      browser.go(issue.address() + "/preview/html");
    }
  }

  /** By requests of pages: what a browser asks its maker for stands in no page's partition. */
  private static List<String> hostsAsked(String log) {
    return REQUEST.matcher(log).results().map(found -> found.group(1)).toList();
  }
}
