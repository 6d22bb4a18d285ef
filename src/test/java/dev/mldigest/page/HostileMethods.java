package dev.mldigest.page;

import static dev.mldigest.page.Hostile.C;
import static dev.mldigest.page.Hostile.H;
import static dev.mldigest.page.Hostile.J;
import static dev.mldigest.page.Hostile.O;
import static dev.mldigest.page.Hostile.T;
import static dev.mldigest.page.Hostile.W;
import static dev.mldigest.page.Hostile.get;
import static dev.mldigest.page.Hostile.lines;
import static dev.mldigest.page.Hostile.post;

import java.util.stream.Stream;

/** Requests in another way than by GET and by POST. */
final class HostileMethods {
  private HostileMethods() {}

  static Stream<Hostile> rows() {
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
}
