package dev.mldigest.review.desk;

import dev.mldigest.review.approval.Quote;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The headings of a digest below which an item may be put.
 *
 * @param all as they stand in the file, also those below which nothing stands yet
 * @param withItems their words, of those below which items stand, or stood when it was made
 */
public record Headings(List<String> all, List<String> withItems) {
  public Headings {
    all = List.copyOf(all);
    withItems = List.copyOf(withItems);
  }

  /**
   * @param made texts in which its items are known: what was emptied since may be filled again
   */
  static Headings of(List<Part> parts, List<String> made) {
    Set<String> filled = new LinkedHashSet<>(filled(parts));
    made.forEach(text -> filled.addAll(filled(DigestFile.parse(text).parts())));
    Set<String> all = new LinkedHashSet<>(filled);
    parts.stream()
        .filter(part -> part.kind() == Part.Kind.SECTION)
        .map(Part::title)
        .forEach(all::add);
    return new Headings(List.copyOf(all), filled.stream().map(Quote::heading).distinct().toList());
  }

  private static List<String> filled(List<Part> parts) {
    List<String> filled = new ArrayList<>();
    String heading = "";
    for (Part part : parts) {
      if (part.kind() == Part.Kind.SECTION) {
        heading = part.title();
      } else if (part.isItem() && !heading.isEmpty()) {
        filled.add(heading);
      }
    }
    return filled;
  }

  /** The heading as it stands in the file, by what a person calls it. */
  public Optional<String> find(String named) {
    String wanted = named.strip();
    return all.stream()
        .filter(title ->
            title.equalsIgnoreCase(wanted) || Quote.heading(title).equalsIgnoreCase(wanted))
        .findFirst();
  }
}
