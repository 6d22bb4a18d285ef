package dev.mldigest.summarise.ground;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What may speak against a sentence that cites nothing, seen beside the sentences of its document
 * that share most words with it. A doubt alone proves little; {@code doubts.txt} says which of them
 * refuse a text, and the choice is measured on edited summaries of six domains.
 */
final class Doubts {
  /** Every kind there is. */
  static final List<String> KINDS =
      List.of(
          "number",
          "few",
          "far number",
          "name",
          "far name",
          "negation",
          "negation in place",
          "absolute",
          "sweeping",
          "direction",
          "direction aside",
          "far direction");

  /** Who sums up may count a few things that the source names. */
  private static final Set<String> FEW = Set.of("2", "3");

  /** Words by which a summary gathers what the source lists. */
  private static final Set<String> SWEEPING = Set.of("all", "every", "everyone", "completely");

  /** Two sides of one event: what one sends the other receives. */
  private static final Set<String> CONVERSE =
      stems("send sent receive give gave take took buy sell learn teach");

  private static final Set<String> ABSOLUTES = WordList.read("/summarise/absolutes.txt").words();

  private final Opposites directions;
  private final Span whole;
  private final List<Finding> all = new ArrayList<>();

  Doubts(Opposites directions, Span whole) {
    this.directions = directions;
    this.whole = whole;
  }

  private static Set<String> stems(String words) {
    return Set.copyOf(List.of(words.split(" ")).stream().map(Words::stem).toList());
  }

  /** All doubts so far; the kind is one of {@link #KINDS}. */
  List<Finding> all() {
    return List.copyOf(all);
  }

  /**
   * Looks at one sentence.
   *
   * @param beside the document's sentences most like it, the likest first
   */
  void look(String text, List<Span> beside) {
    Span claim = new Span(text);
    Set<String> near = new HashSet<>();
    beside.forEach(span -> near.addAll(span.keys()));
    for (Token token : claim.tokens()) {
      if (token.number()) {
        number(text, token, near);
        continue;
      }
      if (token.name()) {
        name(text, token, near);
      }
      absolute(text, token, near);
      if (!beside.isEmpty() && !CONVERSE.contains(token.key())) {
        direction(text, token, near, beside.getFirst().keys());
      }
    }
    negation(text, claim, beside);
  }

  private void add(String kind, String text, String detail, Token token) {
    all.add(new Finding(kind, text, detail.formatted(token.text())));
  }

  private void number(String text, Token token, Set<String> near) {
    String key = token.key();
    boolean spelt = isQuarter(token) || whole.has(key + "%");
    if (!whole.has(key) && !spelt) {
      boolean few = FEW.contains(key) && Character.isLetter(token.text().charAt(0));
      add(few ? "few" : "number", text, "'%s' is not in the source.", token);
    } else if (!near.contains(key)) {
      add("far number", text, "'%s' stands elsewhere in the source.", token);
    }
  }

  private void name(String text, Token token, Set<String> near) {
    boolean spelt = isQuarter(token) || isInitials(token);
    if (!whole.has(token.key()) && !spelt) {
      add("name", text, "'%s' is not in the source.", token);
    } else if (!near.contains(token.key())) {
      add("far name", text, "'%s' stands elsewhere in the source.", token);
    }
  }

  /** "Q3" or "3Q" for the third quarter. */
  private boolean isQuarter(Token token) {
    String low = token.text().toLowerCase(Locale.ROOT);
    if (low.length() != 2 || low.indexOf('q') < 0 || !whole.has("quarter")) {
      return false;
    }
    String number = low.replace("q", "");
    return whole.has(number)
        || (number.equals("1") && whole.has(Words.stem("first")))
        || (number.equals("2") && whole.has(Words.stem("second")));
  }

  /** "YoY" for year over year. */
  private boolean isInitials(Token token) {
    return token.text().length() > 2 && whole.hasInitials(token.text().toLowerCase(Locale.ROOT));
  }

  private void absolute(String text, Token token, Set<String> near) {
    String low = token.text().toLowerCase(Locale.ROOT);
    if (ABSOLUTES.contains(low) && !near.contains(token.key())) {
      add(
          SWEEPING.contains(low) ? "sweeping" : "absolute",
          text,
          "'%s' is more than the source says.",
          token);
    }
  }

  /** Only in the likest sentence is a contrary likely to speak of the same. */
  private void direction(String text, Token token, Set<String> near, Set<String> nearest) {
    if (directions.contradicts(token.key(), near)) {
      boolean close = directions.contradicts(token.key(), nearest);
      String kind =
          whole.has(token.key()) ? "far direction" : close ? "direction" : "direction aside";
      add(kind, text, "The source says the contrary of '%s'.", token);
    }
  }

  private void negation(String text, Span claim, List<Span> beside) {
    if (claim.negates() && beside.stream().noneMatch(Span::negates)) {
      all.add(new Finding("negation", text, "It negates what the source does not."));
    }
    if (!beside.isEmpty()) {
      Groundedness.Findings found = new Groundedness.Findings(text);
      new Negations(beside.getFirst(), claim).check(found);
      found.all().forEach(f -> all.add(new Finding("negation in place", text, f.detail())));
    }
  }
}
