package dev.mldigest.summarise.offline;

import dev.mldigest.text.Texts;
import dev.mldigest.web.Host;
import dev.mldigest.web.Publisher;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whose a source is: its own domain, and what its owner is called without the kind of its pages.
 */
public final class House {
  /** Behind a house's name: which of its pages a source is made of. */
  static final Set<String> PAGES =
      Set.of(
          "blog",
          "engineering",
          "tech",
          "technology",
          "notes",
          "news",
          "newsroom",
          "updates",
          "releases",
          "changelog",
          "developers",
          "weekly",
          "letter",
          "newsletter",
          "digest",
          "learning",
          "research",
          "labs",
          "reads",
          "mastery",
          "daily");

  /** Letters of a domain that tell its owner's name. */
  private static final int SHORTEST_NAME = 3;

  private House() {}

  /** True if the page is on the source's own domain, not on one where anybody may write. */
  public static boolean owns(String source, String url) {
    String site = Host.of(url).site();
    String domain = Texts.letters(site.substring(0, Math.max(0, site.indexOf('.'))));
    String name = Texts.letters(source);
    return Publisher.of(url).equals(site)
        && domain.length() >= SHORTEST_NAME
        && name.length() >= SHORTEST_NAME
        && (name.startsWith(domain) || domain.startsWith(name));
  }

  /** "Example Labs" of "Example Labs Engineering Blog". */
  public static String name(String source) {
    List<String> words = Arrays.asList(Texts.oneLine(source).split(" "));
    int end = words.size();
    while (end > 1 && PAGES.contains(words.get(end - 1).toLowerCase(Locale.ROOT))) {
      end--;
    }
    return String.join(" ", words.subList(0, end));
  }
}
