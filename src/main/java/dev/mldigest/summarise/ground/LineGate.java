package dev.mldigest.summarise.ground;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.TextLength;
import dev.mldigest.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a line that a model wrote from gated claims may be published: a headline, a
 * sentence of the introduction, a subject line. It must be plain text of the right size, speak to
 * readers, be covered by the claims it names, depart from them no more than a claim may from its
 * source, and bring in no banned phrase.
 */
public final class LineGate {
  /** Shorter is a label: a line says what something did. */
  private static final int FEWEST_WORDS = 3;

  private final Groundedness groundedness = new Groundedness();
  private final BannedPhrases banned;

  public LineGate(BannedPhrases banned) {
    this.banned = banned;
  }

  /** The size of a line: both count, whichever is reached first; wide signs are two characters. */
  public record Size(int words, int characters) {}

  /**
   * The first thing that speaks against the line; nothing if it may be published.
   *
   * @param cited the claims it names; empty if it names none that it could rest on
   */
  public Optional<Finding> find(List<NumberedClaims.Statement> cited, String line, Size size) {
    return find(cited, "", line, size);
  }

  /** The same, where names may also come from the title of the item. */
  public Optional<Finding> find(
      List<NumberedClaims.Statement> cited, String title, String line, Size size) {
    int words = Words.count(line);
    if (words < FEWEST_WORDS
        || words > size.words()
        || TextLength.columns(line) > size.characters()) {
      return one(
          "form",
          line,
          "It has %d words and %d characters.".formatted(words, TextLength.columns(line)));
    }
    if (UnfitSentences.holdsMarkup(line)) {
      return one("markup", line, "It holds a link or markup.");
    }
    if (UnfitSentences.test(line) || speaks(line)) {
      return one("form", line, "It is no plain statement.");
    }
    if (Sentences.of(line).size() != 1) {
      return one("form", line, "It is not one sentence.");
    }
    if (cited.isEmpty()) {
      return one("citation", line, "It does not name claims of one item that it was shown.");
    }
    List<String> claims = cited.stream().map(NumberedClaims.Statement::text).toList();
    return banned
        .find(String.join("\n", claims), line)
        .or(() -> groundedness.covered(title, claims, line).stream().findFirst())
        .or(() ->
            Rules.findings(Rules.MODEL, Assertion.of(line), Basis.claims(claims).headed(title))
                .stream()
                .findFirst());
  }

  private static boolean speaks(String line) {
    return line.chars().anyMatch(c -> "!?！？".indexOf(c) >= 0);
  }

  private static Optional<Finding> one(String kind, String line, String detail) {
    return Optional.of(new Finding(kind, line, detail));
  }
}
