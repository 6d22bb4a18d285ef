package dev.mldigest.summarise.ground;

import dev.mldigest.text.Sentences;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /** A longer claim or headline is none, and would cost time. */
  private static final int MOST_CHARS = 2_000;

  private static final int FEWEST_QUOTE_WORDS = 3;

  /** Direction words that reports add as a matter of course. */
  private static final Set<String> MILD =
      Set.of(
          "new", "recent", "several", "many", "known", "long", "full", "give", "take", "today",
          "took", "gave");

  private final Opposites directions = new Opposites();
  private final FreeForm freeForm = new FreeForm(directions);
  private final ClaimSupport coverage = new ClaimSupport(directions);

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
    return text.length() > MOST_CHARS ? tooLong(text) : coverage.findings(claims, text);
  }

  /** What speaks against one claim; nothing if it is supported. */
  public List<Finding> findings(List<String> sentences, Claim claim) {
    if (claim.claim().length() > MOST_CHARS) {
      return tooLong(claim.claim());
    }
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

  private static List<Finding> tooLong(String text) {
    return List.of(
        new Finding("form", text.substring(0, 200), "It is longer than any claim or headline."));
  }

  private static void quote(List<String> span, Claim claim, Findings findings) {
    String quote = Texts.folded(claim.quote());
    boolean stands =
        span.stream()
            .map(Texts::folded)
            .anyMatch(sentence ->
                standsIn(sentence, quote)
                    && (Words.count(quote) >= FEWEST_QUOTE_WORDS || sentence.equals(quote)));
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
    for (Token token : claim.tokens()) {
      if (token.number()) {
        number(source, claim, token, findings);
      } else if (token.name() && !source.has(token.key())) {
        findings.add("name", "'%s' is not in the cited sentences.".formatted(token.text()));
      } else if (directions.contradicts(token.key(), source.keys())) {
        findings.add(
            "direction", "The cited sentences say the contrary of '%s'.".formatted(token.text()));
      } else if (isUnsupported(source, token)) {
        findings.add("direction", "The cited sentences do not say '%s'.".formatted(token.text()));
      }
      if (token.isContent()) {
        content++;
        novel += directions.knows(source, token) ? 0 : 1;
        polarity(source, claim, token, findings);
      }
    }
    if (claim.negations() > source.negations() || claim.negatesOtherThan(source)) {
      findings.add("negation", "It negates what the cited sentences do not.");
    }
    new Negations(source, claim).check(findings);
    new WordPositions(source, claim, directions).check(findings);
    if (content > 0 && novel > MOST_NOVELTY * content) {
      findings.add(
          "novelty",
          "%d of its %d words are not in the cited sentences.".formatted(novel, content));
    }
  }

  /** A direction that nothing in the source points to. */
  private boolean isUnsupported(Span source, Token token) {
    return directions.points(token.key())
        && token.isContent()
        && !MILD.contains(token.key())
        && !directions.knows(source, token);
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

  private static void number(Span source, Span claim, Token number, Findings findings) {
    if (!source.has(number.key())) {
      findings.add("number", "'%s' is not in the cited sentences.".formatted(number.text()));
    } else if (claim.places(number.key()).size() > source.places(number.key()).size()) {
      findings.add(
          "number", "'%s' stands there less often than in the claim.".formatted(number.text()));
    }
  }

  private static void polarity(Span source, Span claim, Token token, Findings findings) {
    String key = token.key();
    boolean fewer = claim.negations() < source.negations();
    if (source.onlyNegated(key) && claim.onlyPlain(key) && fewer) {
      findings.add("negation", "'%s' is negated in the cited sentences.".formatted(token.text()));
    }
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
