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
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
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
        int subject = look.approved().fieldLine("subject");
        findings.addAll(later(part, envelope.subject(), any -> subject));
        int preheader = look.approved().fieldLine("preheader");
        findings.addAll(later(part, envelope.preheader(), any -> preheader));
        findings.addAll(banned(part, envelope.subject(), "", subject));
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
    PartWords words = new PartWords(part);
    for (Card.Sentence sentence : card.sentences()) {
      int at = words.find(sentence.text());
      if (sentence.byEditor() && sentence.nature() != Card.Nature.CODE) {
        findings.addAll(
            later(
                part,
                sentence.text(),
                found ->
                    words.lineWithin(at, before(sentence.text(), found), found.group().strip())));
      }
      String source =
          sentence.evidence().stream().map(Card.Quote::text).collect(Collectors.joining("\n"));
      findings.addAll(
          banned(
              part, sentence.text(), source + "\n" + card.title(), words.lineWithin(at, "", "")));
    }
    if (!card.note().isBlank()) {
      for (String sentence : Sentences.of(card.note())) {
        int at = words.find(sentence);
        findings.addAll(
            later(
                part,
                sentence,
                found -> words.lineWithin(at, before(sentence, found), found.group().strip())));
        findings.addAll(banned(part, sentence, card.title(), words.lineWithin(at, "", "")));
      }
    }
    return findings;
  }

  /** Introduction and other parts: the sentences that the program did not write. */
  private List<Finding> own(Look look, Look.Placed part) {
    String made =
        look.issue().opening().intro().stream()
            .map(Opening.Sentence::text)
            .collect(Collectors.joining("\n"));
    PartWords words = new PartWords(part);
    List<Finding> findings = new ArrayList<>();
    Prose.passages(part.piece().markdown()).stream()
        .flatMap(paragraph -> Sentences.of(paragraph).stream())
        .filter(sentence -> !made.contains(sentence))
        .forEach(sentence -> {
          int at = words.find(sentence);
          findings.addAll(
              later(
                  part,
                  sentence,
                  found -> words.lineWithin(at, before(sentence, found), found.group().strip())));
          findings.addAll(banned(part, sentence, "", words.lineWithin(at, "", "")));
        });
    return findings;
  }

  /**
   * @param line on which some of the words stand
   */
  private List<Finding> later(Look.Placed part, String words, ToIntFunction<MatchResult> line) {
    return placeholders.stream()
        .flatMap(placeholder -> placeholder.matcher(words).results())
        .map(found ->
            Finding.must(
                Finding.Kind.PLACEHOLDER,
                part.item(),
                line.applyAsInt(found),
                "In %s stands '%s', which looks like something to be written later."
                    .formatted(part.piece().place(), found.group().strip()),
                found.group().strip()))
        .toList();
  }

  private static String before(String sentence, MatchResult found) {
    return sentence.substring(0, found.start());
  }

  /** The editor's rule binds; what ships is advice. */
  private List<Finding> banned(Look.Placed part, String words, String source, int line) {
    if (words.isBlank()) {
      return List.of();
    }
    List<String> ruled = house.all(source, words).map(found -> found.detail()).toList();
    Stream<String> advised =
        shipped.all(source, words).map(found -> found.detail()).filter(one -> !ruled.contains(one));
    return Stream.concat(
            ruled.stream().map(detail -> finding(part, words, detail, line, Finding.Severity.MUST)),
            advised.map(detail -> finding(part, words, detail, line, Finding.Severity.SHOULD)))
        .toList();
  }

  private static Finding finding(
      Look.Placed part, String words, String detail, int line, Finding.Severity severity) {
    return new Finding(
        Finding.Kind.BANNED,
        severity,
        part.item(),
        line,
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
                part.lineAt(comment.start()),
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
        mention.inInbox() ? look.approved().fieldLine(mention.field()) : 1,
        mention.sentence(),
        "");
  }
}
