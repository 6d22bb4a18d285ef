package dev.mldigest.assemble.markdown;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Untrusted addresses as link destinations: http and https only, no user name before the host (it
 * only ever disguises it), and percent-encoded so that no dialect sees the destination end early.
 * Whether anything answers there is left to others.
 */
public final class SafeUrl {
  /**
   * Half of what RFC 9110, 4.1 asks programs to support at least; longer ones are no addresses of
   * pages.
   */
  private static final int MAX_LENGTH = 4_000;

  private static final Pattern FORM =
      Pattern.compile("(?i)(https?)://(?:[^/?#@]*@)*([^/?#@]+)([/?#].*)?");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:\\[[0-9a-f:.]{2,45}\\]|[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?\\.?)(?::[0-9]{1,5})?");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{2}");
  private static final Pattern ENTITY_END = Pattern.compile("(&#?[A-Za-z0-9]{1,32});");

  private SafeUrl() {}

  /** The address, encoded, or null if it is none that a reader should be sent to. */
  public static @Nullable String of(@Nullable String untrusted) {
    if (untrusted == null || untrusted.length() > MAX_LENGTH) {
      return null;
    }
    // As browsers do (WHATWG URL, 4.4): tabs and line ends within an address are nothing.
    Matcher url = FORM.matcher(untrusted.strip().replaceAll("[\\t\\r\\n]", ""));
    if (!url.matches()) {
      return null;
    }
    String host = host(url.group(2));
    if (host == null) {
      return null;
    }
    String rest = url.group(3) == null ? "" : encode(url.group(3));
    return url.group(1).toLowerCase(Locale.ROOT) + "://" + host + rest;
  }

  private static @Nullable String host(String authority) {
    String host = authority.toLowerCase(Locale.ROOT);
    try {
      int port = host.lastIndexOf(':');
      if (!host.startsWith("[") && port >= 0) {
        host = IDN.toASCII(host.substring(0, port)) + host.substring(port);
      } else if (!host.startsWith("[")) {
        host = IDN.toASCII(host);
      }
    } catch (IllegalArgumentException e) {
      return null;
    }
    return HOST.matcher(host).matches() ? host : null;
  }

  private static String encode(String rest) {
    StringBuilder encoded = new StringBuilder(rest.length() + 16);
    for (int i = 0; i < rest.length(); ) {
      int c = rest.codePointAt(i);
      i += Character.charCount(c);
      if (c == '%' ? HEX.matcher(rest).region(i, rest.length()).lookingAt() : isPlain(c)) {
        encoded.append((char) c);
      } else {
        for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format(Locale.ROOT, "%%%02X", b));
        }
      }
    }
    // Destinations are read for character references: '&copy;' would become another address.
    return ENTITY_END.matcher(encoded).replaceAll("$1%3B");
  }

  /** Printable ASCII that neither ends a destination nor means anything to a template engine. */
  private static boolean isPlain(int c) {
    return c > ' ' && c < 0x7F && "\"'()*<>[\\]^`{|}".indexOf(c) < 0;
  }
}
