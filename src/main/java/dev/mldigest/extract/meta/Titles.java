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

  private static final int LONGEST_NOTHING = "undefined".length();

  private Titles() {}

  /**
   * @param named what the page says for machines that it is called, the surest first; what is no
   *     title is passed over: the site's own name, a template that was not filled
   */
  static String choose(List<String> named, String headline, String title, String site, String url) {
    List<String> all = new ArrayList<>(named);
    all.add(title);
    all.add(headline);
    Site own = new Site(Folding.letters(site), Folding.letters(Host.of(url).name()));
    all.removeIf(
        one -> one.isBlank() || isUnfilled(one, own) || (isNothing(one) && !one.equals(headline)));
    List<String> surest = new ArrayList<>(all);
    surest.sort(Comparator.comparing(Titles::holdsPlace)); // a title may speak of one
    String chosen =
        surest.stream()
            .filter(one -> !own.is(one))
            .findFirst()
            .orElse(all.isEmpty() ? "" : all.getFirst());
    if (!headline.isEmpty() && headline.length() >= 10 && startsAlike(chosen, headline)) {
      return headline;
    }
    String cut = withoutSite(chosen, own);
    return cut.isEmpty() ? chosen : cut;
  }

  private static boolean isNothing(String title) {
    return title.length() <= LONGEST_NOTHING && NOTHING.matcher(title).matches();
  }

  private static boolean holdsPlace(String title) {
    return mayHoldPlace(title) && PLACE.matcher(title).find();
  }

  /** Every place has one of these. */
  private static boolean mayHoldPlace(String title) {
    return title.indexOf('{') >= 0
        || title.indexOf('<') >= 0
        || title.indexOf('%') >= 0
        || title.indexOf('[') >= 0;
  }

  private static boolean isUnfilled(String whole, Site site) {
    if (!mayHoldPlace(whole)) {
      return false;
    }
    Matcher place = PLACE.matcher(withoutSite(whole, site));
    return place.find() && !WORD.matcher(place.replaceAll("")).find();
  }

  private static boolean startsAlike(String title, String headline) {
    return title.regionMatches(true, 0, headline, 0, headline.length());
  }

  private static String withoutSite(String title, Site site) {
    for (String separator : SEPARATORS) {
      int last = title.lastIndexOf(separator);
      if (last > 0 && site.is(title.substring(last + separator.length()))) {
        return title.substring(0, last).strip();
      }
      int first = title.indexOf(separator);
      if (first > 0 && site.is(title.substring(0, first))) {
        return title.substring(first + separator.length()).strip();
      }
    }
    return title;
  }

  /** The site's name and its host, letters alone. */
  private record Site(String name, String host) {
    boolean is(String part) {
      String plain = Folding.letters(part);
      return !plain.isEmpty()
          && (plain.equals(name) || (plain.length() > 3 && host.contains(plain)));
    }
  }
}
