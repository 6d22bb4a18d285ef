package dev.mldigest.review;

import dev.mldigest.review.digest.DigestFile;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * How well a generated text explains a digest as the editor left it: as the one that was edited.
 * The items and what stands around them are told apart, so that a rewritten subject does not
 * outweigh an item.
 *
 * @param items edits of items
 * @param lines lines of the front matter, the header and the footer that the generated text has not
 */
public record Likeness(long items, long lines) {
  public static Likeness of(String generated, String text) {
    long items =
        Merge.merge(generated, text, generated).edits().stream()
            .filter(edit -> !(edit instanceof Edit.Changed changed && changed.id() == null))
            .count();
    Set<String> foreign = around(text);
    foreign.removeAll(around(generated));
    return new Likeness(items, foreign.size());
  }

  /** True if the other one explains nothing better, and something worse. */
  public boolean isCloserThan(Likeness other) {
    return items <= other.items && lines <= other.lines && !equals(other);
  }

  private static Set<String> around(String text) {
    Set<String> lines = new HashSet<>();
    DigestFile.parse(text).parts().stream()
        .filter(part -> !part.isItem())
        .forEach(part -> Collections.addAll(lines, part.compared().split("\n", -1)));
    return lines;
  }
}
