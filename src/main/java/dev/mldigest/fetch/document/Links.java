package dev.mldigest.fetch.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Resolves links as RFC 3986 section 5.2 says, without touching the characters of what is already
 * absolute. Only http and https come out.
 */
public final class Links {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}:");

  /**
   * Characters; browsers and servers take 2,000 to 8,000. What is longer holds data, no address.
   */
  private static final int LONGEST = 4_000;

  private Links() {}

  /** Absolute where a base is known, else as it is; null if empty or of another scheme. */
  public static @Nullable String resolve(@Nullable String link, @Nullable String base) {
    if (link == null) {
      return null;
    }
    String clean = link.strip().replaceAll("[\\r\\n\\t]+ *", "");
    if (clean.isEmpty() || clean.length() > LONGEST) {
      return null;
    }
    if (SCHEME.matcher(clean).lookingAt()) {
      return web(clean) ? clean : null;
    }
    return base == null || !web(base) ? clean : join(base.strip(), clean);
  }

  public static boolean web(String url) {
    String start = url.strip().toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  private static String join(String base, String link) {
    int authority = base.indexOf("//") + 2;
    int path = firstOf(base, authority, "/?#");
    if (link.startsWith("//")) {
      return base.substring(0, authority - 2) + link;
    }
    String root = base.substring(0, path);
    String rest = base.substring(path, firstOf(base, path, "#"));
    int query = firstOf(rest, 0, "?");
    return switch (link.charAt(0)) {
      case '#' -> root + rest + link;
      case '?' -> root + (query == 0 ? "/" : rest.substring(0, query)) + link;
      case '/' -> root + dotless(link);
      default -> {
        String folder = rest.substring(0, rest.lastIndexOf('/', Math.max(0, query - 1)) + 1);
        yield root + dotless((folder.isEmpty() ? "/" : folder) + link);
      }
    };
  }

  private static int firstOf(String text, int from, String stops) {
    int i = from;
    while (i < text.length() && stops.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** RFC 3986 section 5.2.4. */
  private static String dotless(String path) {
    int tail = firstOf(path, 0, "?#");
    if (!path.contains("./")
        && !path.substring(0, tail).endsWith("/.")
        && !path.substring(0, tail).endsWith("/..")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1, tail).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> {
          if (last) {
            kept.addLast("");
          }
        }
        case ".." -> {
          kept.pollLast();
          if (last) {
            kept.addLast("");
          }
        }
        default -> kept.addLast(segments[i]);
      }
    }
    return "/" + String.join("/", kept) + path.substring(tail);
  }

  /** The base that holds at an element: its xml:base and those around it, on the document's. */
  public static @Nullable String base(@Nullable Element element, @Nullable String document) {
    if (element == null) {
      return document;
    }
    String outer = base(element.getParentElement(), document);
    String own = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
    String resolved = own == null ? null : resolve(own, outer);
    return resolved == null || !web(resolved) ? outer : resolved;
  }
}
