package dev.mldigest.summarise.offline;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a title promises: the names and the figures that a sentence of its text may have too. */
final class Headline {
  private static final Pattern FIGURE =
      Pattern.compile("(?<![\\w.-])\\d[\\d.,]*(?=\\s?(?:%|x\\b|×|[BMK]\\b|-?fold|times)|\\b)");

  private final Set<String> figures;
  private final Set<String> names;

  /**
   * @param ofPaper whether it is a paper's, of which nearly all words may be names
   */
  Headline(String title, boolean ofPaper) {
    figures = figures(title);
    names = ofPaper ? Set.of() : Leaning.names(title);
  }

  /** Of two digits and more: one counts anything. */
  private static Set<String> figures(String text) {
    return FIGURE
        .matcher(text)
        .results()
        .map(figure -> figure.group().replaceFirst("[.,]$", ""))
        .filter(figure -> figure.length() > 1)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean hasFigureOf(String sentence) {
    return !Collections.disjoint(figures, figures(sentence));
  }

  /** Whether it names anything. */
  boolean names() {
    return !names.isEmpty();
  }

  boolean isNamedIn(String sentence) {
    return Leaning.isNamed(names, sentence);
  }
}
