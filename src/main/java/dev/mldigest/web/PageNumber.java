package dev.mldigest.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of an article told on several an address names, by its spelling alone: {@code
 * /slug?page=2}, {@code /slug/2}, {@code /slug/page/2}, {@code /slug-page-2.html}. A number that
 * may as well be an article's own ({@code /slug-2}, {@code ?p=2}, or a first page that says so) is
 * none: the next story must not be taken for the next page.
 *
 * @param work the address of the whole, without scheme and number
 * @param number 1 where the address names no page
 */
public record PageNumber(String work, int number) {
  /** No article is told on more pages than an editor would want to read. */
  public static final int MOST = 10;

  private static final Set<String> PARAMETERS =
      Set.of("page", "pg", "paged", "pagenum", "pageno", "pagenumber", "seite", "pagina");
  private static final Pattern NUMBER = Pattern.compile("[2-9]|10");

  /** Each part ends at a literal or at the end: linear in the length of the path. */
  private static final Pattern IN_PATH =
      Pattern.compile(
          "(/.+?)(?:/|[-_,;./](?:page|seite|pagina)[-_/]?)([2-9]|10)(\\.[a-z]{2,5})?",
          Pattern.CASE_INSENSITIVE);

  /** Null for an address that is none of the web. */
  public static @Nullable PageNumber of(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
    if (uri.getRawAuthority() == null || uri.getRawPath() == null) {
      return null;
    }
    String authority = uri.getRawAuthority().toLowerCase(Locale.ROOT);
    String host = authority.startsWith("www.") ? authority.substring(4) : authority;
    String path = uri.getRawPath();
    path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    List<String> rest = new ArrayList<>();
    int number = 1;
    for (String parameter : query(uri)) {
      int stated = number(parameter);
      number = stated > 0 ? stated : number;
      if (stated == 0 && !parameter.startsWith("utm_") && !parameter.isEmpty()) {
        rest.add(parameter);
      }
    }
    Matcher inPath = IN_PATH.matcher(path);
    if (number == 1 && inPath.matches()) {
      number = Integer.parseInt(inPath.group(2));
      path = inPath.group(1) + (inPath.group(3) == null ? "" : inPath.group(3));
    }
    return new PageNumber(host + path + "?" + String.join("&", rest), number);
  }

  /** Whether the other is the next page of the same work. A site's front page is no article. */
  public boolean precedes(@Nullable PageNumber other) {
    boolean front = work.indexOf('/') < 0 && work.endsWith("?");
    return other != null && !front && other.work.equals(work) && other.number == number + 1;
  }

  /** Whether an address as it is spelt may lead to the same site; most that do not say so. */
  public boolean mayBeOf(String spelt) {
    int scheme = spelt.indexOf("://");
    if (scheme < 0) {
      return true;
    }
    int from = scheme + 3 + (spelt.regionMatches(true, scheme + 3, "www.", 0, 4) ? 4 : 0);
    int site = 0;
    while (site < work.length() && work.charAt(site) != '/' && work.charAt(site) != '?') {
      site++;
    }
    return spelt.regionMatches(true, from, work, 0, site);
  }

  /** What a link to the next page has in its path, if it has a path from the root. */
  public String name() {
    int query = work.indexOf('?', Math.max(0, work.indexOf('/')));
    String last = work.substring(work.lastIndexOf('/', query) + 1, query);
    int suffix = last.lastIndexOf('.');
    return suffix < 0 ? last : last.substring(0, suffix);
  }

  private static String[] query(URI uri) {
    return uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&", -1);
  }

  private static int number(String parameter) {
    int equals = parameter.indexOf('=');
    String name = parameter.substring(0, Math.max(0, equals)).toLowerCase(Locale.ROOT);
    String value = parameter.substring(equals + 1);
    return PARAMETERS.contains(name) && NUMBER.matcher(value).matches()
        ? Integer.parseInt(value)
        : 0;
  }
}
