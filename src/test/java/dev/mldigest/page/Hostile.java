package dev.mldigest.page;

/**
 * A request that is refused, as text.
 *
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

  static final String BODY = "{\"act\":\"accept\",\"item\":\"ITEM\",\"expected\":1}";

  static Hostile get(String name, int status, String reason, String target, String... head) {
    return new Hostile(name, status, reason, "GET " + target + " HTTP/1.1\n" + lines(head) + "\n");
  }

  static Hostile post(String name, int status, String reason, String... head) {
    return post(name, status, reason, BODY, head);
  }

  static Hostile post(String name, int status, String reason, String body, String[] head) {
    return new Hostile(
        name,
        status,
        reason,
        "POST PLACE/week/2026-W10/acts HTTP/1.1\n"
            + lines(head)
            + "Content-Length: LENGTH\n\n"
            + body);
  }

  static String lines(String... head) {
    return String.join("\n", head) + (head.length == 0 ? "" : "\n") + "Connection: close\n";
  }

  static final String H = "Host: HOST";
  static final String C = "Cookie: COOKIE";
  static final String O = "Origin: http://HOST";
  static final String J = "Content-Type: application/json";
  static final String T = "X-Digest-Token: TOKEN";
  static final String W = "PLACE/week/2026-W10";
  static final String ONLY = "answers to http://127.0.0.1:";
  static final String KEY = "opens by the address";
}
