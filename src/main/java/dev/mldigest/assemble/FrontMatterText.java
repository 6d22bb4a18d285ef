package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.CleanText;
import dev.mldigest.domain.issue.EditorsNote;
import dev.mldigest.domain.issue.Issue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What a digest says before its heading: which issue it is, what it may be sent as, its gaps. */
final class FrontMatterText {
  /** Characters: no subject is longer. */
  private static final int MAX_LINE = 400;

  /** Of all that is said of a week's gaps: longer is cut, and 'digest coverage' has it whole. */
  private static final int MAX_NOTE = 4_000;

  private final Issue issue;
  private final ZoneId zone;
  private final StringBuilder out = new StringBuilder();

  FrontMatterText(Issue issue) {
    this.issue = issue;
    this.zone = ZoneId.of(issue.zone());
  }

  /** With its fences and the blank line after them. */
  String text() {
    line("---");
    line("title: " + quoted(issue.title(), MAX_LINE));
    line("week: " + issue.week());
    line("from: " + quoted(offset(issue.window().from()), MAX_LINE));
    line("to: " + quoted(offset(issue.window().to()), MAX_LINE));
    line("zone: " + quoted(issue.zone(), MAX_LINE));
    proposals("subject", issue.opening().subjects());
    proposals("preheader", issue.opening().preheaders());
    new GapsText(issue).notes().forEach(this::note);
    line("generated-by: ML Digest");
    line("---");
    line("");
    return out.toString();
  }

  /** The first is the one that counts, until the editor deletes or changes it. */
  private void proposals(String key, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      line(key + (i == 0 ? "" : "-" + (i + 1)) + ": " + quoted(lines.get(i), MAX_LINE));
    }
  }

  /** For the editor alone: publishing leaves these lines out. */
  private void note(EditorsNote key, String text) {
    if (!text.isBlank()) {
      line(key.key() + ": " + quoted(text, MAX_NOTE));
    }
  }

  /** A double-quoted YAML scalar (YAML 1.2, 7.3.1); comments in the file are the editor's. */
  private static String quoted(String text, int most) {
    String clean = CleanText.of(text, most).replace("<!--", "<! --").replace("-->", "-- >");
    return '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private String offset(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
