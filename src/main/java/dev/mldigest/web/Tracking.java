package dev.mldigest.web;

import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which parameters of an address say where a reader came from, and never what a page shows. */
final class Tracking {
  private static final Map<String, List<String>> LISTS = WordList.read("/web/tracking.txt").named();
  private static final List<String> PREFIXES = LISTS.getOrDefault("prefix", List.of());
  private static final Set<String> NAMES = Set.copyOf(LISTS.getOrDefault("name", List.of()));
  private static final Set<String> SHARING_HOSTS =
      Set.copyOf(LISTS.getOrDefault("sharing-host", List.of()));

  /** Hosts of code, where {@code ref} names a branch. */
  private static final Pattern CODE_HOST =
      Pattern.compile(
          "(?:.*\\.)?(?:github\\.com|githubusercontent\\.com|bitbucket\\.org|codeberg\\.org"
              + "|gitee\\.com|sr\\.ht)|(?:.*\\.)?(?:gitlab|gitea|forgejo|git|api)\\..+");

  /** A {@code ref} that names something: a number, a version, a commit, a branch. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "v?[0-9]+(?:[._-][0-9]+)*|(?=[a-f]*[0-9])[0-9a-f]{7,40}"
              + "|main|master|develop|trunk|(?:refs|heads|tags)(?:/|%2f).*",
          Pattern.CASE_INSENSITIVE);

  private Tracking() {}

  /**
   * @param parameter as it stands in a query, with its value or without
   * @param host where, bare
   */
  static boolean is(String parameter, String host) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "si", "feature" -> SHARING_HOSTS.contains(host);
      case "ref" -> equals > 0 && isReferrer(parameter.substring(equals + 1), host);
      default -> NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    };
  }

  /** Most sites are told by {@code ref} where a reader came from; some ask it what to show. */
  private static boolean isReferrer(String value, String host) {
    return !CODE_HOST.matcher(host).matches() && !REFERENCE.matcher(value).matches();
  }
}
