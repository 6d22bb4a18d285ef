package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.Folding;
import dev.mldigest.web.Host;
import java.util.List;

/** A page's title without the name of its site. */
final class Titles {
  private static final List<String> SEPARATORS =
      List.of(" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ~ ");

  private Titles() {}

  static String choose(String named, String headline, String title, String site, String url) {
    String chosen = named.isEmpty() ? (title.isEmpty() ? headline : title) : named;
    if (!headline.isEmpty() && headline.length() >= 10 && startsAlike(chosen, headline)) {
      return headline;
    }
    String cut = withoutSite(chosen, site, url);
    return cut.isEmpty() ? chosen : cut;
  }

  private static boolean startsAlike(String title, String headline) {
    return title.regionMatches(true, 0, headline, 0, headline.length());
  }

  private static String withoutSite(String title, String site, String url) {
    for (String separator : SEPARATORS) {
      int last = title.lastIndexOf(separator);
      if (last > 0 && isSite(title.substring(last + separator.length()), site, url)) {
        return title.substring(0, last).strip();
      }
      int first = title.indexOf(separator);
      if (first > 0 && isSite(title.substring(0, first), site, url)) {
        return title.substring(first + separator.length()).strip();
      }
    }
    return title;
  }

  private static boolean isSite(String part, String site, String url) {
    String plain = Folding.letters(part);
    return !plain.isEmpty()
        && (plain.equals(Folding.letters(site))
            || (plain.length() > 3 && Folding.letters(Host.of(url).name()).contains(plain)));
  }
}
