package dev.mldigest.pipeline.gate;

import dev.mldigest.assemble.Envelope;
import dev.mldigest.assemble.Prose;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.pipeline.card.Card;
import dev.mldigest.pipeline.rendering.StaleMentions;
import dev.mldigest.summarise.ground.BannedPhrases;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that were not meant to leave: what somebody wanted to write later, what the editor banned,
 * what tells of items that are gone, and comments that still wait for an answer. What sources say
 * is theirs: only the editor's own words are looked through for what he wanted to write later.
 */
final class WordFindings implements Check {
  private static final Pattern COMMENT =
      Pattern.compile("(?s)<!--(?![ \\t]*(?:note:|intro\\b|item\\b|slot:|/slot\\b))(.*?)-->");

  private final List<Pattern> placeholders =
      WordList.read("/gate/placeholders.txt").lines().stream().map(Pattern::compile).toList();
  private final BannedPhrases house;
  private final BannedPhrases shipped;

  /**
   * @param house phrases that the editor banned
   * @param shipped phrases that no model may bring in
   */
  WordFindings(List<String> house, List<String> shipped) {
    this.house = new BannedPhrases(List.of(), house);
    this.shipped = new BannedPhrases(shipped, List.of());
  }

  @Override
  public List<Finding> in(Look look) {
    List<Finding> findings = new ArrayList<>();
    Envelope envelope = Envelope.of(look.approved().markdown());
    for (Look.Placed part : look.parts()) {
      Card card = part.card();
      if (part.isFrontMatter()) {
        findings.addAll(later(part, envelope.subject()));
        findings.addAll(later(part, envelope.preheader()));
        findings.addAll(banned(part, envelope.subject(), ""));
      } else if (card != null) {
        findings.addAll(item(part, card));
      } else {
        findings.addAll(own(look, part));
      }
      findings.addAll(comments(part));
    }
    StaleMentions.mentions(look.made(), look.digest(), look.approved()).stream()
        .map(mention -> stale(mention, look))
        .forEach(findings::add);
    return findings;
  }

  private List<Finding> item(Look.Placed part, Card card) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(later(part, card.note()));
    PartCode code = PartCode.of(part);
    for (Card.Sentence sentence : card.sentences()) {
      if (sentence.byEditor() && !code.holds(sentence.text())) {
        findings.addAll(later(part, sentence.text()));
      }
      String source =
          sentence.evidence().stream().map(Card.Quote::text).collect(Collectors.joining("\n"));
      findings.addAll(banned(part, sentence.text(), source + "\n" + card.title()));
    }
    findings.addAll(banned(part, card.note(), card.title()));
    return findings;
  }

  /** Introduction and other parts: the sentences that the program did not write. */
  private List<Finding> own(Look look, Look.Placed part) {
    String made =
        look.issue().opening().intro().stream()
            .map(Opening.Sentence::text)
            .collect(Collectors.joining("\n"));
    return Prose.passages(part.piece().markdown()).stream()
        .flatMap(paragraph -> Sentences.of(paragraph).stream())
        .filter(sentence -> !made.contains(sentence))
        .flatMap(sentence ->
            Stream.concat(later(part, sentence).stream(), banned(part, sentence, "").stream()))
        .toList();
  }

  private List<Finding> later(Look.Placed part, String words) {
    for (Pattern placeholder : placeholders) {
      Matcher matcher = placeholder.matcher(words);
      if (matcher.find()) {
        return List.of(
            Finding.must(
                Finding.Kind.PLACEHOLDER,
                part.item(),
                part.lineOf(matcher.group().strip()),
                "In %s stands '%s', which looks like something to be written later."
                    .formatted(part.piece().place(), matcher.group().strip()),
                matcher.group().strip()));
      }
    }
    return List.of();
  }

  /** The editor's rule binds; what ships is advice. */
  private List<Finding> banned(Look.Placed part, String words, String source) {
    if (words.isBlank()) {
      return List.of();
    }
    return house
        .find(source, words)
        .map(found -> finding(part, words, found.detail(), Finding.Severity.MUST))
        .or(() ->
            shipped
                .find(source, words)
                .map(found -> finding(part, words, found.detail(), Finding.Severity.SHOULD)))
        .stream()
        .toList();
  }

  private static Finding finding(
      Look.Placed part, String words, String detail, Finding.Severity severity) {
    return new Finding(
        Finding.Kind.BANNED,
        severity,
        part.item(),
        part.lineOf(words),
        "In %s: %s".formatted(part.piece().place(), detail),
        words);
  }

  private static List<Finding> comments(Look.Placed part) {
    return COMMENT
        .matcher(part.piece().before().text())
        .results()
        .map(comment ->
            Finding.should(
                Finding.Kind.COMMENT,
                part.item(),
                part.lineOf(comment.group()),
                "Your comment '%s' in %s leaves in no form; does it wait for an answer?"
                    .formatted(Look.brief(comment.group(1)), part.piece().place()),
                comment.group(1).strip()))
        .toList();
  }

  private static Finding stale(StaleMentions.Mention mention, Look look) {
    return new Finding(
        Finding.Kind.STALE_MENTION,
        mention.inInbox() ? Finding.Severity.MUST : Finding.Severity.SHOULD,
        null,
        mention.inInbox() ? Look.fieldLine(mention.field(), look) : 1,
        mention.sentence(),
        "");
  }
}
