package dev.mldigest.summarise.ground;

import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Phrases that a model may not bring in: found in every inflected form, and only where the source
 * does not use them itself. Linear in the text for a list of given size.
 */
public final class BannedPhrases {
  private record Phrase(String words, List<String> stems) {}

  private final List<Phrase> phrases = new ArrayList<>();

  public BannedPhrases(List<String> shipped, List<String> own) {
    for (List<String> list : List.of(shipped, own)) {
      for (String words : list) {
        List<String> stems = stems(words);
        if (!stems.isEmpty()) {
          phrases.add(new Phrase(Texts.oneLine(words), stems));
        }
      }
    }
  }

  /** The first that stands in the text and not in its source. */
  public Optional<Finding> find(String source, String text) {
    return all(source, text).findFirst();
  }

  /** Each that stands in the text and not in its source. */
  public Stream<Finding> all(String source, String text) {
    List<String> said = stems(text);
    return phrases.stream()
        .filter(phrase -> stands(phrase.stems(), said) && !stands(phrase.stems(), stems(source)))
        .map(phrase ->
            new Finding(
                "banned",
                text,
                "'%s' is a banned phrase that the source does not use.".formatted(phrase.words())));
  }

  /** As a prompt tells them. */
  public String listed() {
    return String.join("; ", phrases.stream().map(Phrase::words).toList());
  }

  private static boolean stands(List<String> phrase, List<String> text) {
    return java.util.Collections.indexOfSubList(text, phrase) >= 0;
  }

  private static List<String> stems(String text) {
    return Words.of(Texts.folded(text)).stream().map(Words::root).toList();
  }
}
