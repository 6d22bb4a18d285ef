package dev.mldigest.assemble.markdown;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Where links and pictures of an issue may lead: the one answer for all forms. Whether anything
 * answers there is left to others.
 */
public final class Destination {
  /** For those who write HTML: an address that may not stand there becomes empty. */
  public static final UrlSanitizer SANITIZER =
      new UrlSanitizer() {
        @Override
        public String sanitizeLinkUrl(String address) {
          return isLive(address) ? read(address) : "";
        }

        @Override
        public String sanitizeImageUrl(String address) {
          return isPicture(address) ? read(address) : "";
        }
      };

  /**
   * What stands before the first colon, where no slash, query or fragment begins before it (RFC
   * 3986, 4.2): a scheme, whatever stands in it.
   */
  private static final Pattern SCHEME = Pattern.compile("([^:/?#]*):(.*)", Pattern.DOTALL);

  /** What browsers take off an address, at its ends and within it (WHATWG URL, 4.4). */
  private static final Pattern UNREAD =
      Pattern.compile("\\A[\\x00-\\x20]+|[\\t\\r\\n]+|[\\x00-\\x20]+\\z");

  /** With two slashes, of either kind to a browser, it names a host. */
  private static final Pattern OTHER_HOST = Pattern.compile("[/\\\\]{2}");

  /** Others than the one who is named would get what a reader writes (RFC 6068, 2). */
  private static final Pattern MORE_READERS = Pattern.compile("(?i)[?&;](?:to|cc|bcc)=");

  private static final Pattern LETTER = Pattern.compile("%([46][1-9A-Fa-f]|[57][0-9Aa])");

  /** A name or a password before the host: it disguises it, or is the editor's own. */
  private static final Pattern USER = Pattern.compile("(?i)(https?://)[^/?#\\\\\\s<>]*@");

  private Destination() {}

  /** The address as readers get it: without the name of a user. */
  static String published(String address) {
    Matcher user = USER.matcher(address);
    return user.lookingAt() ? user.group(1) + address.substring(user.end()) : address;
  }

  /** Finds such names where addresses stand in a text, each behind its scheme. */
  static Matcher users(String text) {
    return USER.matcher(text);
  }

  /**
   * True for a page whose host can be read, somebody to write to, and a place of the same site;
   * nothing else may be a link.
   */
  static boolean isLive(String address) {
    return isWhole(address) || isOfTheSite(address);
  }

  /** True for what leads there from anywhere: all of these but a place of the same site. */
  static boolean isWhole(String address) {
    Matcher parts = SCHEME.matcher(read(address));
    return parts.matches()
        && switch (parts.group(1).toLowerCase(Locale.ROOT)) {
          case "http", "https" -> SafeUrl.of(address) != null;
          case "mailto" ->
              !parts.group(2).isBlank() && !MORE_READERS.matcher(decoded(parts.group(2))).find();
          default -> false;
        };
  }

  /** Nobody's mailbox is a picture. */
  static boolean isPicture(String address) {
    return isOfTheSite(address) || SafeUrl.of(address) != null;
  }

  /** Letters that are encoded though they need not be. */
  private static String decoded(String address) {
    return LETTER
        .matcher(address)
        .replaceAll(letter -> Character.toString(Integer.parseInt(letter.group(1), 16)));
  }

  private static String read(String address) {
    return UNREAD.matcher(address).replaceAll("");
  }

  /** Of the site that an issue stands in, which mails and texts have none of. */
  public static boolean isOfTheSite(String address) {
    String place = read(address);
    return !place.isEmpty()
        && !SCHEME.matcher(place).matches()
        && !OTHER_HOST.matcher(place).lookingAt();
  }
}
