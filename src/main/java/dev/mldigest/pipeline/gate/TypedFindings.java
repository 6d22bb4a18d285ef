package dev.mldigest.pipeline.gate;

import dev.mldigest.assemble.Prose;
import dev.mldigest.assemble.markdown.OutgoingMarkdown;
import dev.mldigest.text.Invisible;
import java.util.ArrayList;
import java.util.List;

/** What the editor typed or pasted that readers get otherwise than it stands in digest.md. */
final class TypedFindings implements Check {
  /** Enough to know what was pasted. */
  private static final int NAMED = 3;

  @Override
  public List<Finding> in(Look look) {
    List<Finding> findings = new ArrayList<>();
    for (Look.Placed part : look.parts()) {
      findings.addAll(unseen(part));
      if (!part.isFrontMatter()) {
        findings.addAll(markup(part));
        findings.addAll(withinTheSite(part));
      }
    }
    return findings;
  }

  private static List<Finding> unseen(Look.Placed part) {
    List<Finding> findings = new ArrayList<>();
    List<String> lines = part.piece().before().text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> names = Invisible.names(lines.get(i));
      if (!names.isEmpty()) {
        findings.add(
            Finding.should(
                Finding.Kind.UNSEEN_SIGN,
                part.item(),
                part.line() + i,
                "In %s stand signs that nobody sees (%s): readers get the text without them."
                    .formatted(part.piece().place(), some(names)),
                Look.brief(Invisible.removed(lines.get(i)))));
      }
    }
    return findings;
  }

  private static List<Finding> markup(Look.Placed part) {
    PartWords words = new PartWords(part);
    return OutgoingMarkdown.changed(part.piece().markdown()).stream()
        .map(one ->
            Finding.should(
                Finding.Kind.HTML,
                part.item(),
                words.line(one.line()),
                "In %s stands '%s': readers see HTML as it is typed, and follow links to http, https and mailto only, without names of users; write it in Markdown."
                    .formatted(part.piece().place(), Look.brief(one.typed())),
                one.typed()))
        .toList();
  }

  private static List<Finding> withinTheSite(Look.Placed part) {
    PartWords words = new PartWords(part);
    return Prose.linksWithinTheSite(part.piece().markdown()).stream()
        .map(link ->
            Finding.should(
                Finding.Kind.HTML,
                part.item(),
                words.line(link.line()),
                "In %s a link leads to '%s', a place of the site that the issue stands in: mails, plain text and posts have its words alone; a page elsewhere begins with https://."
                    .formatted(part.piece().place(), Look.brief(link.address())),
                link.address()))
        .toList();
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? first + " and others" : first;
  }
}
