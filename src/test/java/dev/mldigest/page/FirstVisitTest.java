package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.mldigest.testkit.PageClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page was made once before its address is told. */
class FirstVisitTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  @BeforeEach
  void a_server_that_lets_in() throws IOException {
    InetAddress host = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(host, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Cookie"));
          exchange.getResponseHeaders().set("Location", "/place/week/2026-W10");
          exchange
              .getResponseHeaders()
              .set("Set-Cookie", "digest-1=it; Path=/place; HttpOnly; SameSite=Strict");
          exchange.sendResponseHeaders(303, -1);
          exchange.close();
        });
    server.start();
  }

  private String visited() {
    InetSocketAddress at = server.getAddress();
    return new FirstVisit(at.getAddress(), at.getPort()).by("once");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void it_goes_in_by_its_key_and_loads_the_page_as_a_browser_does() {
    assertThat(visited()).isEqualTo("it");
    assertThat(asked).containsExactly("/?key=once null", "/place/week/2026-W10 digest-1=it");
  }

  @Test
  void where_nobody_answers_there_was_no_session() {
    server.stop(0);
    assertThat(visited()).isEmpty();
  }

  @Test
  void it_takes_none_of_the_sixteen_places_of_browsers(@TempDir Path folder) throws IOException {
    try (TwelveItems issue = TwelveItems.in(folder)) {
      List<Integer> entered = new ArrayList<>();
      for (int i = 0; i < 15; i++) { // one is in
        entered.add(new PageClient(issue.page.server.address()).get("").status());
      }
      assertThat(entered).hasSize(15).containsOnly(200);
    }
  }
}
