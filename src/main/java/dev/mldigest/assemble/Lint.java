package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.CleanText;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.MarkdownOutline;
import dev.mldigest.assemble.markdown.Words;
import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
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

  /** One sentence a finding, in document order; empty if the digest may be written. */
  public List<String> findings(String markdown) {
    List<String> findings = new ArrayList<>();
    envelope(Envelope.raw(markdown), findings);
    String place = "the header";
    for (Node node = Dialect.document(markdown).getFirstChild();
        node != null;
        node = node.getNext()) {
      if (node instanceof Heading heading) {
        place = "'" + CleanText.of(Words.of(heading), 80) + "'";
        if (heading.getLevel() == 3) {
          item(heading, place, findings);
        }
      }
      template(node, place, findings);
      if (node instanceof Paragraph paragraph) {
        filler(paragraph, place, findings);
      }
    }
    return List.copyOf(findings);
  }

  /** Issues of before there were subject lines have neither. */
  private void envelope(Envelope envelope, List<String> findings) {
    if (envelope.isWritten() && envelope.preheader().isEmpty()) {
      findings.add(
          "The front matter has a subject and no preheader, so that mail programs would show the"
              + " digest's first words: write one line 'preheader: …'.");
    }
    if (!isFit(envelope.subject())) {
      findings.add("The subject holds filler, an error message or an unfilled template.");
    }
    if (!isFit(envelope.preheader())) {
      findings.add("The preheader holds filler, an error message or an unfilled template.");
    }
  }

  /** True if this prose, plain text of a summary, may stand in a digest. */
  public boolean isFit(String prose) {
    String own = QUOTED.matcher(prose).replaceAll("");
    return !TEMPLATE.matcher(prose).find()
        && fillers.stream().noneMatch(filler -> filler.matcher(own).find());
  }

  private static void item(Heading heading, String place, List<String> findings) {
    if (!linksSomewhere(heading)) {
      findings.add("The item " + place + " has no link.");
    }
    for (Node node = heading.getNext();
        node != null && !(node instanceof Heading next && next.getLevel() <= 3);
        node = node.getNext()) {
      if (!(node instanceof Heading) && isProse(node)) {
        return;
      }
    }
    findings.add("The item " + place + " has no summary.");
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

  private static void template(Node node, String place, List<String> findings) {
    var matcher = TEMPLATE.matcher(proseOf(node));
    if (matcher.find()) {
      findings.add(
          "In " + place + " stands '" + matcher.group() + "', which nothing has filled in.");
    }
  }

  private void filler(Paragraph paragraph, String place, List<String> findings) {
    String prose = QUOTED.matcher(proseOf(paragraph)).replaceAll("");
    for (Pattern filler : fillers) {
      var matcher = filler.matcher(prose);
      if (matcher.find()) {
        findings.add(
            "In %s stands '%s': filler or an error message, not a summary."
                .formatted(place, CleanText.of(matcher.group(), 80)));
        return;
      }
    }
  }

  /** The words of a block without its code. */
  private static String proseOf(Node block) {
    StringBuilder prose = new StringBuilder();
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Code code -> prose.append(' ');
        case org.commonmark.node.Text text -> prose.append(text.getLiteral());
        case org.commonmark.node.SoftLineBreak soft -> prose.append(' ');
        default -> prose.append(proseOf(node));
      }
    }
    return prose.toString();
  }
}
