package dev.mldigest.summarise.ground;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.span.Capitals;
import dev.mldigest.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a text is supported by its source, by rules that a reader can check: no model, no
 * network. The rules and their order stand in {@link Rules}.
 *
 * <p>A claim that cites its sentences is held against these alone, a free-form text against the
 * whole document, a line against the claims it was written from. Promises precision on what it
 * names; a claim that passes may still be wrong in ways no rule sees.
 */
public final class Groundedness {
  /** A claim rests on a few sentences; citing everything cites nothing. */
  private static final int MOST_CITED = 4;

  /** A longer claim or headline is none, and would cost time. */
  private static final int MOST_CHARS = 2_000;

  /** Of a text that is too long, so much is shown. */
  private static final int SHOWN = 200;

  /** Each is compared with every sentence of its document; a longer summary is none. */
  private static final int MOST_SENTENCES = 40;

  /** A text without citations against a whole document. */
  public Verdict check(String document, String summary) {
    LikestSentences likest = new LikestSentences(document);
    List<Finding> findings =
        Sentences.of(summary).stream()
            .limit(MOST_SENTENCES)
            .map(Assertion::of)
            .flatMap(said -> Rules.findings(Rules.SUMMARY, said, likest.of(said.span())).stream())
            .distinct()
            .toList();
    return new Verdict(findings.isEmpty(), 1.0 / (1 + findings.size()), findings);
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
    return covered("", claims, text);
  }

  /** The same, where names may also come from a title. */
  List<Finding> covered(String title, List<String> claims, String text) {
    if (text.length() > MOST_CHARS) {
      return tooLong(text);
    }
    Basis basis = Basis.claims(claims).headed(title);
    Assertion line = new Assertion(text, "", Capitals.lowered(basis.span(), text));
    return Rules.findings(Rules.LINE, line, basis);
  }

  /** What speaks against one claim; nothing if it is supported. */
  public List<Finding> findings(List<String> sentences, Claim claim) {
    return findings("", sentences, claim);
  }

  /** The same, where names may also come from a title. */
  List<Finding> findings(String title, List<String> sentences, Claim claim) {
    if (claim.claim().length() > MOST_CHARS) {
      return tooLong(claim.claim());
    }
    Set<Integer> cited = new TreeSet<>(claim.sentenceIds());
    if (cited.isEmpty() || cited.size() > MOST_CITED) {
      return citation(
          claim, "It cites %d sentences instead of one to four.".formatted(cited.size()));
    }
    for (int number : cited) {
      if (number < 1 || number > sentences.size()) {
        return citation(claim, "There is no sentence %d.".formatted(number));
      }
    }
    List<String> span = cited.stream().map(number -> sentences.get(number - 1)).toList();
    Assertion said = Assertion.of(claim.claim(), claim.quote());
    Basis basis = Basis.cited(span, sentences).headed(title);
    if (span.stream().anyMatch(one -> one.strip().equals(claim.claim().strip()))) {
      return Rules.findings(Rules.COPIED, said, basis);
    }
    List<Finding> findings = Rules.findings(Rules.CLAIM, said, basis);
    return findings.isEmpty() ? Rules.findings(Rules.MODEL, said, basis) : findings;
  }

  private static List<Finding> citation(Claim claim, String detail) {
    return List.of(new Finding("citation", claim.claim(), detail));
  }

  private static List<Finding> tooLong(String text) {
    return List.of(
        new Finding("form", text.substring(0, SHOWN), "It is longer than any claim or headline."));
  }
}
