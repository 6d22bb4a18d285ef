package dev.mldigest.page.guard;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.Request;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges requests. Promises that who is admitted sent the request from a page of this very server
 * in a browser that came with a one-time key, or is a program that knows both secrets. What a
 * request must be is said whole, never by what it must not be: exact host and port, exact origin,
 * one content type, plain paths.
 */
public final class Guard {
  /** Where the page's token stands. */
  public static final String TOKEN = "X-Digest-Token";

  /** Paths of this page hold nothing else: ids, weeks, names of files and forms. */
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._:/-]*");

  private static final Pattern JSON =
      Pattern.compile("application/json(?:; ?charset=utf-8)?", Pattern.CASE_INSENSITIVE);

  /** What frameworks take for another method than the request's own. */
  private static final List<String> OVERRIDES =
      List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

  private static final Set<String> OWN_SITES = Set.of("none", "same-origin");

  private final String host;
  private final String cookie;
  private final Sessions sessions;

  public Guard(int port, Sessions sessions) {
    this.host = "127.0.0.1:" + port;
    this.cookie = "digest-" + port;
    this.sessions = sessions;
  }

  /**
   * The header that has a browser keep its session; another port's page has another cookie, and is
   * never told this one: it goes to the session's own place alone.
   */
  public String cookie(Session session) {
    return cookie
        + "="
        + session.id()
        + "; Path="
        + session.place()
        + "; HttpOnly; SameSite=Strict";
  }

  /** The refusal of what is no request of the editor, else who sent it. */
  public Verdict judge(Request request) {
    Verdict.Refused refused = shape(request);
    if (refused == null) {
      refused = sender(request);
    }
    return refused == null ? visitor(request) : refused;
  }

  private Verdict.@Nullable Refused shape(Request request) {
    Headers headers = request.getRequestHeaders();
    URI target = request.getRequestURI();
    String path = target.getRawPath();
    if (!host.equals(only(headers, "Host"))) {
      return no(421, "This server answers to http://" + host + " alone.");
    }
    if (target.isAbsolute() || target.getRawAuthority() != null || path == null) {
      return no(400, "The target of a request is a path of this server.");
    }
    if (!PATH.matcher(path).matches() || path.contains("//") || path.contains("..")) {
      return no(400, "No page has such a path.");
    }
    if (headers.containsKey("Transfer-Encoding") || headers.containsKey("Content-Encoding")) {
      return no(400, "A body is sent plain, with its length.");
    }
    if (headers.containsKey("Upgrade")) {
      return no(400, "This server speaks HTTP/1.1 and nothing else.");
    }
    if (OVERRIDES.stream().anyMatch(headers::containsKey)) {
      return no(400, "The method is the one of the request.");
    }
    return switch (request.getRequestMethod()) {
      case "GET" -> lengthOfNothing(headers);
      case "POST" -> null;
      default -> no(405, "There is GET, and POST for acts.");
    };
  }

  private static Verdict.@Nullable Refused lengthOfNothing(Headers headers) {
    boolean empty =
        !headers.containsKey("Content-Length") || "0".equals(only(headers, "Content-Length"));
    return empty ? null : no(400, "A GET has no body.");
  }

  /** Browsers say which site made them send it; what no browser sent says nothing. */
  private Verdict.@Nullable Refused sender(Request request) {
    Headers headers = request.getRequestHeaders();
    boolean writes = request.getRequestMethod().equals("POST");
    String site = headers.getFirst("Sec-Fetch-Site");
    if (headers.containsKey("Sec-Fetch-Site")
        && !(writes ? Set.of("same-origin") : OWN_SITES).contains(String.valueOf(site))) {
      return no(403, "Another site sent this.");
    }
    if (headers.containsKey("Origin") || writes) {
      if (!("http://" + host).equals(only(headers, "Origin"))) {
        return no(403, "The origin must be http://" + host + ".");
      }
    }
    if (headers.containsKey("Sec-Purpose") || headers.containsKey("Purpose")) {
      return no(403, "Nothing is fetched ahead.");
    }
    return null;
  }

  private Verdict visitor(Request request) {
    String query = request.getRequestURI().getRawQuery();
    String path = request.getRequestURI().getRawPath();
    if (path.equals("/") && query != null) {
      return entering(query);
    }
    Optional<Session> session =
        session(request.getRequestHeaders()).filter(known -> known.holds(path));
    if (session.isEmpty()) {
      return no(403, "This page opens by the address that 'digest review' prints.");
    }
    if (request.getRequestMethod().equals("POST")) {
      Verdict.Refused refused = write(request, session.get());
      if (refused != null) {
        return refused;
      }
    }
    return new Verdict.Admitted(session.get());
  }

  private Verdict entering(String query) {
    if (!query.startsWith("key=")) {
      return no(404, "There is no such page.");
    }
    return sessions
        .enter(query.substring("key=".length()))
        .<Verdict>map(Verdict.Entered::new)
        .orElseGet(() ->
            no(
                403,
                "This address was used before or is wrong. Go on in the page that it opened, or"
                    + " call 'digest review' once more for a new one."));
  }

  private static Verdict.@Nullable Refused write(Request request, Session session) {
    Headers headers = request.getRequestHeaders();
    if (only(headers, "Content-Length") == null) {
      return no(411, "A body is sent with its length.");
    }
    if (isForm(request)) {
      return "application/x-www-form-urlencoded".equals(only(headers, "Content-Type"))
          ? null // its token stands in the body, which is read by whoever takes forms
          : no(415, "A form is sent as a form.");
    }
    String type = only(headers, "Content-Type");
    if (type == null || !JSON.matcher(type).matches()) {
      return no(415, "An act is sent as application/json.");
    }
    return session.author(only(headers, TOKEN)).isPresent()
        ? null
        : no(403, "The token of the page is missing or wrong; load the page again.");
  }

  /** The two forms that work without script. */
  public static boolean isForm(Request request) {
    String path = request.getRequestURI().getRawPath();
    return path.endsWith("/accept") || path.endsWith("/reject");
  }

  private Optional<Session> session(Headers headers) {
    List<String> ids =
        headers.getOrDefault("Cookie", List.of()).stream()
            .flatMap(line -> Arrays.stream(line.split("; ?", -1)))
            .filter(pair -> pair.startsWith(cookie + "="))
            .map(pair -> pair.substring(cookie.length() + 1))
            .toList();
    return ids.size() == 1 ? sessions.find(ids.getFirst()) : Optional.empty();
  }

  /** A header that stands there once; null where it does not, or more often. */
  private static @Nullable String only(Headers headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? values.getFirst() : null;
  }

  private static Verdict.Refused no(int status, String reason) {
    return new Verdict.Refused(status, reason);
  }
}
