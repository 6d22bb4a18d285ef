package dev.mldigest.summarise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether a text is supported by its source, by rules that a reader can check: no model, no
 * network.
 *
 * <p>A claim that cites its sentences is held against these alone: the quote must stand there,
 * every number, name and negation must be covered, directions must agree, and not much may be new.
 * A free-form text is held against the whole document. Promises precision on what it names; a claim
 * that passes may still be wrong in ways no rule sees.
 */
public final class Groundedness {
  /** Share of a claim's content words that its cited sentences need not have. */
  private static final double MOST_NOVELTY = 0.5;

  /** A claim rests on a few sentences; citing everything cites nothing. */
  private static final int MOST_CITED = 4;

  private static final int FEWEST_QUOTE_WORDS = 3;

  /** A number counts what stands at most this many words away. */
  private static final int FARTHEST_UNIT = 5;

  /** Between these the order is free. */
  private static final Set<String> LIST_WORDS = Set.of("and", "or", "nor", "versus", "vs", "plus");

  private final Directions directions = new Directions();
  private final FreeForm freeForm = new FreeForm(directions);
  private final Coverage coverage = new Coverage(directions);

  /** A text without citations against a whole document. */
  public Verdict check(String document, String summary) {
    return freeForm.check(document, summary);
  }

  /**
   * Claims with citations.
   *
   * @param sentences the source, as {@link Sentences} numbers it
   */
  public Verdict check(List<String> sentences, List<Claim> claims) {
    List<Finding> all = new ArrayList<>();
    long bad = 0;
    for (Claim claim : claims) {
      List<Finding> findings = findings(sentences, claim);
      bad += findings.isEmpty() ? 0 : 1;
      all.addAll(findings);
    }
    double score = claims.isEmpty() ? 0 : 1 - (double) bad / claims.size();
    return new Verdict(bad == 0 && !claims.isEmpty(), score, all);
  }

  /**
   * What speaks against a text that was written from claims alone and cites nothing: a headline, an
   * introduction, a subject line. Nothing if its numbers, names, negations and directions are
   * theirs and little else is new. The claims are taken to be true.
   */
  public List<Finding> covered(List<String> claims, String text) {
    return coverage.findings(claims, text);
  }

  /** What speaks against one claim; nothing if it is supported. */
  public List<Finding> findings(List<String> sentences, Claim claim) {
    Findings findings = new Findings(claim.claim());
    Set<Integer> cited = new HashSet<>(claim.sentenceIds());
    if (cited.isEmpty() || cited.size() > MOST_CITED) {
      findings.add(
          "citation", "It cites %d sentences instead of one to four.".formatted(cited.size()));
      return findings.all();
    }
    for (int number : cited) {
      if (number < 1 || number > sentences.size()) {
        findings.add("citation", "There is no sentence %d.".formatted(number));
        return findings.all();
      }
    }
    List<String> span = cited.stream().sorted().map(n -> sentences.get(n - 1)).toList();
    quote(span, claim, findings);
    Span claimed = new Span(claim.claim());
    Span source = new Span(String.join("\n", span));
    opening(source, claimed, sentences, findings);
    cover(source, claimed, findings);
    return findings.all();
  }

  private static void quote(List<String> span, Claim claim, Findings findings) {
    String quote = Texts.folded(claim.quote());
    boolean stands =
        span.stream()
            .map(Texts::folded)
            .anyMatch(sentence ->
                standsIn(sentence, quote)
                    && (Words.of(quote).size() >= FEWEST_QUOTE_WORDS || sentence.equals(quote)));
    if (quote.isEmpty() || !stands) {
      findings.add("quote", "The quote does not stand in a cited sentence.");
    }
  }

  /** Verbatim and not cut inside a word or a number. */
  private static boolean standsIn(String sentence, String quote) {
    int at = quote.isEmpty() ? -1 : sentence.indexOf(quote);
    if (at < 0) {
      return false;
    }
    int end = at + quote.length();
    boolean left =
        at == 0
            || !Character.isLetterOrDigit(sentence.charAt(at - 1))
            || !Character.isLetterOrDigit(quote.charAt(0));
    boolean right =
        end == sentence.length()
            || !Character.isLetterOrDigit(sentence.charAt(end))
            || !Character.isLetterOrDigit(quote.charAt(quote.length() - 1));
    return left && right;
  }

