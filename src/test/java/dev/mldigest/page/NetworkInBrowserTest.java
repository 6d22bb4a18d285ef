package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mldigest.testkit.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

  @Test
  void a_server_of_another_port_is_not_told_the_session(@TempDir Path folder) throws IOException {
    List<String> told = new CopyOnWriteArrayList<>();
    HttpServer another =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    another.createContext("/", exchange -> told.add(asked(exchange)));
    another.start();
    try (TwelveItems issue = TwelveItems.in(folder);
        Browser browser = Browser.open()) {
      String there = "http://127.0.0.1:" + another.getAddress().getPort();
      issue.open(browser).go(there + "/week/2026-W10");
    } finally {
      another.stop(0);
    }
    assertThat(told).isNotEmpty().containsOnly("null");
  }

  /** The sessions that it was told of. */
  private static String asked(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 4);
      exchange.getResponseBody().write("seen".getBytes(StandardCharsets.UTF_8));
      return String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
    }
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
