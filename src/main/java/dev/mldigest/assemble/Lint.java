package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.CleanText;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.MarkdownOutline;
import dev.mldigest.assemble.markdown.Words;
import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Finds what must not stand in a rendered digest: filler and error text in its prose, template
 * brackets that nothing filled, items without a link or without a summary, a subject without a
 * preheader. Titles and quotations are the sources' own words and may say anything. Whether links
 * are alive and sentences are grounded is left to others.
 */
public final class Lint {
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}\\n]{0,200}}}");
  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"]{0,1000}\"|“[^”]{0,1000}”|«[^»]{0,1000}»|‘[^’]{0,1000}’");

  private final List<Pattern> fillers =
      WordList.read("/assemble/filler.txt").lines().stream()
          .map(line -> Pattern.compile(line, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
          .toList();

  /**
   * One of them.
   *
   * @param line of the text it was found in, from 0
   */
  public record Found(int line, String sentence) {}

  /** One sentence a finding, in document order; empty if the digest may be written. */
  public List<String> findings(String markdown) {
    List<String> findings = new ArrayList<>();
    ofEnvelope(markdown).stream().map(InField::sentence).forEach(findings::add);
    found(Dialect.body(markdown), "the header").stream()
        .map(Found::sentence)
        .forEach(findings::add);
    return List.copyOf(findings);
  }

  /**
   * In a part of a digest, or in all that stands below its front matter.
   *
   * @param place as a sentence names what stands before its first heading
   */
  public List<Found> found(String markdown, String place) {
    List<Found> findings = new ArrayList<>();
    String here = place;
    for (Node node = Dialect.placed(markdown).getFirstChild();
        node != null;
        node = node.getNext()) {
      if (node instanceof Heading heading) {
        here = "'" + CleanText.of(Words.of(heading), 80) + "'";
        if (heading.getLevel() == 3) {
          item(heading, here, findings);
        }
      }
      PlacedText words = PlacedText.of(node);
      template(words, here, findings);
      if (node instanceof Paragraph) {
        filler(words, here, findings);
      }
    }
    return findings;
  }

  /**
   * One of them that is about a field of the front matter.
   *
   * @param field {@code subject} or {@code preheader}
   */
  public record InField(String field, String sentence) {}

  /** In the lines for the mail that stand in the front matter of a digest. */
  public List<InField> ofEnvelope(String markdown) {
    List<InField> findings = new ArrayList<>();
    envelope(Envelope.raw(markdown), findings);
    return findings;
  }

  /** Issues of before there were subject lines have neither. */
  private void envelope(Envelope envelope, List<InField> findings) {
    if (envelope.isWritten() && envelope.preheader().isEmpty()) {
      findings.add(
          new InField(
              "subject",
              "The front matter has a subject and no preheader, so that mail programs would show"
                  + " the digest's first words: write one line 'preheader: …'."));
    }
    if (!isFit(envelope.subject())) {
      findings.add(
          new InField(
              "subject", "The subject holds filler, an error message or an unfilled template."));
    }
    if (!isFit(envelope.preheader())) {
      findings.add(
          new InField(
              "preheader",
              "The preheader holds filler, an error message or an unfilled template."));
    }
  }

  /** True if this prose, plain text of a summary, may stand in a digest. */
  public boolean isFit(String prose) {
    String own = QUOTED.matcher(prose).replaceAll("");
    return !TEMPLATE.matcher(prose).find()
        && fillers.stream().noneMatch(filler -> filler.matcher(own).find());
  }

  private static void item(Heading heading, String place, List<Found> findings) {
    int line = PlacedText.lineOf(heading);
    if (!linksSomewhere(heading)) {
      findings.add(new Found(line, "The item " + place + " has no link."));
    }
    for (Node node = heading.getNext();
        node != null && !(node instanceof Heading next && next.getLevel() <= 3);
        node = node.getNext()) {
      if (!(node instanceof Heading) && isProse(node)) {
        return;
      }
    }
    findings.add(new Found(line, "The item " + place + " has no summary."));
  }

  private static boolean linksSomewhere(Heading heading) {
    return MarkdownOutline.of(heading).links().stream()
        .anyMatch(destination -> destination.matches("(?i)https?://.+"));
  }

  /** True for more than the line of source and date, and more than the highlight. */
  private static boolean isProse(Node node) {
    if (!(node instanceof Paragraph) || Words.of(node).isBlank()) {
      return !(node instanceof Paragraph);
    }
    return !Prose.isByline(node) && !Prose.isHighlight(node);
  }

  private static void template(PlacedText words, String place, List<Found> findings) {
    TEMPLATE
        .matcher(words.prose())
        .results()
        .forEach(match ->
            findings.add(
                new Found(
                    words.line(match.start()),
                    "In "
                        + place
                        + " stands '"
                        + match.group()
                        + "', which nothing has filled"
                        + " in.")));
  }

  private void filler(PlacedText words, String place, List<Found> findings) {
    String prose =
        QUOTED.matcher(words.prose()).replaceAll(quoted -> " ".repeat(quoted.group().length()));
    for (Pattern filler : fillers) {
      filler
          .matcher(prose)
          .results()
          .forEach(match ->
              findings.add(
                  new Found(
                      words.line(match.start()),
                      "In %s stands '%s': filler or an error message, not a summary."
                          .formatted(place, CleanText.of(match.group(), 80)))));
    }
  }
}
