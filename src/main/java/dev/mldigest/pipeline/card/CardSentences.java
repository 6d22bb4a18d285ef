package dev.mldigest.pipeline.card;

import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An item's sentences with their evidence: those that the program wrote have it from there; for
 * those that the editor wrote it is looked for in the source.
 */
final class CardSentences {
  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

  /**
   * Where an item of a list begins: each says something of its own, with a full stop or without.
   */
  private static final Pattern ENTRY = Pattern.compile("\\R(?=\\s*(?:[-*+•]|\\d{1,9}[.)])\\s)");

  private final List<SummarySentence> made;
  private final @Nullable Grounds grounds;
  private final Map<String, String> answers;
  private final ItemCode code;

  /**
   * @param made what the program had written
   * @param grounds of the source; null where its text is not kept
   * @param answers reasons by the letters of the sentences they were given for
   * @param code that stands in it
   */
  CardSentences(
      List<SummarySentence> made,
      @Nullable Grounds grounds,
      Map<String, String> answers,
      ItemCode code) {
    this.made = made;
    this.grounds = grounds;
    this.answers = answers;
    this.code = code;
  }

  /** A sentence and what it rests on, before anybody shows it. */
  record Rested(
      String text,
      List<Evidence> evidence,
      boolean byEditor,
      Card.Nature nature,
      String vouched,
      int paragraph) {
    Rested in(int number) {
      return new Rested(text, evidence, byEditor, nature, vouched, number);
    }
  }

  List<Rested> of(List<String> paragraphs) {
    List<Rested> all = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      int number = i;
      ENTRY
          .splitAsStream(paragraphs.get(i))
          .flatMap(entry -> of(entry).stream())
          .forEach(one -> all.add(one.in(number)));
    }
    return all;
  }

  /** Cut where the program's own sentences begin and end, for they may hold a full stop. */
  private List<Rested> of(String paragraph) {
    String words = paragraph.strip().replaceAll("\\s+", " ");
    for (SummarySentence sentence : made) {
      String own = sentence.text().strip().replaceAll("\\s+", " ");
      int at = own.isEmpty() ? -1 : words.indexOf(own);
      if (at >= 0) {
        List<Rested> all = new ArrayList<>(of(words.substring(0, at)));
        all.add(rested(own, sentence.evidence(), false));
        all.addAll(of(words.substring(at + own.length())));
        return all;
      }
    }
    return Sentences.of(words).stream().map(this::byEditor).toList();
  }

  private Rested byEditor(String sentence) {
    List<Evidence> found = grounds == null ? List.of() : grounds.of(sentence, made);
    return rested(sentence, found, true);
  }

  /** What is typed in angle brackets is seen as it stands, and may claim like all else. */
  private Card.Nature nature(String text) {
    if (code.holds(text)) {
      return Card.Nature.CODE;
    }
    boolean wordless = NUMBER.matcher(Texts.letters(text)).replaceAll("").isEmpty();
    return wordless ? Card.Nature.WORDLESS : Card.Nature.CLAIM;
  }

  private Rested rested(String text, List<Evidence> evidence, boolean byEditor) {
    String reason = answers.getOrDefault(QuotePlaces.letters(text), "");
    return new Rested(
        text, evidence, byEditor, byEditor ? nature(text) : Card.Nature.CLAIM, reason, 0);
  }
}
