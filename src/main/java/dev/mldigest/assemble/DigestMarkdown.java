package dev.mldigest.assemble;

import static java.util.stream.Collectors.joining;

import dev.mldigest.assemble.markdown.CleanText;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.Inert;
import dev.mldigest.assemble.markdown.MarkdownOutline;
import dev.mldigest.assemble.markdown.SafeUrl;
import dev.mldigest.domain.issue.FollowUp;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.io.Sha256;
import dev.mldigest.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the frozen issue as the Markdown file that the editor reviews: the same bytes for the same
 * issue. Untrusted text goes through {@link Inert} line by line, and the whole is parsed once more:
 * its headings, links and comments must be exactly those written here. Keeping the editor's changes
 * over a new rendering is left to {@code review}.
 */
public final class DigestMarkdown {
  private static final String NOTE_SLOT = "<!-- note: -->";

  /** Characters: no headline is longer, and one that pretends to be must not fill the page. */
  private static final int MAX_TITLE = 400;

  /** True if readers can be sent there: an item needs such an address. */
  public static boolean canLinkTo(String address) {
    return SafeUrl.of(address) != null;
  }

  /** The address as the digest links to it; as it is where it does not. */
  public static String destination(String address) {
    String destination = SafeUrl.of(address);
    return destination == null ? address : destination;
  }

  /** The issue with empty note slots. */
  public String render(Issue issue) {
    return render(issue, Map.of());
  }

  /**
   * The issue with the notes given by item id in their items' slots.
   *
   * @param notes plain text, as little trusted as everything else
   */
  public String render(Issue issue, Map<String, String> notes) {
    for (UnaryOperator<String> inert : List.<UnaryOperator<String>>of(Inert::text, Inert::bare)) {
      Writer writer = new Writer(issue, notes, inert);
      String markdown = writer.write();
      if (writer.expected().equals(MarkdownOutline.of(Dialect.parse(Dialect.body(markdown))))) {
        return markdown;
      }
    }
    throw new IllegalStateException(
        "The digest of " + issue.week() + " cannot be written so that it does what it shows.");
  }

  /** The digest without its front matter: Markdown alone. */
  public static String body(String markdown) {
    return Dialect.body(markdown);
  }

  /** One rendering; remembers what it wrote that is more than text. */
  private static final class Writer {
    private final Issue issue;
    private final Map<String, String> notes;
    private final UnaryOperator<String> inert;
    private final Dates dates;
    private final StringBuilder out = new StringBuilder(8_192);
    private final List<Integer> headings = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();

    Writer(Issue issue, Map<String, String> notes, UnaryOperator<String> inert) {
      this.issue = issue;
      this.notes = notes;
      this.inert = inert;
      this.dates = new Dates(issue.labels(), issue.zone());
    }

    MarkdownOutline expected() {
      return new MarkdownOutline(headings, links, List.of(), comments);
    }

    String write() {
      out.append(new FrontMatterText(issue).text());
      heading(1, inert.apply(issue.title() + " – " + dates.days(issue.window())));
      intro();
      if (issue.items().isEmpty()) {
        paragraph(issue.labels().of(Label.EMPTY));
      }
      issue.sections().forEach(this::section);
      alsoSeen();
      if (issue.labels().coverage()) {
        heading(2, inert.apply(issue.labels().of(Label.NUMBERS)));
        paragraph(new Numbers(issue).coverage());
      }
      return out.toString().stripTrailing() + "\n";
    }

    private void intro() {
      String text =
          Sentences.joined(issue.opening().intro().stream().map(Opening.Sentence::text).toList());
      String markdown = inert.apply(text);
      if (!markdown.isEmpty()) {
        String mark = "<!-- intro v=" + Sha256.of(markdown).substring(0, 8) + " -->";
        comments.add(mark);
        line(mark);
        line(markdown);
        line("");
      }
    }

    private void section(Issue.Section section) {
      heading(2, inert.apply(section.title()));
      section.items().forEach(this::item);
    }

    private void item(Issue.Item item) {
      int anchor = out.length();
      int expected = comments.size();
      String words = item.headline() == null ? item.title() : item.headline();
      linkHeading(title(words, item.source()), item.url());
      byline(item);
      paragraph(
          Sentences.joined(
              item.summary().sentences().stream().map(SummarySentence::text).toList()));
      follows(item);
      highlight(item.summary().highlight());
      String mark =
          "<!-- item:%s v=%s -->"
              .formatted(
                  anchorId(item.id()), Sha256.of(out.substring(anchor).strip()).substring(0, 8));
      out.insert(anchor, mark + "\n");
      comments.add(expected, mark);
      note(notes.get(item.id()));
    }

