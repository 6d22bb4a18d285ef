package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.Folding;
import dev.mldigest.web.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page's title without the name of its site. */
final class Titles {
  private static final List<String> SEPARATORS =
      List.of(" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ~ ");

  /** Places of templates: without words beside them nobody filled them. */
  private static final Pattern PLACE =
      Pattern.compile(
          "\\{\\{.{0,200}?(?:}}|$)|\\$\\{[^}]{0,200}(?:}|$)|<%.{0,200}?(?:%>|$)|\\{%.{0,200}?(?:%}|$)|\\[object"
              + " [^\\]]{0,40}(?:]|$)|^%[\\w-]+%$");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  /** What scripts print for nothing, unless readers see it as the headline, too. */
  private static final Pattern NOTHING =
      Pattern.compile("undefined|null|nan|none|untitled|title", Pattern.CASE_INSENSITIVE);

  private Titles() {}

  /**
   * @param named what the page says for machines that it is called, the surest first; what is no
   *     title is passed over: the site's own name, a template that was not filled
   */
  static String choose(List<String> named, String headline, String title, String site, String url) {
    List<String> all = new ArrayList<>(named);
    all.add(title);
    all.add(headline);
    all.removeIf(one ->
        one.isBlank()
            || isUnfilled(withoutSite(one, site, url))
            || (NOTHING.matcher(one).matches() && !one.equals(headline)));
    List<String> surest = new ArrayList<>(all);
    surest.sort(Comparator.comparing(one -> PLACE.matcher(one).find())); // a title may speak of one
    String chosen =
        surest.stream()
            .filter(one -> !isSite(one, site, url))
            .findFirst()
            .orElse(all.isEmpty() ? "" : all.getFirst());
    if (!headline.isEmpty() && headline.length() >= 10 && startsAlike(chosen, headline)) {
      return headline;
    }
    String cut = withoutSite(chosen, site, url);
    return cut.isEmpty() ? chosen : cut;
  }

  private static boolean isUnfilled(String title) {
    Matcher place = PLACE.matcher(title);
    return place.find() && !WORD.matcher(place.replaceAll("")).find();
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
