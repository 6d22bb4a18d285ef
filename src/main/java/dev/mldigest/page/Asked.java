package dev.mldigest.page;

import com.sun.net.httpserver.HttpExchange;
import dev.mldigest.domain.Week;
import dev.mldigest.page.guard.Guard;
import dev.mldigest.page.guard.Session;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that was let in.
 *
 * @param path its parts below the session's place, without the slashes
 * @param query what its address says besides
 * @param body as it was sent; empty for a GET
 * @param author whom its token names, or empty where it brings none
 */
record Asked(
    boolean isPost,
    List<String> path,
    Map<String, String> query,
    String body,
    String author,
    boolean wantsJson,
    Session session) {

  static Asked of(HttpExchange exchange, Session session, String body) {
    return new Asked(
        exchange.getRequestMethod().equals("POST"),
        parts(exchange.getRequestURI().getRawPath()),
        pairs(exchange.getRequestURI().getRawQuery()),
        body,
        session
            .author(exchange.getRequestHeaders().getFirst(Guard.TOKEN))
            .map(Session.Author::name)
            .orElse(""),
        "application/json".equals(exchange.getRequestHeaders().getFirst("Accept")),
        session);
  }

  private static List<String> parts(String path) {
    return Arrays.stream(path.split("/", -1)).skip(2).toList(); // nothing, and the session's place
  }

  /** The address of a week's page. */
  String page(Week week) {
    return session.place() + "/week/" + week;
  }

  /** The fields of the form that was sent. */
  Map<String, String> form() {
    return pairs(body);
  }

  /** What is not written as it should be is as if it were not there. */
  private static Map<String, String> pairs(String encoded) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : encoded == null ? new String[0] : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String word) {
    try {
      return URLDecoder.decode(word, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
