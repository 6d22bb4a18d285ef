package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which short forms of a sentence its reader cannot know. */
final class Abbreviations {
  private static final Set<String> KNOWN = WordList.read("/summarise/abbreviations.txt").words();

  /** Three capitals and more, digits among them: two are mostly a name's or a country's. */
  private static final Pattern SHORT_FORM =
      Pattern.compile("\\b[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?=s?\\b)");

  /** A capital behind the first letter: what a paper calls its method. */
  private static final Pattern NAME = Pattern.compile("\\b\\w+[A-Z]\\w*\\b");

  private static final int FEWEST_LETTERS = 3;

  private Abbreviations() {}

  /**
   * Those that neither the sentence nor what was read before it explains. A name of the title is
   * the subject, and no riddle.
   *
   * @param read the title and the sentences before
   */
  static List<String> unexplained(String sentence, Collection<String> read) {
    return SHORT_FORM
        .matcher(sentence)
        .results()
        .filter(match -> match.group().length() >= FEWEST_LETTERS)
        .filter(match -> !isPartOfName(sentence, match.start(), match.end()))
        .map(match -> match.group())
        .distinct()
        .filter(form -> !KNOWN.contains(form) && !explains(sentence, form))
        .filter(form -> read.stream().noneMatch(text -> text.contains(form) || spells(text, form)))
        .toList();
  }

  /** True if its readers know it. */
  static boolean isKnown(String form) {
    return KNOWN.contains(form);
  }

  /** True if words next to each other begin with its letters: "pro-environmental behavior". */
  private static boolean spells(String text, String form) {
    StringBuilder initials = new StringBuilder();
    for (String word : text.split("[^\\p{L}\\p{Nd}]+")) {
      initials.append(word.isEmpty() ? "" : word.substring(0, 1));
    }
    return initials.toString().toUpperCase(Locale.ROOT).contains(form);
  }

  /** Short forms and names of a sentence that were not read before it, also such as "ProSeg". */
  static List<String> names(String sentence, Collection<String> read) {
    return NAME.matcher(sentence)
        .results()
        .map(match -> match.group())
        .distinct()
        .filter(name -> read.stream().noneMatch(text -> text.contains(name)))
        .toList();
  }

  /** "BERT-large", "RTX-4090": a model's or a part's name. */
  private static boolean isPartOfName(String sentence, int start, int end) {
    return (end < sentence.length()
            && sentence.charAt(end) == '-'
            && end + 1 < sentence.length()
            && Character.isDigit(sentence.charAt(end + 1)))
        || (start > 0 && "-_./".indexOf(sentence.charAt(start - 1)) >= 0);
  }

  /** "Long Form (LF)", "LF (long form)", "called LF for Long Form". */
  static boolean explains(String sentence, String form) {
    return sentence.contains("(" + form)
        || sentence.contains(form + "s)")
        || sentence.contains(form + ")")
        || sentence.contains(form + " (")
        || sentence.contains(form + " for ")
        || sentence.contains(form + ", a")
        || sentence.contains("called " + form)
        || sentence.contains("named " + form);
  }
}
