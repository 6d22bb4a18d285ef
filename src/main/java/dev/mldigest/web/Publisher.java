package dev.mldigest.web;

import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who published a page, as far as its address tells: the {@linkplain Host#site() site}, or one of
 * the many that share it, by the names before its host or the first name of the path.
 */
public final class Publisher {
  private static final Map<String, List<String>> SHARED =
      WordList.read("/web/shared-hosts.txt").named();
  private static final Set<String> BY_NAME = Set.copyOf(SHARED.getOrDefault("name", List.of()));
  private static final Set<String> BY_PATH = Set.copyOf(SHARED.getOrDefault("path", List.of()));

  private Publisher() {}

  /** Empty for what is no page and for a host that is a number. */
  public static String of(@Nullable String link) {
    Address page = CanonicalUrl.of(link).map(Address::parse).orElse(null);
    if (page == null || isNumber(page.host())) {
      return "";
    }
    String bare = page.bareHost();
    String site = new Host(bare).site();
    if (bare.equals(site)) {
      return BY_PATH.contains(site) ? site + firstOfPath(page.path()) : site;
    }
    String below = bare.substring(0, bare.length() - site.length() - 1);
    return BY_NAME.contains(site) ? below.substring(below.lastIndexOf('.') + 1) + "." + site : site;
  }

  private static boolean isNumber(String host) {
    return host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1));
  }

  private static String firstOfPath(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? "" : path.substring(0, end);
  }
}
