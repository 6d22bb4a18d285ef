package dev.mldigest.web;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A URL in pieces: lower-case scheme and host, {@code port} with its colon, {@code query} and
 * {@code fragment} with their marks; absent pieces are empty.
 */
record Address(
    String scheme, String host, String port, String path, String query, String fragment) {

  /** RFC 1035, section 2.3.4. */
  private static final int LONGEST_LABEL = 63;

  /** What leads to a host's own pages: the custom of the web's first years, and for telephones. */
  private static final List<String> DOORS = List.of("www.", "m.", "mobile.", "amp.");

  /** The host alone, or an empty string where {@link #parse} finds no address. */
  static String host(String link) {
    int colon = link.indexOf("://");
    String scheme = colon < 0 ? "" : link.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "";
    }
    String rest = link.substring(colon + 3);
    String[] authority = authority(scheme, rest.substring(0, firstOf(rest, "/?#\\")));
    return authority == null ? "" : authority[0];
  }

  static @Nullable Address parse(String link) {
    int colon = link.indexOf("://");
    if (colon < 0) {
      return null;
    }
    String scheme = link.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return null;
    }
    String rest = link.substring(colon + 3);
    int end = firstOf(rest, "/?#\\");
    String[] authority = authority(scheme, rest.substring(0, end));
    if (authority == null) {
      return null;
    }
    String tail = rest.substring(end).replace('\\', '/');
    int hash = tail.indexOf('#');
    String fragment = hash < 0 ? "" : tail.substring(hash);
    String beforeHash = hash < 0 ? tail : tail.substring(0, hash);
    int mark = beforeHash.indexOf('?');
    String path = mark < 0 ? beforeHash : beforeHash.substring(0, mark);
    String query = mark < 0 ? "" : beforeHash.substring(mark);
    return new Address(
        scheme,
        authority[0],
        authority[1],
        path.isEmpty() ? "/" : escape(path),
        query.length() < 2 ? "" : escape(query),
        isRoute(fragment) ? escape(fragment) : "");
  }

  /** A fragment that a script on the page reads as the address of its content. */
  static boolean isRoute(String fragment) {
    return fragment.length() > 2 && (fragment.startsWith("#!") || fragment.startsWith("#/"));
  }

  /** Host and port, or null if there is no usable host. Credentials are left out. */
  private static String @Nullable [] authority(String scheme, String authority) {
    String place = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    int colon = place.lastIndexOf(':');
    boolean ported = colon > place.indexOf(']');
    String host = ported ? place.substring(0, colon) : place;
    String port = ported ? place.substring(colon + 1) : "";
    if (host.endsWith(".")) {
      host = chop(host);
    }
    host = ascii(host);
    if (host.isEmpty() || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    boolean standard = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
    return new String[] {host, standard ? "" : ":" + port};
  }

  private static String ascii(String host) {
    if (isPlain(host)) {
      return host;
    }
    if (host.startsWith("[")) {
      return host.endsWith("]") ? host : "";
    }
    try {
      String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
      return ascii
              .chars()
              .allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')
          ? ascii
          : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Labels of small letters and digits, none of them empty or longer than DNS has them. */
  private static boolean isPlain(String host) {
    int label = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.' ? label == 0 : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
      label = c == '.' ? 0 : label + 1;
      if (label > LONGEST_LABEL) {
        return false;
      }
    }
    return label > 0;
  }

  private static int firstOf(String text, String marks) {
    int i = 0;
    while (i < text.length() && marks.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Escapes what RFC 3986 does not allow in a URL, and nothing else. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0) {
            out.append((char) c);
          } else {
            for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
              out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
            }
          }
        });
    return out.toString();
  }

  /** The page behind a copy in Google's AMP cache. */
  Address unwrapAmpCache() {
    boolean viewer = bareHost().equals("google.com") && path.startsWith("/amp/");
    boolean cache = host.endsWith(".cdn.ampproject.org") && path.matches("/[civ]/.*");
    String rest = viewer ? path.substring(5) : cache ? path.substring(3) : "";
    boolean secure = rest.startsWith("s/");
    String target = secure ? rest.substring(2) : rest;
    Address inner =
        target.indexOf('.') > 0 ? parse((secure ? "https://" : "http://") + target + query) : null;
    return inner == null ? this : inner;
  }

  Address withoutAmp() {
    if (path.endsWith(".amp.html") && path.length() > 10) {
      String page = path.substring(0, path.length() - 9) + ".html";
      return new Address(scheme, host, port, page, query, fragment);
    }
    String stem = path.endsWith("/") ? chop(path) : path;
    if (!stem.endsWith("/amp") || stem.length() < 6) {
      return this;
    }
    String plain = stem.substring(0, stem.length() - (path.endsWith("/") ? 3 : 4));
    return new Address(scheme, host, port, plain, query, fragment);
  }

  Address withoutTracking() {
    if (query.isEmpty()) {
      return this;
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : query.substring(1).split("&", -1)) {
      if (!parameter.isEmpty() && !Tracking.is(parameter, bareHost())) {
        kept.add(parameter);
      }
    }
    return new Address(
        scheme, host, port, path, kept.isEmpty() ? "" : "?" + String.join("&", kept), fragment);
  }

  String bareHost() {
    return bare(host);
  }

  static String bare(String host) {
    for (String door : DOORS) {
      String rest = host.startsWith(door) ? host.substring(door.length()) : "";
      if (rest.indexOf('.') > 0) { // "m.com" is a name of its own
        return rest;
      }
    }
    int mobile = host.indexOf(".m."); // en.m.site.org
    return mobile > 0 && host.indexOf('.', mobile + 3) > 0
        ? host.substring(0, mobile) + host.substring(mobile + 2)
        : host;
  }

  static String chop(String text) {
    return text.substring(0, text.length() - 1);
  }

  @Override
  public String toString() {
    return scheme + "://" + host + port + path + query + fragment;
  }
}
