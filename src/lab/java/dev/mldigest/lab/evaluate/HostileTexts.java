package dev.mldigest.lab.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.assemble.AtomFeed;
import dev.mldigest.assemble.AtomFeed.PublishedIssue;
import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.IssueJson;
import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.plain.PlainText;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.review.approval.Approval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How many renderings of a hostile text differ in structure from that of a harmless one and of an
 * empty slot: every text in every slot that text of others or of a model reaches, in every form an
 * issue is written in. The structure is what stands between angle brackets, in order, for HTML and
 * Atom; addresses, paragraphs and, in Markdown, headings for text; the fields for JSON; and the
 * other item must not change by a byte.
 */
final class HostileTexts {
  private static final Instant CUT_OFF = Instant.parse("2026-03-02T06:00:00Z");
  private static final String HARMLESS = "Harmless";
  private static final String OTHER = "The other item, whose text never changes.";
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,4000}>");
  private static final Pattern RIGHT_TO_LEFT =
      Pattern.compile("(<[^<>]{0,4000}) dir=\"rtl\"([^<>]{0,4000}?)text-align:right;");
  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]{1,20}://\\S{0,400}");

  private static final Pattern PARAGRAPH_END = Pattern.compile("\\R\\R");
  private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}(?= )|^(?:=+|-+)$");

  /** Where a text of strangers may stand. */
  private enum Slot {
    TITLE,
    SUMMARY,
    HIGHLIGHT,
    SOURCE,
    REPORTED_BY,
    ALSO_SEEN,
    NOTE,
    HEADLINE,
    INTRODUCTION,
    SUBJECT,
    PREHEADER
  }

  private final DigestMarkdown digest = new DigestMarkdown();
  private final HtmlMail mail = new HtmlMail(Locale.ENGLISH);
  private final PlainText plain = new PlainText();
  private final AtomFeed atom = new AtomFeed();
  private final IssueJson json = new IssueJson();

  List<Figure> corpus(Path corpora) {
    Path file = corpora.resolve("injection/payloads.jsonl");
    return Files.isRegularFile(file) ? figures("payloads", texts(Sets.read(file))) : List.of();
  }

  List<Figure> own() {
    return figures(Sets.OWN, texts(Sets.own("payloads.jsonl")));
  }

  private static List<String> texts(List<JsonNode> lines) {
    return lines.stream().map(line -> line.path("p").asText()).toList();
  }

  private List<Figure> figures(String set, List<String> payloads) {
    int changed = 0;
    int all = 0;
    for (Slot slot : Slot.values()) {
      List<String> expected = structures(slot, HARMLESS);
      List<String> empty = structures(slot, "");
      for (String payload : payloads) {
        List<String> found = structures(slot, payload);
        for (int form = 0; form < expected.size(); form++) {
          String one = found.get(form);
          changed += one.equals(expected.get(form)) || one.equals(empty.get(form)) ? 0 : 1;
          all++;
        }
      }
    }
    return List.of(
        Figure.atMost("hostile texts that change the structure", set, changed, 0.0, all));
  }

  /** The structure of each form. */
  private List<String> structures(Slot slot, String text) {
    Issue issue = issue(slot, text);
    Map<String, String> notes = slot == Slot.NOTE ? Map.of("first", text) : Map.of();
    String markdown = Approval.strip(digest.render(issue, notes));
    String html = mail.render(markdown, issue.title());
    String feed =
        atom.render(
            issue.title(), CUT_OFF, List.of(new PublishedIssue(issue.week(), CUT_OFF, markdown)));
    String words = plain.render(markdown);
    return List.of(
        markdown(DigestMarkdown.body(markdown)), tags(html), tags(feed), lines(words), json(issue));
  }

  /**
   * Which way a block runs is asked of its text; that attribute, the alignment and the indent
   * follow.
   */
  private static String tags(String markup) {
    String undirected =
        RIGHT_TO_LEFT
            .matcher(markup)
            .replaceAll("$1$2")
            .replace(" dir=\"auto\"", "")
            .replace("padding-right:20px", "padding-left:20px");
    return "" + matches(TAG, undirected) + markup.contains(OTHER);
  }

  private static String markdown(String text) {
    return matches(HEADING, text) + lines(text);
  }

  private static String lines(String text) {
    return ""
        + matches(ADDRESS, text)
        + matches(PARAGRAPH_END, text.strip()).size()
        + text.contains(OTHER);
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  /** What is read back is what was written. */
  private String json(Issue issue) {
    try {
      return String.valueOf(json.read(json.write(issue)).equals(issue));
    } catch (IOException e) {
      return "unreadable";
    }
  }

  private static Issue issue(Slot slot, String text) {
    Issue.Item first =
        Issue.Item.of(
            "first",
            new Issue.Report(
                in(slot, Slot.TITLE, text, "A title"),
                "https://example.org/first",
                in(slot, Slot.SOURCE, text, "Example"),
                Instant.parse("2026-02-27T12:00:00Z"),
                "blog",
                slot == Slot.REPORTED_BY ? List.of(text) : List.of("Another")),
            summary(
                in(slot, Slot.SUMMARY, text, "A summary."),
                in(slot, Slot.HIGHLIGHT, text, "practitioners")),
            "",
            slot == Slot.HEADLINE ? text : null);
    Issue.Item other =
        Issue.Item.of(
            "other",
            new Issue.Report(
                "Other",
                "https://example.org/other",
                "Example",
                Instant.parse("2026-02-27T12:00:00Z"),
                "blog",
                List.of()),
            summary(OTHER, "practitioners"),
            "",
            null);
    Issue.Link seen =
        new Issue.Link(
            "seen", in(slot, Slot.ALSO_SEEN, text, "Seen"), "https://example.org/seen", "Example");
    return new Issue(
        "ML Digest",
        Week.parse("2026-W10"),
        new Window(Instant.parse("2026-02-23T06:00:00Z"), CUT_OFF),
        "UTC",
        new Opening(
            List.of(in(slot, Slot.SUBJECT, text, "A subject")),
            List.of(in(slot, Slot.PREHEADER, text, "A preheader")),
            List.of(
                new Opening.Sentence(in(slot, Slot.INTRODUCTION, text, "First."), List.of()),
                new Opening.Sentence("Second.", List.of())),
            Summary.OFFLINE),
        List.of(new Issue.Section("items", "Items", List.of(first, other))),
        List.of(seen),
        Issue.Gaps.of(
            new Issue.Watch(1, List.of(), List.of(), List.of()), 0, List.of(), Issue.Asked.NOBODY),
        new Funnel(2, 2, 2, 2, new ArrayList<>()));
  }

  private static String in(Slot slot, Slot mine, String text, String otherwise) {
    return slot == mine ? text : otherwise;
  }

  private static Summary summary(String sentence, String highlight) {
    return new Summary(
        List.of(new SummarySentence(sentence, List.of())), highlight, Summary.OFFLINE);
  }
}
