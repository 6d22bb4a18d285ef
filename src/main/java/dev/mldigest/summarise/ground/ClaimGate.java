package dev.mldigest.summarise.ground;

import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.form.Verbatim;
import dev.mldigest.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which of a model's claims may be published: grounded in what the model was shown, plain
 * text, a sentence of readable length, no instruction, no furniture, no repetition.
 */
public final class ClaimGate {
  /** Some ninety words, more than any sentence that reads well: what is longer is a paragraph. */
  private static final int MOST_CHARS = 600;

  /** Shorter is a heading: "It runs fast" says nothing of an article. */
  private static final int FEWEST_WORDS = 4;

  /** Of ten words of content eight are those of another claim. Chosen by hand. */
  private static final double TOO_ALIKE = 0.8;

  private final Groundedness groundedness = new Groundedness();
  private final Verbatim verbatim;

  /** With the usual limit on copying. */
  public ClaimGate() {
    this(Verbatim.DEFAULT);
  }

  /**
   * With a limit of its own.
   *
   * @param mostVerbatim how many words in a row a claim may copy from what it cites; {@link
   *     Integer#MAX_VALUE} for any number
   */
  public ClaimGate(int mostVerbatim) {
    verbatim = new Verbatim(mostVerbatim);
  }

  /** An article as a model was shown it: names may come from its title. */
  public record Text(String title, NumberedText numbered) {}

  /** What speaks against publishing; nothing if it may be published. */
  public List<Finding> findings(NumberedText text, Claim claim, List<SummarySentence> kept) {
    return findings(new Text("", text), claim, kept);
  }

  /** The same, of an article with a title. */
  public List<Finding> findings(Text article, Claim claim, List<SummarySentence> kept) {
    NumberedText text = article.numbered();
    String words = claim.claim();
    if (words.length() > MOST_CHARS || Words.count(words) < FEWEST_WORDS) {
      return one("form", claim, "A claim is not a sentence of readable length.");
    }
    if (UnfitSentences.holdsMarkup(words)) {
      return one("markup", claim, "A claim holds a link or markup.");
    }
    if (UnfitSentences.speaksToAModel(words) || UnfitSentences.test(words)) {
      return one("form", claim, "A claim is no statement about the article.");
    }
    if (!text.shown().containsAll(claim.sentenceIds())) {
      return one("citation", claim, "A claim cites a sentence that the model was not shown.");
    }
    if (isRepetition(kept, words)) {
      return one("repetition", claim, "A claim says again what another one says.");
    }
    List<Finding> findings = groundedness.findings(article.title(), text.sentences(), claim);
    if (!findings.isEmpty()) {
      return findings;
    }
    List<String> cited =
        claim.sentenceIds().stream()
            .distinct()
            .sorted()
            .map(n -> text.sentences().get(n - 1))
            .toList();
    Assertion said = Assertion.of(words, claim.quote());
    Basis basis = Basis.cited(cited, text.sentences());
    return Rules.findings(List.of(verbatim), said, basis);
  }

  /** True if one of the sentences says much the same. */
  public static boolean isRepetition(List<SummarySentence> kept, String words) {
    return kept.stream().anyMatch(sentence -> alike(sentence.text(), words));
  }

  private static List<Finding> one(String kind, Claim claim, String detail) {
    return List.of(new Finding(kind, claim.claim(), detail));
  }

  private static boolean alike(String one, String other) {
    Set<String> a = new HashSet<>(Words.roots(one));
    Set<String> b = new HashSet<>(Words.roots(other));
    long shared = a.stream().filter(b::contains).count();
    return shared >= TOO_ALIKE * Math.max(1, Math.max(a.size(), b.size()));
  }

  /**
   * The quote as it stands in the sentence, byte for byte; the whole sentence if that is not it.
   */
  public static String span(String sentence, String quote) {
    int at = quote.isBlank() ? -1 : sentence.indexOf(quote.strip());
    return at < 0 ? sentence : sentence.substring(at, at + quote.strip().length());
  }
}
