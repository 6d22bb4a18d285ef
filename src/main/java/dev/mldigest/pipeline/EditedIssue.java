package dev.mldigest.pipeline;

import dev.mldigest.assemble.Prose;
import dev.mldigest.domain.Issue;
import dev.mldigest.domain.Summary;
import dev.mldigest.domain.SummarySentence;
import dev.mldigest.review.Approved;
import dev.mldigest.review.Part;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The issue as the editor left it in digest.md: the items that stand there, in their order and
 * under their headings. A block whose text the editor changed has the editor's words in place of
 * the summary and its evidence; a block of the editor's own is an item like the others.
 */
final class EditedIssue {
  /** Who wrote a summary, and the kind of an item that no source brought. */
  static final String EDITOR = "editor";

  private final Issue issue;
  private final Map<String, Issue.Item> items = new HashMap<>();
  private final Map<String, String> generated = new HashMap<>();

  private EditedIssue(Issue issue, Approved base) {
    this.issue = issue;
    issue.sections().stream()
        .flatMap(section -> section.items().stream())
        .forEach(item -> items.put(anchor(item.id()), item));
    base.items().forEach(piece -> generated.put(piece.id(), comparable(piece)));
  }

  /** The issue itself where the editor changed no item. */
  static Issue of(Issue issue, Approved base, Approved mine) {
    return new EditedIssue(issue, base).read(mine);
  }

  private Issue read(Approved mine) {
    Map<String, Issue.Section> sections = new LinkedHashMap<>();
    Issue.Section current =
        new Issue.Section(EDITOR, issue.title(), List.of()); // what stands before any heading
    int own = 0;
    for (Approved.Piece piece : mine.parts()) {
      if (piece.kind() == Part.Kind.SECTION) {
        current = section(piece.title());
      } else if (piece.isItem()) {
        Issue.Item item = item(piece, ++own);
        sections.merge(current.id(), with(current, item), (old, more) -> with(old, item));
      }
    }
    List<Issue.Section> read = List.copyOf(sections.values());
    return read.equals(issue.sections())
        ? issue
        : new Issue(
            issue.title(),
            issue.week(),
            issue.window(),
            issue.zone(),
            issue.opening(),
            read,
            issue.alsoSeen(),
            issue.gaps(),
            issue.funnel());
  }

  private static Issue.Section with(Issue.Section section, Issue.Item item) {
    List<Issue.Item> items = new ArrayList<>(section.items());
    items.add(item);
    return new Issue.Section(section.id(), section.title(), items);
  }

  /** Without items yet. */
  private Issue.Section section(String heading) {
    return issue.sections().stream()
        .filter(section -> letters(section.title()).equals(letters(heading)))
        .findFirst()
        .map(section -> new Issue.Section(section.id(), section.title(), List.of()))
        .orElseGet(() -> new Issue.Section(EDITOR + "-" + letters(heading), heading, List.of()));
  }

  private Issue.Item item(Approved.Piece piece, int number) {
    Issue.Item made = piece.id() == null ? null : items.get(piece.id());
    if (made != null && comparable(piece).equals(generated.get(piece.id()))) {
      return made;
    }
    List<SummarySentence> words =
        Prose.paragraphs(piece.markdown()).stream()
            .map(paragraph -> new SummarySentence(paragraph, List.of()))
            .toList();
    Summary summary = new Summary(words, "", EDITOR);
    String url = Objects.requireNonNullElse(piece.url(), "");
    if (made != null) {
      return new Issue.Item(
          made.id(),
          piece.title().isEmpty() ? made.title() : piece.title(),
          url.isEmpty() ? made.url() : url,
          made.source(),
          made.date(),
          made.kind(),
          summary,
          made.reportedBy(),
          made.why());
    }
    return new Issue.Item(
        EDITOR + "-" + number,
        piece.title(),
        url,
        host(url),
        issue.window().to(),
        EDITOR,
        summary,
        List.of(),
        "The editor added it.");
  }

  private static String host(String url) {
    try {
      return Objects.requireNonNullElse(URI.create(url).getHost(), "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String comparable(Approved.Piece piece) {
    return String.join("\n", piece.markdown().strip().lines().toList());
  }

  /** As anchors write ids. */
  private static String anchor(String id) {
    return id.replaceAll("[^A-Za-z0-9._:]", "_");
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
