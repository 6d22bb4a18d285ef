package dev.mldigest.summarise.offline;

import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether sentences of a text can be read where they are printed: beneath its title alone, or
 * behind those that are printed before them.
 */
final class Standing {
  private final String title;
  private final List<String> shown;
  private final Set<String> heading;
  private final Antecedents antecedents;

  /**
   * @param shown the sentences of the text as they are printed
   */
  Standing(String title, List<String> shown) {
    this.title = title;
    this.shown = List.copyOf(shown);
    this.heading = Set.copyOf(Words.roots(title));
    this.antecedents = new Antecedents(shown);
  }

  /** True if every sentence, in the order of print, has before it what it speaks of. */
  boolean isReadable(Choice.Chosen first, List<Integer> rest) {
    Set<String> known = new HashSet<>(heading);
    known.addAll(Words.roots(first.text()));
    List<String> read = new ArrayList<>(List.of(title, first.text()));
    int before = first.sentence();
    for (int i : rest) {
      String sentence = shown.get(i);
      boolean continues = before == i - 1 || isSaid(i - 1, read);
      boolean open =
          continues
              ? antecedents.isMissedBehind(i, sentence, known)
              : pointsBack(i, sentence, known);
      if (open
          || !Abbreviations.unexplained(sentence, withWhole(read, first)).isEmpty()
          || isTakenBack(i, rest)) {
        return false;
      }
      known.addAll(Words.roots(sentence));
      read.add(sentence);
      before = i;
    }
    return true;
  }

  /** The same sentence may stand on the page twice. */
  private boolean isSaid(int i, List<String> read) {
    return i >= 0 && read.contains(shown.get(i));
  }

  /** The brackets of the first come back where they are needed. */
  private List<String> withWhole(List<String> read, Choice.Chosen first) {
    List<String> all = new ArrayList<>(read);
    all.add(shown.get(first.sentence()));
    return all;
  }

  /** True if it can be read beneath the title alone, and nothing behind it takes it back. */
  boolean isAlone(int i) {
    return !pointsBack(i, shown.get(i), heading) && !isTakenBack(i, List.of());
  }

  boolean isAlone(Choice.Chosen gist) {
    return !pointsBack(gist.sentence(), gist.text(), heading);
  }

  /** True if it speaks of what only sentences before it name. */
  private boolean pointsBack(int i, String text, Set<String> known) {
    return leans(text, known) || antecedents.isMissed(i, text, known);
  }

  /** True if it wants the sentence right before it. */
  private static boolean leans(String text, Set<String> known) {
    return Discourse.pointsBack(text, known) || Antecedents.opensUnowned(text, known);
  }

  /** True if it has no short form that the title does not explain. */
  boolean isPlain(int i) {
    return Abbreviations.unexplained(shown.get(i), List.of(title)).isEmpty();
  }

  /** True if the next sentence limits or contradicts it and is not printed. */
  private boolean isTakenBack(int i, List<Integer> rest) {
    return i + 1 < shown.size()
        && !rest.contains(i + 1)
        && Discourse.turns(shown.get(i), shown.get(i + 1));
  }
}
