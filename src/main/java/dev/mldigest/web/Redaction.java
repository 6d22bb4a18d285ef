package dev.mldigest.web;

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
          "tag",
          "tags",
          "type",
          "verb",
          "metadataprefix");

  /**
   * An address ends where none can go on: a password may hold brackets and quotes. Marks that end a
   * sentence or close a bracket are not its last ones.
   */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\b(?!file:)[a-z][a-z0-9+.-]{0,19}+://[^\\s<>\"]*+");

  private static final String CLOSING = ".,;:!?'`)]}";

  /** As in {@code (see "https://…").}: more of them may be a password's. Chosen by hand. */
  private static final int MOST_CLOSING = 3;

  private static final Pattern PORT = Pattern.compile("(?:\\[[^\\]]*+\\]|[^:]*+)(?::[0-9]*+)?");

  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** What blogs add to the words of an address. */
  private static final Pattern HASH = Pattern.compile("(?<=[a-z])-[0-9a-f]{6,15}$");

  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9]++");

  /** No word, number or short hash of a commit is so long. */
  private static final int LONGEST_HEX = 16;

  /**
   * Names of letters and digits in one run stay below; keys of services have 20 and more
   * characters. Chosen by hand.
   */
  private static final int LONGEST_MIXED = 20;

  /** Of letters or of digits alone: the longest words of German titles are some 30. By hand. */
  private static final int LONGEST_WORD = 32;

  /** Names ("GPT-4o-vs-Qwen2.5") change between cases and digits in a tenth of their letters. */
  private static final int CHANGE_EVERY = 5;

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]++");
  private static final Pattern MIXED = Pattern.compile("(?=[0-9]*+[A-Za-z])(?=[A-Za-z]*+[0-9]).++");
  private static final Pattern UUID =
      Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])");

  /** {@code private-x9}, {@code token=x}; not {@code private-equity-buys-chips}. */
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:private|secret|token|key|auth)[-_=:.~][^-_=:.~]{4,}+");

  /** Parted by either mark (HTML 4.01, appendix B.2.2). */
  private static final Pattern PAIR = Pattern.compile("[^&;]++");

  private static final Set<String> SECRET_FOLLOWS =
      Set.of("private", "secret", "token", "key", "auth");

  private Redaction() {}

  /** The address without user information, secrets and fragment. */
  public static String of(URI address) {
    return address(address.toString());
  }

  /** The sentence, with every address in it redacted; paths of files are no addresses. */
  public static String in(String sentence) {
    return ADDRESS.matcher(sentence).replaceAll(m -> Matcher.quoteReplacement(sentence(m.group())));
  }

  private static String sentence(String address) {
    int end = address.length();
    while (address.length() - end < MOST_CLOSING && CLOSING.indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address(address.substring(0, end)) + address.substring(end);
  }

  private static String address(String address) {
    // First, since a password may hold any mark.
    String known = withoutUser(address);
    int hash = known.indexOf('#');
    String rest = hash < 0 ? known : known.substring(0, hash);
    int question = rest.indexOf('?');
    String before = question < 0 ? rest : rest.substring(0, question);
    return path(before) + (question < 0 ? "" : "?" + query(rest.substring(question + 1)));
  }

  private static String withoutUser(String address) {
    int from = address.indexOf("://") + 3;
    if (from < 3) {
      return address;
    }
    int end = from;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    int at = address.lastIndexOf('@', end - 1);
    String scheme = address.substring(0, from);
    if (at >= from) {
      return scheme + HIDDEN + address.substring(at);
    }
    // A password with a slash in it leaves what is no port behind the colon.
    return PORT.matcher(address.substring(from, end)).matches()
        ? address
        : scheme + HIDDEN + address.substring(Math.max(end, address.indexOf('@', end)));
  }

  private static String path(String address) {
    String[] parts = address.split("/", -1);
    for (int i = 3; i < parts.length; i++) {
      boolean follows = SECRET_FOLLOWS.contains(parts[i - 1].toLowerCase(Locale.ROOT));
      boolean user = parts[i - 1].isEmpty() && parts[i].contains("@");
      if (!parts[i].isEmpty()) {
        parts[i] = follows || user ? HIDDEN : segment(parts[i]);
      }
    }
    return String.join("/", parts);
  }

  /**
   * With parameters of its own ({@code feed;token=x}, RFC 3986 section 3.3) without their values.
   */
  private static String segment(String segment) {
    int semicolon = segment.indexOf(';');
    String name = semicolon < 0 ? segment : segment.substring(0, semicolon);
    String shown = token(name) ? HIDDEN : name;
    return semicolon < 0 ? shown : shown + ";" + query(segment.substring(semicolon + 1));
  }

  /** Whether nobody typed this: it is long, and its letters and digits are mixed as by chance. */
  private static boolean token(String segment) {
    String plain = HASH.matcher(ENCODED.matcher(segment).replaceAll("-")).replaceFirst("");
    return UUID.matcher(plain).find()
        || NAMED.matcher(plain).matches()
        || RUN.matcher(plain).results().anyMatch(run -> unspeakable(run.group()))
        || (plain.length() >= LONGEST_HEX && changes(plain) * CHANGE_EVERY >= plain.length());
  }

  private static boolean unspeakable(String run) {
    return run.length() >= LONGEST_WORD
        || (run.length() >= LONGEST_HEX && HEX.matcher(run).matches())
        || (run.length() >= LONGEST_MIXED && MIXED.matcher(run).matches());
  }

  /** From small to capital letters, and between letters and digits. */
  private static int changes(String text) {
    int changes = 0;
    for (int i = 1; i < text.length(); i++) {
      char a = text.charAt(i - 1);
      char b = text.charAt(i);
      boolean cases = Character.isLowerCase(a) && Character.isUpperCase(b);
      boolean kinds =
          (Character.isDigit(a) && Character.isLetter(b))
              || (Character.isLetter(a) && Character.isDigit(b));
      changes += cases || kinds ? 1 : 0;
    }
    return changes;
  }

  private static String query(String query) {
    return PAIR.matcher(query).replaceAll(m -> Matcher.quoteReplacement(pair(m.group())));
  }

  private static String pair(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? "" : pair.substring(0, equals);
    return HARMLESS.contains(name.toLowerCase(Locale.ROOT))
        ? pair
        : equals < 0 ? HIDDEN : name + "=" + HIDDEN;
  }
}