  private void cover(Span source, Span claim, Findings findings) {
    int content = 0;
    int novel = 0;
    List<Token> tokens = claim.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.number()) {
        number(source, tokens, i, findings);
      } else if (token.name() && !source.has(token.key())) {
        findings.add("name", "'%s' is not in the cited sentences.".formatted(token.text()));
      } else if (directions.contradicts(token.key(), source.keys())) {
        findings.add(
            "direction", "The cited sentences say the contrary of '%s'.".formatted(token.text()));
      }
      if (token.isContent()) {
        content++;
        novel += source.knows(token.key()) ? 0 : 1;
        polarity(source, claim, token, findings);
      }
    }
    if (claim.negations() > source.negations() || claim.negatesOtherThan(source)) {
      findings.add("negation", "It negates what the cited sentences do not.");
    }
    order(source, claim, findings);
    if (content > 0 && novel > MOST_NOVELTY * content) {
      findings.add(
          "novelty",
          "%d of its %d words are not in the cited sentences.".formatted(novel, content));
    }
  }

  /** A capital at the front says nothing, unless the source elsewhere uses the word as a name. */
  private static void opening(Span source, Span claim, List<String> sentences, Findings findings) {
    for (Token token : claim.tokens()) {
      boolean unsure = token.opening() && !token.name() && token.isContent();
      if (unsure && !source.has(token.key()) && isNameIn(sentences, token)) {
        findings.add("name", "'%s' is not in the cited sentences.".formatted(token.text()));
      }
    }
  }

  private static boolean isNameIn(List<String> sentences, Token token) {
    return sentences.stream()
        .filter(sentence -> sentence.contains(token.text()))
        .anyMatch(sentence -> new Span(sentence).names(token.key()));
  }

  private static void number(Span source, List<Token> tokens, int i, Findings findings) {
    Token number = tokens.get(i);
    if (!source.has(number.key())) {
      findings.add("number", "'%s' is not in the cited sentences.".formatted(number.text()));
      return;
    }
    Token unit = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
    if (unit == null || unit.fresh() || !unit.isContent() || !source.has(unit.key())) {
      return;
    }
    // The unit is known: then this number must be the one nearest to it, not another one.
    boolean beside =
        source.places(unit.key()).stream().anyMatch(at -> counts(source, number.key(), at));
    if (!beside) {
      findings.add("unit", "'%s' does not count '%s' there.".formatted(number.text(), unit.text()));
    }
  }

  /** True if the number, or one just as near, is the nearest to the place. */
  private static boolean counts(Span source, String number, int place) {
    List<Token> tokens = source.tokens();
    for (int distance = 1; distance <= FARTHEST_UNIT; distance++) {
      boolean any = false;
      for (int at : new int[] {place - distance, place + distance}) {
        if (at >= 0 && at < tokens.size() && tokens.get(at).number()) {
          if (tokens.get(at).key().equals(number)) {
            return true;
          }
          any = true;
        }
      }
      if (any) {
        return false;
      }
    }
    return false;
  }

  private static void polarity(Span source, Span claim, Token token, Findings findings) {
    String key = token.key();
    boolean fewer = claim.negations() < source.negations();
    if (source.onlyNegated(key) && claim.onlyPlain(key) && fewer) {
      findings.add("negation", "'%s' is negated in the cited sentences.".formatted(token.text()));
    }
  }

  /** Two names, or two numbers, that changed places change who did what to whom. */
  private static void order(Span source, Span claim, Findings findings) {
    Token last = null;
    for (Token token : claim.tokens()) {
      if (!token.number() && !token.name()) {
        continue;
      }
      boolean once =
          source.places(token.key()).size() == 1 && claim.places(token.key()).size() == 1;
      if (!once) {
        continue;
      }
      if (last != null && last.number() == token.number() && swapped(source, claim, last, token)) {
        findings.add("order", "'%s' and '%s' changed places.".formatted(last.text(), token.text()));
      }
      last = token;
    }
  }

  private static boolean swapped(Span source, Span claim, Token first, Token second) {
    int one = source.places(first.key()).getFirst();
    int two = source.places(second.key()).getFirst();
    // In a list, and between active and passive voice, the order is free.
    boolean voice = source.has("by") != claim.has("by");
    return two < one && !voice && !isList(source.tokens().subList(two + 1, one));
  }

  private static boolean isList(List<Token> between) {
    return between.stream().allMatch(t -> LIST_WORDS.contains(t.text().toLowerCase(Locale.ROOT)));
  }

  /** Collects, each finding once. */
  static final class Findings {
    private final String claim;
    private final List<Finding> all = new ArrayList<>();

    Findings(String claim) {
      this.claim = claim;
    }

    void add(String kind, String detail) {
      Finding finding = new Finding(kind, claim, detail);
      if (!all.contains(finding)) {
        all.add(finding);
      }
    }

    List<Finding> all() {
      return List.copyOf(all);
    }
  }
}
