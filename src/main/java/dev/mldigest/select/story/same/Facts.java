package dev.mldigest.select.story.same;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.web.CanonicalUrl;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a report states so exactly that another report of the same story must agree: products by
 * name and number (X-3, R1), figures, and the paper it is. However alike their words are, two
 * reports that contradict each other here tell different stories.
 *
 * @param products designations of title and lead
 * @param decimals figures with decimals of the lead; a headline picks one of many, so none of it
 * @param titleNumbers whole numbers of a title that a text follows
 * @param numbers whole numbers of title and lead
 * @param versions numbers after a name in a title, behind that name: Gemini 3, and sizes: 70B
 * @param claims what the title says was done, see {@link Claims}
 * @param paper the arXiv identifier it stands under, or null
 * @param place of a page that holds several pieces, the one it stands at, or null
 */
public record Facts(
    Set<String> products,
    Set<String> decimals,
    Set<String> titleNumbers,
    Set<String> numbers,
    Set<String> versions,
    Set<String> claims,
    @Nullable String paper,
    @Nullable String place) {
  /** A lead: about ten sentences. */
  private static final int LEAD = 2_000;

  private static final Pattern PRODUCT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])\\p{Lu}\\p{L}{0,19}-?\\d{1,3}(?:\\.\\d{1,2})?(?![\\p{L}\\p{N}])");
  private static final Pattern DECIMAL =
      Pattern.compile("(?<![\\p{N}.,-])\\d{1,4}\\.\\d{1,3}(?![\\p{N}.])");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\p{N}.,-])\\d{1,3}(?:,?\\d{3}){0,3}(?![\\p{N}.])");

  /** Gemini 3, Claude Opus 4.5: what tells one release from the next. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(\\p{Lu}\\p{L}{2,19})["
              + " -][vV]?(\\d{1,3}(?:\\.\\d{1,2}){0,2})(?![\\p{L}\\p{N}.,%-])");

  /** A model's parameters; not an amount of money. */
  private static final Pattern SIZE =
      Pattern.compile("(?<![\\p{L}\\p{N}.,$€£-])\\d{1,4}(?:\\.\\d{1,2})?[bB](?![\\p{L}\\p{N}])");

  private static final String SIZED = "size ";

  public static Facts of(Piece piece) {
    String text = piece.text();
    String lead = text.length() > LEAD ? text.substring(0, LEAD) : text;
    String both = piece.title() + "\n" + lead;
    return new Facts(
        all(PRODUCT, both),
        all(DECIMAL, lead),
        lead.isBlank() ? Set.of() : all(NUMBER, piece.title()),
        lead.isBlank() ? Set.of() : all(NUMBER, both),
        versions(piece.title()),
        Claims.of(piece.title()),
        paper(piece),
        null);
  }

  /** The same at this place of its page. */
  Facts at(@Nullable String onPage) {
    return new Facts(products, decimals, titleNumbers, numbers, versions, claims, paper, onPage);
  }

  private static @Nullable String paper(Piece piece) {
    String paper = CanonicalUrl.arxivId(piece.url());
    if (paper == null && piece.id().startsWith("arxiv:")) {
      paper = CanonicalUrl.arxivId("https://arxiv.org/abs/" + piece.id().substring(6));
    }
    return paper;
  }

  private static Set<String> versions(String title) {
    Set<String> found = new HashSet<>();
    Matcher matcher = VERSION.matcher(title);
    while (matcher.find()) {
      String name = matcher.group(1);
      String number = matcher.group(2);
      found.add((name == null ? "" : name.toLowerCase(Locale.ROOT)) + " " + number);
    }
    matcher = SIZE.matcher(title);
    while (matcher.find()) {
      found.add(SIZED + matcher.group().toLowerCase(Locale.ROOT));
    }
    return found;
  }

  /** True if both put numbers behind a name, and none of them is the same. */
  private boolean isAnotherVersion(Facts other) {
    for (String version : versions) {
      String name = version.substring(0, version.indexOf(' ') + 1);
      if (other.versions.stream().anyMatch(theirs -> theirs.startsWith(name))
          && versions.stream()
              .noneMatch(own -> own.startsWith(name) && other.versions.contains(own))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group().toLowerCase(Locale.ROOT).replace("-", "").replace(",", ""));
    }
    return found;
  }

  /** True if both cannot be reports of one story: other papers, other products. */
  public boolean contradicts(Facts other) {
    boolean isAnotherPlace = place != null && other.place != null && !place.equals(other.place);
    return isAnotherPaper(other) || isAnotherPlace || differ(products, other.products);
  }

  /** True if both state figures, versions or deeds, and not the same. */
  public boolean contradictsInDetail(Facts other) {
    return differ(decimals, other.decimals)
        || differInTitle(other)
        || isAnotherVersion(other)
        || Claims.contradict(claims, other.claims);
  }

  /** True if neither tells the numbers of the other's title. */
  private boolean differInTitle(Facts other) {
    return differ(titleNumbers, other.titleNumbers)
        && Collections.disjoint(titleNumbers, other.numbers)
        && Collections.disjoint(other.titleNumbers, numbers);
  }

  boolean isAnotherPaper(Facts other) {
    return paper != null && other.paper != null && !paper.equals(other.paper);
  }

  /** True if both name the same product or the same figure. */
  boolean agrees(Facts other) {
    return !Collections.disjoint(products, other.products)
        || !Collections.disjoint(decimals, other.decimals);
  }

  private static boolean differ(Set<String> a, Set<String> b) {
    return !a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b);
  }

  /** The facts of both together. */
  public Facts and(Facts other) {
    return new Facts(
        union(products, other.products),
        union(decimals, other.decimals),
        union(titleNumbers, other.titleNumbers),
        union(numbers, other.numbers),
        union(versions, other.versions),
        union(claims, other.claims),
        paper == null ? other.paper : paper,
        place == null ? other.place : place);
  }

  static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }
}
