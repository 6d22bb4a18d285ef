package dev.mldigest.pipeline.card;

import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.text.Sentences;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where quotes stand in a text. Only letters and digits are compared, so that a quote is found
 * whatever became of blanks, line breaks, quotation marks and dashes between them.
 */
final class QuotePlaces {
  /** A full stop, a quotation mark, a bracket: what closes a quote is shown with it. */
  private static final int MOST_CLOSERS = 3;

  private final String text;
  private final StringBuilder letters = new StringBuilder();
  private final List<Integer> at = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();

  /** Letters that stand before each sentence. */
  private final List<Integer> before = new ArrayList<>();

  QuotePlaces(String text) {
    this.text = text;
    int start = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        starts.add(start);
        paragraphs.add(line);
      }
      start += line.length() + 1;
    }
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String plain = letters(text.codePointAt(i));
      letters.append(plain);
      for (int j = 0; j < plain.length(); j++) {
        at.add(i);
      }
    }
    int sum = 0;
    for (String sentence : Sentences.of(text)) {
      before.add(sum);
      sum += letters(sentence).length();
    }
  }

  /** A stretch of one paragraph: from its first character to behind its last. */
  record Place(int paragraph, int start, int end) {}

  List<String> paragraphs() {
    return paragraphs;
  }

  /** Where a quote stands: in its own sentence, else anywhere; else that whole sentence. */
  Optional<Place> of(Evidence evidence) {
    int number = evidence.sentence() - 1;
    boolean known = number >= 0 && number < before.size();
    int from = known ? before.get(number) : 0;
    String quote = letters(evidence.quote());
    int found = quote.isEmpty() ? -1 : letters.indexOf(quote, from);
    if (found < 0 && !quote.isEmpty()) {
      found = letters.indexOf(quote);
    }
    if (found >= 0) {
      return place(found, found + quote.length());
    }
    int to = number + 1 < before.size() ? before.get(number + 1) : letters.length();
    return known && to > from ? place(from, to) : Optional.empty();
  }

  private Optional<Place> place(int from, int to) {
    int first = at.get(from);
    int last = at.get(to - 1);
    int end = last + Character.charCount(text.codePointAt(last));
    for (int i = 0; i < MOST_CLOSERS && end < text.length() && closes(text.charAt(end)); i++) {
      end++;
    }
    for (int i = starts.size() - 1; i >= 0; i--) {
      if (starts.get(i) <= first) {
        int length = paragraphs.get(i).length();
        return Optional.of(
            new Place(i, first - starts.get(i), Math.min(length, end - starts.get(i))));
      }
    }
    return Optional.empty();
  }

  private static boolean closes(char c) {
    return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
  }

  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().mapToObj(QuotePlaces::letters).forEach(letters::append);
    return letters.toString();
  }

  private static String letters(int codePoint) {
    if (codePoint < 0x80) {
      return Character.isLetterOrDigit(codePoint)
          ? String.valueOf((char) Character.toLowerCase(codePoint))
          : "";
    }
    String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    StringBuilder kept = new StringBuilder();
    plain.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString().toLowerCase(Locale.ROOT);
  }
}
