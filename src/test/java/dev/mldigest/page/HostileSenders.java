package dev.mldigest.page;

import static dev.mldigest.page.Hostile.C;
import static dev.mldigest.page.Hostile.H;
import static dev.mldigest.page.Hostile.J;
import static dev.mldigest.page.Hostile.KEY;
import static dev.mldigest.page.Hostile.O;
import static dev.mldigest.page.Hostile.T;
import static dev.mldigest.page.Hostile.W;
import static dev.mldigest.page.Hostile.get;
import static dev.mldigest.page.Hostile.post;

import java.util.stream.Stream;

/** Requests of who did not come by the key, or of another site. */
final class HostileSenders {
  private HostileSenders() {}

  static Stream<Hostile> rows() {
    return Stream.of(visitors(), sites(), origins(), tokens()).flatMap(rows -> rows);
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
}
