package dev.mldigest.fetch.mail;

import dev.mldigest.fetch.document.Links;
import dev.mldigest.web.Host;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The page that a tracking link leads to, where the link says so itself: as a parameter, in its
 * path, or encoded. Nothing is asked: opening such a link tells its owner who reads. What hides its
 * target stays as it is.
 */
final class WrappedLink {
  /** Services wrap what others wrapped: a mail scanner around a newsletter's counter. */
  private static final int DEEPEST = 4;

  /** Bytes that an encoded target may unpack to: no address is half as long. */
  private static final int MOST_BYTES = 8_192;

  /** An address of one letter has as many in Base64. */
  private static final int LEAST_ENCODED = 16;

  /**
   * Parameters that say where a link leads: those of Google, Facebook, LinkedIn, Outlook's and
   * Proofpoint's scanners and the common newsletter services. Not those that say where one comes
   * from (ref, source).
   */
  private static final Set<String> TARGETS =
      Set.of(
          "url",
          "u",
          "q",
          "to",
          "target",
          "targeturl",
          "redirect",
          "redirect_url",
          "redirect_uri",
          "redirecturl",
          "redirect_to",
          "dest",
          "destination",
          "destinationurl",
          "link",
          "r",
          "goto");

  private static final Pattern WEB =
      Pattern.compile("https?://[^\\s\"'<>\\\\\\p{Cntrl}]{4,4000}", Pattern.CASE_INSENSITIVE);

  /** What Proofpoint puts behind the address that stands in its path. */
  private static final Pattern AFTER = Pattern.compile("__;.*$");

  private WrappedLink() {}

  /** The address itself where it wraps none. */
  static String target(String url) {
    String at = url;
    for (int i = 0; i < DEEPEST; i++) {
      String inner = inner(at);
      if (inner == null) {
        break;
      }
      at = inner;
    }
    return at;
  }

  private static @Nullable String inner(String url) {
    int fragment = url.indexOf('#');
    String whole = fragment < 0 ? url : url.substring(0, fragment);
    int query = whole.indexOf('?');
    String path = query < 0 ? whole : whole.substring(0, query);
    int from = path.indexOf('/', path.indexOf("//") + 2);
    String rest = from < 0 ? "" : path.substring(from);
    String tail = from < 0 ? "" : whole.substring(from);
    String parameters = query < 0 ? "" : whole.substring(query + 1);
    return Stream.of(inParameters(parameters), inPath(rest, tail), encoded(rest, parameters))
        .filter(Objects::nonNull)
        .filter(inner -> !inner.equals(url))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String inParameters(String parameters) {
    return Arrays.stream(parameters.split("&"))
        .map(one -> one.split("=", 2))
        .filter(one -> one.length == 2 && TARGETS.contains(one[0].toLowerCase(Locale.ROOT)))
        .map(one -> address(decoded(one[1])))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** As one segment, or from there to the end. */
  private static @Nullable String inPath(String path, String tail) {
    for (String segment : path.split("/")) {
      String address = segment.contains("%") ? address(decoded(segment)) : null;
      if (address != null) {
        return address;
      }
    }
    String lower = path.toLowerCase(Locale.ROOT);
    int at = Math.max(lower.indexOf("/http:/"), lower.indexOf("/https:/"));
    int other = lower.indexOf("__http");
    if (at < 0 && other < 0) {
      return null;
    }
    int start = at >= 0 ? at + 1 : other + 2;
    String inner = AFTER.matcher(tail.substring(start)).replaceFirst("");
    return address(inner.replaceFirst("^(https?):/(?!/)", "$1://"));
  }

  private static @Nullable String encoded(String path, String parameters) {
    return Stream.concat(
            Arrays.stream(path.split("[/.]")),
            Arrays.stream(parameters.split("&")).map(one -> one.replaceFirst("^[^=]*=", "")))
        .filter(piece -> piece.length() >= LEAST_ENCODED && piece.length() <= MOST_BYTES)
        .map(WrappedLink::unpacked)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Base64 of an address, of JSON that holds one, or of either compressed. */
  private static @Nullable String unpacked(String piece) {
    byte[] bytes;
    try {
      String plain = decoded(piece).replace('+', '-').replace('/', '_').replaceFirst("=+$", "");
      bytes = Base64.getUrlDecoder().decode(plain);
    } catch (IllegalArgumentException e) {
      return null;
    }
    Matcher web = WEB.matcher(text(bytes));
    return web.find() ? address(web.group()) : null;
  }

  private static String text(byte[] bytes) {
    boolean deflated = bytes.length > 2 && bytes[0] == 0x78;
    return new String(deflated ? inflated(bytes) : bytes, StandardCharsets.UTF_8);
  }

  private static byte[] inflated(byte[] bytes) {
    byte[] out = new byte[MOST_BYTES];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes);
      return Arrays.copyOf(out, inflater.inflate(out));
    } catch (DataFormatException e) {
      return new byte[0];
    }
  }

  private static @Nullable String address(String text) {
    return Links.web(text) && WEB.matcher(text).matches() && Host.of(text).name().contains(".")
        ? Links.resolve(text, null)
        : null;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
