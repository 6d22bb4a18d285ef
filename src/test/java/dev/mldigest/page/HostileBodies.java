package dev.mldigest.page;

import static dev.mldigest.page.Hostile.BODY;
import static dev.mldigest.page.Hostile.C;
import static dev.mldigest.page.Hostile.H;
import static dev.mldigest.page.Hostile.J;
import static dev.mldigest.page.Hostile.O;
import static dev.mldigest.page.Hostile.T;
import static dev.mldigest.page.Hostile.W;
import static dev.mldigest.page.Hostile.lines;
import static dev.mldigest.page.Hostile.post;

import java.util.stream.Stream;

/** Acts whose body is not what it says, or no act. */
final class HostileBodies {
  private HostileBodies() {}

  static Stream<Hostile> rows() {
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
}
