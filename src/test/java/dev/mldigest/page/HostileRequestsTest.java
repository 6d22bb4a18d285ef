package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.PageClient;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Wire;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What other sites, other programs and broken clients send to the page's port. Each request is as
 * the editor's own would be but for one thing, and for that it is refused; nothing is done.
 */
class HostileRequestsTest {
  @TempDir static Path folder;
  private static Program program;
  private static OpenPage page;
  private static PageClient.Tab tab;
  private static String foreign;
  private static String stranger;
  private static String item;
  private static String made;
  private static int number;

  private static final String[] GOOD = {Hostile.H, Hostile.C, Hostile.J, Hostile.O, Hostile.T};

  @BeforeAll
  static void an_issue() throws IOException {
    try (Internet internet = new Internet()) {
      program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
      assertThat(program.run().code()).isZero();
    }
    page = new OpenPage(program, Internet.WEEK);
    tab = page.browser.tab();
    PageClient another = new PageClient(page.server.address());
    foreign = another.tab().token();
    stranger = another.cookie().replaceFirst("Cookie: (.*)\r\n", "$1");
    made = Files.readString(program.digest(Internet.WEEK));
    item = made.replaceFirst("(?s).*?<!-- item:(\\S+) .*", "$1");
    number = tab.state().get("number").intValue();
  }

  @AfterAll
  static void close() {
    page.close();
  }

  static Stream<Hostile> requests() {
    return Stream.of(
            HostileAddresses.rows(),
            HostileSenders.rows(),
            HostileBodies.rows(),
            HostileMethods.rows())
        .flatMap(rows -> rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void is_refused_with_its_reason_and_nothing_is_done(Hostile hostile) throws IOException {
    Wire.Answer answer = page.browser.wire().send(request(hostile.text()));
    int status = hostile.status() < 10 ? answer.status() / 100 : answer.status();
    assertThat(status).as(answer.toString()).isEqualTo(hostile.status());
    assertThat(answer.body()).contains(hostile.reason()).doesNotContain("<script>");
    assertThat(answer.head()).doesNotContain("Set-Cookie").doesNotContain("Access-Control-Allow");
    assertThat(tab.state().get("number").intValue()).isEqualTo(number);
    assertThat(Files.readString(program.digest(Internet.WEEK))).isEqualTo(made);
  }

  private static String request(String text) {
    String port = Integer.toString(page.server.port());
    int head = text.indexOf("\n\n") + 2;
    String body =
        text.substring(head)
            .replace("ITEM", item)
            .replace("TOKEN", tab.token())
            .replace("OTHER", foreign);
    return text.substring(0, head)
            .replace("LENGTH", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length))
            .replace("HOST", "127.0.0.1:" + port)
            .replace("PORT", port)
            .replace("PLACE", page.browser.session())
            .replace("OTHERS", stranger)
            .replace("COOKIE", page.browser.cookie().replaceFirst("Cookie: (.*)\r\n", "$1"))
            .replace("OTHER", foreign)
            .replace("TOKEN", tab.token())
            .replace("ITEM", item)
            .replace("USED", "AAAA")
            .replace("\n", "\r\n")
        + body;
  }

  @Test
  void what_is_sent_letter_by_letter_is_not_waited_for() throws IOException {
    try (Socket socket = page.browser.wire().open()) {
      String whole = request(Hostile.post("", 0, "", GOOD).text());
      socket
          .getOutputStream()
          .write(whole.substring(0, whole.length() - 5).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      Wire.Answer answer = Wire.read(socket.getInputStream());
      assertThat(answer.status()).isIn(0, 408);
    }
    assertThat(tab.state().get("number").intValue()).isEqualTo(number);
  }

  @Test
  void a_body_that_is_no_text_is_refused() throws IOException {
    byte[] head =
        request(
                Hostile.post("", 0, "", "12", GOOD)
                    .text()
                    .replaceFirst("12$", "")
                    .replace("LENGTH", "2"))
            .getBytes(StandardCharsets.UTF_8);
    try (Socket socket = page.browser.wire().open()) {
      socket.getOutputStream().write(head);
      socket.getOutputStream().write(new byte[] {(byte) 0xc3, (byte) 0x28});
      socket.getOutputStream().flush();
      Wire.Answer answer = Wire.read(socket.getInputStream());
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("UTF-8");
    }
  }

  @Test
  void an_item_with_html_for_a_name_is_no_item() throws IOException {
    var told = tab.send(tab.act("reject", "<img src=x onerror=alert(1)>").put("expected", number));
    assertThat(told.get("outcome").textValue()).isEqualTo("refused");
    assertThat(Files.readString(program.digest(Internet.WEEK))).isEqualTo(made);
  }

  @Test
  void the_page_asks_nobody_but_this_server() throws IOException {
    for (String path : new String[] {"", "/preview/html", "/items/" + item + "/source"}) {
      assertThat(page.browser.get(path).body())
          .doesNotContainPattern("(?i)(src|srcset|action|poster|data)=\"?(https?:)?//")
          .doesNotContainPattern("(?i)<link[^>]+href=\"?(https?:)?//")
          .doesNotContainPattern("(?i)url\\(['\"]?(https?:)?//");
    }
    assertThat(page.browser.get("/form/html").header("content-security-policy"))
        .startsWith("sandbox; default-src 'none'")
        .doesNotContain("http:")
        .doesNotContain("https:");
  }
}
