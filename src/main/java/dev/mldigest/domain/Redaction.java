package dev.mldigest.domain;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses as they may be shown: a private feed's address is a password, and logs, reports and
 * error sentences are copied and pasted. Values that may be secret are written {@code ***}. Where
 * the address itself is the product (feeds.yaml, OPML, an article's link) it stays as it is.
 */
public final class Redaction {
  private static final String HIDDEN = "***";

  /** Parameters that say what is wanted and never who asks; all others may be secret. */
  private static final Set<String> HARMLESS =
      Set.of(
          "alt",
          "cat",
          "category",
          "channel_id",
          "count",
          "format",
          "lang",
          "limit",
          "max_results",
          "n",
          "num",
          "order",
          "page",
          "per_page",
          "playlist_id",
          "points",
          "q",
          "query",
          "rss",
          "search_query",
          "set",
          "size",
          "sort",
          "sortby",
          "sortorder",
          "start",
          "t",
          "tag",
          "tags",
          "type",
          "verb",
          "metadataprefix");

  /** Long enough to bound the work, longer than any address a server takes. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\bhttps?://[^\\s<>\"'`)\\]}]{1,8000}");

  /** A path's segment that nobody typed: a UUID, or 20 and more letters and digits mixed. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\\.[a-z]{1,5})?"
              + "|(?=[^0-9]*+[0-9])(?=[0-9_~=]*+[a-z])[a-z0-9_~=]{20,}(?:\\.[a-z]{1,5})?");

  private static final Set<String> SECRET_FOLLOWS =
      Set.of("private", "secret", "token", "key", "auth");

  private Redaction() {}

  /** The address without user information, secrets and fragment. */
  public static String of(URI address) {
    return address(address.toString());
  }

  /** The sentence, with every http or https address in it redacted. */
  public static String in(String sentence) {
    return ADDRESS.matcher(sentence).replaceAll(m -> Matcher.quoteReplacement(address(m.group())));
  }

  private static String address(String address) {
    int hash = address.indexOf('#');
    String rest = hash < 0 ? address : address.substring(0, hash);
    int question = rest.indexOf('?');
    String before = question < 0 ? rest : rest.substring(0, question);
    return path(withoutUser(before))
        + (question < 0 ? "" : "?" + query(rest.substring(question + 1)));
  }

  private static String withoutUser(String address) {
    int from = address.indexOf("://");
    if (from < 0) {
      return address;
    }
    int slash = address.indexOf('/', from + 3);
    int at = address.lastIndexOf('@', slash < 0 ? address.length() : slash);
    return at < from ? address : address.substring(0, from + 3) + HIDDEN + address.substring(at);
  }

  private static String path(String address) {
    String[] parts = address.split("/", -1);
    for (int i = 3; i < parts.length; i++) {
      boolean follows = SECRET_FOLLOWS.contains(parts[i - 1].toLowerCase(Locale.ROOT));
      if (!parts[i].isEmpty() && (follows || TOKEN.matcher(parts[i]).matches())) {
        parts[i] = HIDDEN;
      }
    }
    return String.join("/", parts);
  }

  private static String query(String query) {
    String[] pairs = query.split("&", -1);
    for (int i = 0; i < pairs.length; i++) {
      int equals = pairs[i].indexOf('=');
      String name = equals < 0 ? "" : pairs[i].substring(0, equals);
      if (!HARMLESS.contains(name.toLowerCase(Locale.ROOT)) && !pairs[i].isEmpty()) {
        pairs[i] = equals < 0 ? HIDDEN : name + "=" + HIDDEN;
      }
    }
    return String.join("&", pairs);
  }
}
