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

  /**
   * @param name what is wrong with it
   * @param text with HOST, PLACE, COOKIE, OTHERS (another browser's cookie), TOKEN, OTHER (its
   *     token), ITEM and BODY in it
   * @param reason part of the sentence that it is answered with
   */
  record Hostile(String name, int status, String reason, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String BODY = "{\"act\":\"accept\",\"item\":\"ITEM\",\"expected\":1}";

  private static Hostile get(
      String name, int status, String reason, String target, String... head) {
    return new Hostile(name, status, reason, "GET " + target + " HTTP/1.1\n" + lines(head) + "\n");
  }

  private static Hostile post(String name, int status, String reason, String... head) {
    return post(name, status, reason, BODY, head);
  }

  private static Hostile post(String name, int status, String reason, String body, String[] head) {
    return new Hostile(
        name,
        status,
        reason,
        "POST PLACE/week/2026-W10/acts HTTP/1.1\n"
            + lines(head)
            + "Content-Length: LENGTH\n\n"
            + body);
  }

  private static String lines(String... head) {
    return String.join("\n", head) + (head.length == 0 ? "" : "\n") + "Connection: close\n";
  }

  private static final String H = "Host: HOST";
  private static final String C = "Cookie: COOKIE";
  private static final String O = "Origin: http://HOST";
  private static final String J = "Content-Type: application/json";
  private static final String T = "X-Digest-Token: TOKEN";
  private static final String W = "PLACE/week/2026-W10";
  private static final String ONLY = "answers to http://127.0.0.1:";
  private static final String KEY = "opens by the address";

  static Stream<Hostile> requests() {
    return Stream.of(
            hosts(), targets(), visitors(), sites(), origins(), tokens(), bodies(), methods())
        .flatMap(rows -> rows);
  }

  private static Stream<Hostile> hosts() {
    return Stream.of(
        get("no host", 421, ONLY, W, C),
        get("a host without a port", 421, ONLY, W, "Host: 127.0.0.1", C),
        get("a host with another port", 421, ONLY, W, "Host: 127.0.0.1:1", C),
        get("a name that was rebound to this machine", 421, ONLY, W, "Host: evil.example", C),
        get("the same with our port", 421, ONLY, W, "Host: evil.example:PORT", C),
        get("ours as a prefix", 421, ONLY, W, "Host: HOST.evil.example", C),
        get("ours as a name's beginning", 421, ONLY, W, "Host: 127.0.0.1.evil.example:PORT", C),
        get("a longer port", 421, ONLY, W, "Host: HOST0", C),
        get("ours as a user", 421, ONLY, W, "Host: HOST@evil.example", C),
        get("a user before ours", 421, ONLY, W, "Host: evil@HOST", C),
        get("the machine's name", 421, ONLY, W, "Host: localhost:PORT", C),
        get("the other loopback", 421, ONLY, W, "Host: [::1]:PORT", C),
        get("any address", 421, ONLY, W, "Host: 0.0.0.0:PORT", C),
        get("two hosts, ours first", 421, ONLY, W, H, "Host: evil.example", C),
        get("two hosts, ours last", 421, ONLY, W, "Host: evil.example", H, C),
        get("a forwarded host", 421, ONLY, W, "Host: evil.example", "X-Forwarded-Host: HOST", C),
        new Hostile("the older protocol", 421, ONLY, "GET " + W + " HTTP/1.0\n" + C + "\n\n"));
  }

  private static Stream<Hostile> targets() {
    return Stream.of(
        get("a whole address as target", 400, "is a path", "http://evil.example" + W, H, C),
        get("our own whole address", 400, "is a path", "http://HOST" + W, H, C),
        get("a path out of the folder", 400, "such a path", "PLACE/assets/../../etc/passwd", H, C),
        get(
            "the same in percents",
            400,
            "such a path",
            "PLACE/assets/%2e%2e/%2e%2e/etc/passwd",
            H,
            C),
        get(
            "the same in percents of percents",
            400,
            "such a path",
            "PLACE/assets/%252e%252e/x",
            H,
            C),
        get("the same with backslashes", 400, "", "PLACE/assets/..\\..\\etc\\passwd", H, C),
        get("a file's end in the middle", 400, "such a path", "PLACE/assets/page.css%00.png", H, C),
        get("another host as path", 400, "is a path", "//evil.example" + W, H, C),
        get("an empty part", 400, "such a path", W + "//state", H, C),
        get("HTML as an item", 400, "such a path", W + "/items/%3Cscript%3E/text", H, C),
        get("HTML as it is", 400, "", W + "/items/<script>/text", H, C),
        get("an item that is none", 404, "no longer stands", W + "/items/nothing/source", H, C),
        get("a week that is none", 404, "No issue was made", "PLACE/week/2026-W99", H, C),
        get("a file that is none", 404, "no such file", "PLACE/assets/keys.tsv", H, C),
        get("a form that is none", 404, "no such form", W + "/form/passwd", H, C));
  }

  private static Stream<Hostile> visitors() {
    return Stream.of(
        get("nobody", 403, KEY, W, H),
        get("nobody, for the state", 403, KEY, W + "/state", H),
        get("nobody, for the events", 403, KEY, W + "/events", H),
        get("nobody, for the style", 403, KEY, "PLACE/assets/page.css", H),
        get("a session that is none", 403, KEY, W, H, "Cookie: digest-PORT=AAAA"),
        get("an empty session", 403, KEY, W, H, "Cookie: digest-PORT="),
        get("a session of another port", 403, KEY, W, H, "Cookie: digest-1=x"),
        get("two sessions, ours first", 403, KEY, W, H, C + "; digest-PORT=x"),
        get("two sessions, ours last", 403, KEY, W, H, "Cookie: digest-PORT=x; COOKIE"),
        get("our session at no place", 403, KEY, "/week/2026-W10", H, C),
        get("our session at a place that is none", 403, KEY, "/x/week/2026-W10", H, C),
        get("our session at a longer place", 403, KEY, "PLACEx/week/2026-W10", H, C),
        get("our session for a style of all", 403, KEY, "/assets/page.css", H, C),
        get("our session before a place", 403, KEY, "/", H, C),
        get("a place without its session", 403, KEY, W, H, "Cookie: OTHERS"),
        get("a key that is none", 403, "used before", "/?key=AAAA", H),
        get("an empty key", 403, "used before", "/?key=", H),
        get("a key that was used", 403, "used before", "/?key=USED", H),
        get("a key as another word", 404, "no such page", "/?token=x", H));
  }

  private static Stream<Hostile> sites() {
    return Stream.of(
        get("another site's picture", 403, "Another site", W, H, C, "Sec-Fetch-Site: cross-site"),
        get("another port's page", 403, "Another site", W, H, C, "Sec-Fetch-Site: same-site"),
        get("a site that has no word", 403, "Another site", W, H, C, "Sec-Fetch-Site: x"),
        get(
            "another site's events",
            403,
            "origin must",
            W + "/events",
            H,
            C,
            "Origin: http://evil.example"),
        get("a frame without origin", 403, "origin must", W + "/state", H, C, "Origin: null"),
        get("what is fetched ahead", 403, "fetched ahead", W, H, C, "Sec-Purpose: prefetch"),
        get("the same, older", 403, "fetched ahead", W, H, C, "Purpose: prefetch"));
  }

  private static Stream<Hostile> origins() {
    String must = "origin must";
    return Stream.of(
        post(
            "a form of another site",
            403,
            must,
            H,
            C,
            "Origin: http://evil.example",
            "Content-Type: application/x-www-form-urlencoded"),
        post("no origin", 403, must, H, C, J, T),
        post("the origin of a sandbox", 403, must, H, C, J, T, "Origin: null"),
        post("another scheme", 403, must, H, C, J, T, "Origin: https://HOST"),
        post("another port", 403, must, H, C, J, T, "Origin: http://127.0.0.1:1"),
        post(
            "the machine's name as origin", 403, must, H, C, J, T, "Origin: http://localhost:PORT"),
        post("ours as a prefix of an origin", 403, must, H, C, J, T, O + ".evil.example"),
        post("two origins", 403, must, H, C, J, T, O, "Origin: http://evil.example"),
        post(
            "ours by a site that says otherwise",
            403,
            "Another site",
            H,
            C,
            J,
            T,
            O,
            "Sec-Fetch-Site: cross-site"),
        post(
            "ours by another port's page",
            403,
            "Another site",
            H,
            C,
            J,
            T,
            O,
            "Sec-Fetch-Site: same-site"),
        post(
            "typed into the address line",
            403,
            "Another site",
            H,
            C,
            J,
            T,
            O,
            "Sec-Fetch-Site: none"));
  }

  private static Stream<Hostile> tokens() {
    String wrong = "token of the page";
    return Stream.of(
        post("no token", 403, wrong, H, C, J, O),
        post("an empty token", 403, wrong, H, C, J, O, "X-Digest-Token:"),
        post("a token that is none", 403, wrong, H, C, J, O, "X-Digest-Token: 1.1.AAAA"),
        post("another page's number on our seal", 403, wrong, H, C, J, O, "X-Digest-Token: 9TOKEN"),
        post("another browser's token", 403, wrong, H, C, J, O, "X-Digest-Token: OTHER"),
        post("two tokens", 403, wrong, H, C, J, O, T, T),
        post("a token without its session", 403, KEY, H, J, O, T),
        post("a token in the cookie alone", 403, wrong, H, C + "; X-Digest-Token=TOKEN", J, O));
  }

  private static Stream<Hostile> bodies() {
    String[] good = {H, C, J, O, T};
    String json = "application/json";
    return Stream.of(
        post("text that is JSON", 415, json, H, C, "Content-Type: text/plain", O, T),
        post(
            "a form's parts",
            415,
            json,
            H,
            C,
            "Content-Type: multipart/form-data; boundary=x",
            O,
            T),
        post(
            "a form's fields",
            415,
            json,
            H,
            C,
            "Content-Type: application/x-www-form-urlencoded",
            O,
            T),
        post("no type", 415, json, H, C, O, T),
        post("a type in two words", 415, json, H, C, J + ", text/plain", O, T),
        post("another encoding of letters", 415, json, H, C, J + "; charset=utf-7", O, T),
        post("a packed body", 400, "sent plain", H, C, J, O, T, "Content-Encoding: gzip"),
        new Hostile(
            "pieces",
            400,
            "sent plain",
            "POST " + W + "/acts HTTP/1.1\n" + lines(good) + "Transfer-Encoding: chunked\n\n0\n\n"),
        new Hostile(
            "pieces with a length",
            400,
            "",
            "POST "
                + W
                + "/acts HTTP/1.1\n"
                + lines(good)
                + "Content-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n"),
        new Hostile(
            "two lengths",
            4,
            "",
            "POST "
                + W
                + "/acts HTTP/1.1\n"
                + lines(good)
                + "Content-Length: 5\nContent-Length: 50\n\n"
                + BODY),
        new Hostile(
            "a length below nothing",
            4,
            "",
            "POST " + W + "/acts HTTP/1.1\n" + lines(good) + "Content-Length: -1\n\n" + BODY),
        new Hostile(
            "a length that is none",
            4,
            "",
            "POST " + W + "/acts HTTP/1.1\n" + lines(good) + "Content-Length: many\n\n" + BODY),
        new Hostile(
            "no length",
            411,
            "with its length",
            "POST " + W + "/acts HTTP/1.1\n" + lines(good) + "\n"),
        new Hostile(
            "too long a length",
            413,
            "at most",
            "POST " + W + "/acts HTTP/1.1\n" + lines(good) + "Content-Length: 99999999\n\n" + BODY),
        new Hostile(
            "a length out of all numbers",
            4,
            "",
            "POST "
                + W
                + "/acts HTTP/1.1\n"
                + lines(good)
                + "Content-Length: 99999999999999999999\n\n"
                + BODY),
        post("no JSON", 400, "object of JSON", "act=accept", good),
        post("a list", 400, "object of JSON", "[" + BODY + "]", good),
        post("two objects", 400, "object of JSON", BODY + BODY, good),
        post("a name twice", 400, "object of JSON", "{\"act\":\"pin\",\"act\":\"accept\"}", good),
        post(
            "a thousand brackets and more",
            400,
            "object of JSON",
            "{\"act\":" + "[".repeat(5000),
            good),
        post("an act that is none", 400, "no such act", BODY.replace("accept", "eval"), good),
        post("an act that is no word", 400, "'act'", "{\"act\":{\"a\":1}}", good),
        post("no state", 400, "'expected'", BODY.replace("expected", "x"), good),
        post("a state below nothing", 400, "'expected'", BODY.replace(":1}", ":-1}"), good),
        post(
            "a state out of all numbers",
            400,
            "'expected'",
            BODY.replace(":1}", ":99999999999}"),
            good));
  }

  private static Stream<Hostile> methods() {
    String there = "There is GET";
    String form = "POST " + W + "/items/ITEM/accept HTTP/1.1\n";
    return Stream.of(
        new Hostile("PUT", 405, there, "PUT " + W + "/acts HTTP/1.1\n" + lines(H, C, O) + "\n"),
        new Hostile("DELETE", 405, there, "DELETE " + W + " HTTP/1.1\n" + lines(H, C, O) + "\n"),
        new Hostile("TRACE", 405, there, "TRACE " + W + " HTTP/1.1\n" + lines(H, C) + "\n"),
        new Hostile(
            "the question before a foreign write",
            405,
            there,
            "OPTIONS "
                + W
                + "/acts HTTP/1.1\n"
                + lines(
                    H,
                    "Access-Control-Request-Method: POST",
                    "Access-Control-Request-Headers: X-Digest-Token")
                + "\n"),
        new Hostile("a tunnel", 0, "", "CONNECT evil.example:443 HTTP/1.1\n" + lines(H, C) + "\n"),
        get(
            "another method in a header",
            400,
            "one of the request",
            W,
            H,
            C,
            "X-HTTP-Method-Override: DELETE"),
        post(
            "a write as another",
            400,
            "one of the request",
            H,
            C,
            J,
            O,
            T,
            "X-Method-Override: PUT"),
        get(
            "a web socket",
            400,
            "nothing else",
            W + "/events",
            H,
            C,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="),
        get("another protocol", 400, "nothing else", W, H, C, "Upgrade: h2c"),
        new Hostile(
            "a body of a GET",
            400,
            "no body",
            "GET " + W + " HTTP/1.1\n" + lines(H, C) + "Content-Length: 3\n\nabc"),
        get(
            "an act by GET",
            404,
            "no such page",
            W + "/acts?act=accept&item=ITEM&expected=1",
            H,
            C,
            T,
            O),
        get("a form by GET", 404, "", W + "/items/ITEM/accept?token=TOKEN", H, C),
        new Hostile(
            "a form with a foreign token",
            403,
            "token of the page",
            form
                + lines(H, C, O, "Content-Type: application/x-www-form-urlencoded")
                + "Content-Length: LENGTH\n\ntoken=OTHER"),
        new Hostile(
            "a form without a token",
            403,
            "token of the page",
            form
                + lines(H, C, O, "Content-Type: application/x-www-form-urlencoded")
                + "Content-Length: LENGTH\n\nreason=x"),
        new Hostile(
            "a form as JSON",
            415,
            "as a form",
            form + lines(H, C, O, J) + "Content-Length: LENGTH\n\n{}"),
        new Hostile(
            "a form of another origin",
            403,
            "origin must",
            form
                + lines(
                    H,
                    C,
                    "Origin: http://evil.example",
                    "Content-Type: application/x-www-form-urlencoded")
                + "Content-Length: LENGTH\n\ntoken=TOKEN"));
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
      String whole = request(post("", 0, "", H, C, J, O, T).text());
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
                post("", 0, "", "12", new String[] {H, C, J, O, T})
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