    /** The earlier title as a link within our sentence. */
    private void follows(Issue.Item item) {
      FollowUp follows = item.follows();
      if (follows != null) {
        String sentence = inert.apply(new FollowUpText(issue.labels(), dates).of(follows, item));
        Issue.Link earlier = follows.earlier();
        int at = sentence.indexOf(FollowUpText.TITLE);
        if (at >= 0) { // a label of the editor's may leave it out
          String title = linked(title(earlier.title(), earlier.source()), earlier.url());
          sentence =
              sentence.substring(0, at)
                  + title
                  + sentence.substring(at + FollowUpText.TITLE.length());
        }
        line(sentence);
        line("");
      }
    }

    private void highlight(String audience) {
      String clean = CleanText.of(audience, Inert.MAX_LENGTH).replaceFirst("[.!]++$", "");
      if (!clean.isEmpty()) {
        String label = inert.apply(issue.labels().of(Label.FOR));
        line("**" + label + ":** " + inert.apply(clean + "."));
        line("");
      }
    }

    private void note(@Nullable String text) {
      if (text == null || inert.apply(text).isEmpty()) {
        line(NOTE_SLOT);
        comments.add(NOTE_SLOT);
        line("");
      } else {
        paragraph(text);
      }
    }

    private void byline(Issue.Item item) {
      String mentions = item.mentions().stream().map(this::mention).collect(joining(", "));
      String also =
          mentions.isEmpty()
              ? ""
              : " · " + inert.apply(issue.labels().of(Label.MENTIONED_IN)) + " " + mentions;
      line("*" + reports(item) + also + "*");
      line("");
    }

    private String mention(Issue.Link roundUp) {
      return linked(title(roundUp.source(), roundUp.source()), roundUp.url());
    }

    private String reports(Issue.Item item) {
      String day = dates.day(item.date());
      List<String> others = item.reportedBy();
      String label = issue.labels().of(Label.ALSO_REPORTED_BY);
      String plain = item.source() + " · " + day + others(label, others);
      // What is written from right to left must not turn around what stands beside it.
      return Direction.runsFromTheRight(plain)
          ? apart(item.source())
              + " · "
              + apart(day)
              + others(inert.apply(label), others.stream().map(this::apart).toList())
          : inert.apply(plain);
    }

    private static String others(String label, List<String> names) {
      return names.isEmpty() ? "" : " · " + label + " " + String.join(", ", names);
    }

    private String apart(String part) {
      return Direction.isolated(inert.apply(part));
    }

    private void alsoSeen() {
      if (issue.alsoSeen().isEmpty()) {
        return;
      }
      heading(2, inert.apply(issue.labels().of(Label.ALSO_SEEN)));
      for (Issue.Link seen : issue.alsoSeen()) {
        String source = seen.source().isBlank() ? "" : " – " + inert.apply(seen.source());
        line("- " + linked(title(seen.title(), seen.source()), seen.url()) + source);
      }
      line("");
    }

    private void linkHeading(String title, String url) {
      headings.add(3);
      line("### " + linked(title, url));
      line("");
    }

    /** The title as a link; as text alone where the address is none for readers. */
    private String linked(String title, String url) {
      String destination = SafeUrl.of(url);
      if (destination == null) {
        return title;
      }
      links.add(destination);
      return "[" + title + "](" + destination + ")";
    }

    private String title(String untrusted, String source) {
      String title = inert.apply(CleanText.of(untrusted, MAX_TITLE));
      return title.isEmpty()
          ? inert.apply(issue.labels().filled(Label.UNTITLED, Map.of("source", source)))
          : title;
    }

    private void heading(int level, String markdown) {
      headings.add(level);
      line("#".repeat(level) + " " + markdown);
      line("");
    }

    private void paragraph(String text) {
      String markdown = inert.apply(text);
      if (!markdown.isEmpty()) {
        line(markdown);
        line("");
      }
    }

    private void line(String text) {
      out.append(text).append('\n');
    }
  }

  /** Ids are ours; whatever else stood there could end the comment. */
  private static String anchorId(String id) {
    return id.replaceAll("[^A-Za-z0-9._:]", "_");
  }
}
