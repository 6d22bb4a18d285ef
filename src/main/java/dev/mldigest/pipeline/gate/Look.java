package dev.mldigest.pipeline.gate;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.pipeline.card.Card;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.digest.Part;
import dev.mldigest.store.Issues;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One issue as the checks see it.
 *
 * @param issue as it was made
 * @param digest the text of digest.md
 * @param approved what of it leaves
 * @param cards its items, in the digest's order
 * @param html the mail; empty where it cannot be made
 */
record Look(
    Week week,
    Issues.Stored made,
    Issue issue,
    String digest,
    Approved approved,
    List<Card> cards,
    String html) {
  private static final int LONGEST = 80;

  /** Letters of a sentence that tell it from others: those of some three words. */
  private static final int BEGIN = 20;

  /** A line with fewer letters begins too many sentences. */
  private static final int SHORTEST = 6;

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");

  /**
   * A part of the digest and where it is.
   *
   * @param line of its first character, from 1
   * @param card of the item that it is, or null
   */
  record Placed(Approved.Piece piece, int line, @Nullable Card card) {
    @Nullable String item() {
      return card == null ? null : card.id();
    }

    /** The line on which these words begin; its heading's where they are not found. */
    int lineOf(String words) {
      int at = words.isEmpty() ? -1 : piece.before().text().indexOf(words);
      return at >= 0 ? line + lines(piece.before().text().substring(0, at)) : lineByLetters(words);
    }

    /** Where marks of Markdown, or the end of a line, stand between the words. */
    private int lineByLetters(String words) {
      String sought = Texts.letters(words);
      String begin = sought.substring(0, Math.min(BEGIN, sought.length()));
      List<String> all = LINE_END.splitAsStream(piece.before().text()).map(Texts::letters).toList();
      for (int i = 0; i < all.size(); i++) {
        String letters = all.get(i);
        boolean begins = letters.length() >= SHORTEST && sought.startsWith(letters);
        if (!begin.isEmpty() && (begins || letters.contains(begin))) {
          return line + i;
        }
      }
      return headLine();
    }

    int headLine() {
      return card == null ? line : card.line();
    }

    boolean isFrontMatter() {
      return piece.kind() == Part.Kind.FRONT_MATTER;
    }
  }

  /** All parts, in their order. */
  List<Placed> parts() {
    List<Placed> parts = new ArrayList<>();
    int line = 1;
    int items = 0;
    for (Approved.Piece piece : approved.parts()) {
      Card card = piece.isItem() && items < cards.size() ? cards.get(items++) : null;
      parts.add(new Placed(piece, line, card));
      line += lines(piece.before().text());
    }
    return parts;
  }

  /** What readers see. */
  List<Placed> body() {
    return parts().stream().filter(part -> !part.isFrontMatter()).toList();
  }

  Issue.@Nullable Item item(String id) {
    return issue.items().stream()
        .filter(item -> Objects.equals(item.id(), id))
        .findFirst()
        .orElse(null);
  }

  /** Where a field of the front matter stands, with its number or without. */
  static int fieldLine(String field, Look look) {
    Pattern name = Pattern.compile("(?m)^" + field + "(?:-\\d)?:");
    return look.parts().stream()
        .filter(Placed::isFrontMatter)
        .flatMap(part ->
            name.matcher(part.piece().before().text()).results().map(at -> part.lineOf(at.group())))
        .findFirst()
        .orElse(1);
  }

  /** Enough of a text to know it by. */
  static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  static int lines(String text) {
    return (int) LINE_END.matcher(text).results().count();
  }
}
