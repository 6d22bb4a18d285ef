package dev.mldigest.extract.meta;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The day of publication as a page shows it to readers: in elements for times, and in the lines
 * around the headline. The nearer to the headline, the surer.
 */
final class PageTimes {
  /** Characters of the longest line that is a date with its label. */
  private static final int LONGEST = 100;

  private final SelfDescription told;
  private final Masthead masthead;
  private final @Nullable String language;

  PageTimes(SelfDescription told, @Nullable String language) {
    this.told = told;
    this.masthead = told.masthead();
    this.language = language;
  }

  @Nullable Instant published() {
    Instant found = first(this::isSaidToBePublication);
    found = found == null ? first(i -> i > masthead.headline && masthead.holds(i)) : found;
    found = found == null ? first(masthead::holds) : found;
    found = found == null ? written() : found;
    found = found == null ? first(masthead::isWithinArticle) : found;
    return found == null ? only() : found;
  }

  /** Of several that stand anywhere all but one are neighbours', and none is known to be ours. */
  private @Nullable Instant only() {
    Set<Instant> days = new HashSet<>();
    for (int i : told.times) {
      Instant read = masthead.isForeign(i) ? null : read(told.page.element[i]);
      if (read != null) {
        days.add(read);
      }
    }
    return days.size() == 1 ? first(i -> true) : null;
  }

  private @Nullable Instant first(IntPredicate where) {
    for (int i : told.times) {
      if (where.test(i) && !masthead.isForeign(i) && !isOfChange(told.page.element[i])) {
        Instant read = read(told.page.element[i]);
        if (read != null) {
          return read;
        }
      }
    }
    return null;
  }

  private @Nullable Instant read(Element time) {
    Instant machine = Dates.parse(time.attr("datetime"), language);
    String shown = machine == null ? Masthead.text(time) : "";
    return shown.isEmpty() || shown.length() > LONGEST
        ? machine
        : WrittenDates.first(shown, language);
  }

  private @Nullable Instant written() {
    return masthead.lines().stream()
        .map(line -> WrittenDates.first(line, language))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private boolean isSaidToBePublication(int i) {
    Element time = told.page.element[i];
    return SelfDescription.is(time, "itemprop", "datePublished") || time.hasAttr("pubdate");
  }

  /** Programs name it in a property or a class, people in the words before it. */
  private static boolean isOfChange(Element time) {
    String property = time.attr("itemprop");
    String names = time.className();
    Node before = time.previousSibling();
    return WrittenDates.isChange(property.isEmpty() ? "" : property)
        || (WrittenDates.isChange(names) && !names.contains("publish"))
        || (before instanceof TextNode label && WrittenDates.isChange(label.text()));
  }
}
