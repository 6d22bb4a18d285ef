package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.review.approval.Quote;
import dev.mldigest.review.digest.Part;
import dev.mldigest.text.TextCut;
import java.util.List;
import java.util.Locale;

/**
 * An item of a digest as a person names it: by its id, its link or a part of its title.
 *
 * @param title its words
 */
public record StandingItem(String id, String title) {
  /** Enough of a title to know it by. */
  private static final int LONGEST = 40;

  /** As many as one reads before a longer part of the title is typed. */
  private static final int MOST = 6;

  /**
   * @param items those that stand in the digest, as its desk knows them
   * @throws UsageException with one sentence if there is none, or more than one
   */
  public static StandingItem of(String named, List<Part> items) {
    String part = named.strip().toLowerCase(Locale.ROOT);
    List<Part> exact =
        items.stream()
            .filter(item -> named.equals(item.name()) || named.equals(item.url()))
            .toList();
    List<Part> found =
        !exact.isEmpty() || part.isEmpty()
            ? exact
            : items.stream()
                .filter(item -> title(item).toLowerCase(Locale.ROOT).contains(part))
                .toList();
    if (found.isEmpty()) {
      throw new UsageException(
          Terminal.plain("The digest holds no item with the id, the link or a title with '" + named)
              + "'.");
    }
    if (found.size() > 1) {
      throw new UsageException(
          Terminal.plain(
              "'%s' is in the titles of %d items; name one: %s."
                  .formatted(
                      named,
                      found.size(),
                      named(found.stream().map(StandingItem::name).toList()))));
    }
    Part item = found.getFirst();
    return new StandingItem(item.name(), title(item));
  }

  private static String name(Part item) {
    return named(item.name(), title(item));
  }

  /** One of several as a person tells it from the others. */
  public static String named(String id, String title) {
    return id + " ('" + TextCut.front(title, LONGEST) + (title.length() > LONGEST ? "…')" : "')");
  }

  /** Several of them in one sentence; more are counted. */
  public static String named(List<String> names) {
    String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
    return String.join(", ", names.subList(0, Math.min(MOST, names.size()))) + more;
  }

  private static String title(Part item) {
    return Quote.heading(item.title());
  }
}
