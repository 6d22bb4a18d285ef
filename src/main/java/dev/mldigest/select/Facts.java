package dev.mldigest.select;

import dev.mldigest.domain.CanonicalUrl;
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
 * @param paper the arXiv identifier it stands under, or null
 */
record Facts(
    Set<String> products,
    Set<String> decimals,
    Set<String> titleNumbers,
    Set<String> numbers,
    @Nullable String paper) {
  /** A lead: about ten sentences. */
  private static final int LEAD = 2_000;

  private static final Pattern PRODUCT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])\\p{Lu}\\p{L}{0,19}-?\\d{1,3}(?:\\.\\d{1,2})?(?![\\p{L}\\p{N}])");
  private static final Pattern DECIMAL =
      Pattern.compile("(?<![\\p{N}.,-])\\d{1,4}\\.\\d{1,3}(?![\\p{N}.])");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\p{N}.,-])\\d{1,3}(?:,?\\d{3}){0,3}(?![\\p{N}.])");

  static Facts of(Piece piece) {
    String text = piece.text();
    String lead = text.length() > LEAD ? text.substring(0, LEAD) : text;
    String both = piece.title() + "\n" + lead;
    return new Facts(
        all(PRODUCT, both),
        all(DECIMAL, lead),
        lead.isBlank() ? Set.of() : all(NUMBER, piece.title()),
        lead.isBlank() ? Set.of() : all(NUMBER, both),
        CanonicalUrl.arxivId(piece.url()));
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
  boolean contradicts(Facts other) {
    return isAnotherPaper(other) || differ(products, other.products);
  }

  /** True if both state figures and none of them is the same. */
  boolean contradictsInFigures(Facts other) {
    return differ(decimals, other.decimals) || differInTitle(other);
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
  Facts and(Facts other) {
    return new Facts(
        union(products, other.products),
        union(decimals, other.decimals),
        union(titleNumbers, other.titleNumbers),
        union(numbers, other.numbers),
        paper == null ? other.paper : paper);
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }
}
