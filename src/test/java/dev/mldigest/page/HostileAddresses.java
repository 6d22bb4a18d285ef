package dev.mldigest.page;

import static dev.mldigest.page.Hostile.C;
import static dev.mldigest.page.Hostile.H;
import static dev.mldigest.page.Hostile.ONLY;
import static dev.mldigest.page.Hostile.W;
import static dev.mldigest.page.Hostile.get;

import java.util.stream.Stream;

/** Requests for another host, or for what is no page. */
final class HostileAddresses {
  private HostileAddresses() {}

  static Stream<Hostile> rows() {
    return Stream.of(hosts(), targets()).flatMap(rows -> rows);
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
}
