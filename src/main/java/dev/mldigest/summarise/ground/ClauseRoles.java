package dev.mldigest.summarise.ground;

import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds true words in false roles, where neither number nor name is new: a number with the words of
 * another one, what was replaced for what replaces it, a cause that the source does not give.
 * Compares clauses, not places; what it cannot tell it leaves alone. At most {@value #MOST_CLAUSES}
 * clauses of a text are looked at.
 */
final class ClauseRoles {
  private static final int MOST_CLAUSES = 60;
  private static final int SIDE = 3;

  /** Between these a clause ends, with or without a comma. */
  private static final Set<String> JOINTS =
      Set.of("and", "but", "while", "whereas", "or", "versus", "vs", "compared", "against");

  private static final Set<String> CAUSES = WordList.read("/summarise/causes.txt").words();

  /** A source may also say so by words that a claim may use otherwise. */
  private static final Set<String> SOURCE_CAUSES =
      WordList.read("/summarise/source-causes.txt").words();

  private static final Set<String> REPLACES =
      Set.of("replace", "replaces", "replaced", "replacing", "replacement");

  private final Span source;
  private final Span claim;
  private final Opposites directions;

  ClauseRoles(Span source, Span claim, Opposites directions) {
    this.source = source;
    this.claim = claim;
    this.directions = directions;
  }

  void check(Groundedness.Findings findings) {
    numbers(findings);
    replacement(findings);
    causes(findings);
  }

  /**
   * "A has 3 and B has 4", not "A has 4": a word whose clauses have other numbers than the claim
   * gives it, while that number's clause in the source has not the word.
   */
  private void numbers(Groundedness.Findings findings) {
    List<List<Token>> theirs = clauses(source);
    for (List<Token> clause : clauses(claim)) {
      for (Token number : clause.stream().filter(Token::number).toList()) {
        for (Token word : clause) {
          if (word.isContent() && isMisplaced(theirs, clause, word.key(), number.key())) {
            findings.add(
                "unit",
                "The cited sentences give '%s' another number than '%s'."
                    .formatted(word.text(), number.text()));
            return;
          }
        }
      }
    }
  }

  private boolean isMisplaced(
      List<List<Token>> theirs, List<Token> clause, String word, String number) {
    if (source.places(word).size() != 1 || source.places(number).size() != 1) {
      return false;
    }
    List<List<Token>> counted =
        theirs.stream().filter(c -> c.stream().anyMatch(Token::number)).toList();
    return counted.stream()
            .anyMatch(c ->
                has(c, word)
                    && !has(c, number)
                    && isRival(c, number)
                    && c.stream().noneMatch(t -> t.number() && has(clause, t.key())))
        && counted.stream().anyMatch(c -> has(c, number) && !has(c, word));
  }

  /** The clause has a number of the same unit: percent beside percent, a count beside a count. */
  private static boolean isRival(List<Token> clause, String number) {
    return clause.stream()
        .anyMatch(token -> token.number() && token.key().endsWith("%") == number.endsWith("%"));
  }

  private static boolean has(List<Token> clause, String key) {
    return clause.stream().anyMatch(token -> token.key().equals(key));
  }

  private static List<List<Token>> clauses(Span span) {
    List<List<Token>> clauses = new ArrayList<>();
    for (int i = 0; i < span.tokens().size(); i++) {
      Token token = span.tokens().get(i);
      boolean joins = JOINTS.contains(low(token)) && !isRange(span.tokens(), i);
      boolean starts = token.fresh() || joins || clauses.isEmpty();
      if (starts && clauses.size() >= MOST_CLAUSES) {
        break;
      }
      if (starts) {
        clauses.add(new ArrayList<>());
      }
      clauses.getLast().add(token);
    }
    return clauses;
  }

  /** "Between 2 and 4". */
  private static boolean isRange(List<Token> tokens, int at) {
    return at > 0
        && at + 1 < tokens.size()
        && tokens.get(at - 1).number()
        && tokens.get(at + 1).number();
  }

  /** "A is replaced with B" and "B is replaced with A" have the same words. */
  private void replacement(Groundedness.Findings findings) {
    List<Set<String>> ours = exchange(claim);
    List<Set<String>> theirs = exchange(source);
    if (ours.isEmpty() || theirs.isEmpty()) {
      return;
    }
    long straight =
        shared(ours.get(0), theirs.get(0), theirs.get(1))
            + shared(ours.get(1), theirs.get(1), theirs.get(0));
    long crossed =
        shared(ours.get(0), theirs.get(1), theirs.get(0))
            + shared(ours.get(1), theirs.get(0), theirs.get(1));
    if (crossed > straight) {
      findings.add("order", "What is replaced and what replaces it are exchanged.");
    }
  }

  private static long shared(Set<String> ours, Set<String> in, Set<String> out) {
    return ours.stream().filter(key -> in.contains(key) && !out.contains(key)).count();
  }

  /** What is replaced, and by what; nothing if the text does not say so. */
  private static List<Set<String>> exchange(Span span) {
    List<Token> tokens = span.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (REPLACES.contains(low(tokens.get(i)))) {
        for (int k = i + 1; k < tokens.size() && !tokens.get(k).opening(); k++) {
          if (low(tokens.get(k)).equals("with") || low(tokens.get(k)).equals("by")) {
            Set<String> before = content(tokens.subList(i + 1, k), false);
            // "B was replaced with A" has it in front.
            Set<String> old = before.isEmpty() ? content(tokens.subList(0, i), true) : before;
            return List.of(old, content(tokens.subList(k + 1, tokens.size()), false));
          }
        }
      }
    }
    return List.of();
  }

  private static Set<String> content(List<Token> tokens, boolean fromBack) {
    Set<String> keys = new HashSet<>();
    for (Token token : fromBack ? tokens.reversed() : tokens) {
      if (keys.size() < SIDE && (token.isContent() || token.number())) {
        keys.add(token.key());
      }
    }
    return keys;
  }

  /** A cause must stand with its effect, in one cited sentence or two in a row that say so. */
  private void causes(Groundedness.Findings findings) {
    List<Token> tokens = claim.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (CAUSES.contains(low(tokens.get(i))) && !isGiven(tokens.subList(0, i), tail(i))) {
        findings.add(
            "direction",
            "The cited sentences do not give this cause: '%s'.".formatted(tokens.get(i).text()));
        return;
      }
    }
  }

  private List<Token> tail(int at) {
    return claim.tokens().subList(at + 1, claim.tokens().size());
  }

  private boolean isGiven(List<Token> before, List<Token> after) {
    // "Because A, B": the comma parts them.
    List<Token> left = before;
    List<Token> right = after;
    if (before.stream().noneMatch(Token::isContent)) {
      int comma = 0;
      while (comma < after.size() && (comma == 0 || !after.get(comma).fresh())) {
        comma++;
      }
      left = after.subList(0, comma);
      right = after.subList(comma, after.size());
    }
    List<List<Token>> sentences = sentences();
    for (int s = 0; s < sentences.size(); s++) {
      boolean says = sentences.get(s).stream().anyMatch(t -> SOURCE_CAUSES.contains(low(t)));
      List<Token> both = new ArrayList<>(sentences.get(s));
      if (s > 0 && saysAtFront(sentences.get(s))) {
        both.addAll(sentences.get(s - 1));
      }
      if (says && rests(left, both) && rests(right, both)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysAtFront(List<Token> sentence) {
    return sentence.stream().limit(SIDE + 1).anyMatch(t -> SOURCE_CAUSES.contains(low(t)));
  }

  /** At least half of its words are there. */
  private boolean rests(List<Token> part, List<Token> sentence) {
    Span there = new Span(String.join(" ", sentence.stream().map(Token::text).toList()));
    List<Token> content = part.stream().filter(Token::isContent).toList();
    long known = content.stream().filter(token -> directions.knows(there, token)).count();
    return 2 * known >= content.size();
  }

  private List<List<Token>> sentences() {
    List<List<Token>> sentences = new ArrayList<>();
    for (Token token : source.tokens()) {
      if (sentences.isEmpty() || token.opening()) {
        sentences.add(new ArrayList<>());
      }
      sentences.getLast().add(token);
    }
    return sentences.subList(0, Math.min(sentences.size(), MOST_CLAUSES));
  }

  private static String low(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
