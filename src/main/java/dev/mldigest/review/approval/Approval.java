package dev.mldigest.review.approval;

import dev.mldigest.review.digest.Anchor;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.FrontMatter;
import dev.mldigest.review.digest.LineEnds;
import dev.mldigest.review.digest.Part;
import dev.mldigest.review.digest.Slot;
import dev.mldigest.text.Invisible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * What approval takes out of the digest file before anything is made of it: anchors, empty note
 * slots, the editor's own comments, the subject lines and preheaders that were not chosen, and
 * signs that nobody sees. All else stays, and what the editor wrote inside a note slot becomes
 * visible text. Each part is taken for itself, so that nothing begun in one reaches into the next;
 * where it is not clear what the editor meant to hide or to show, that is a fault and nothing is
 * guessed.
 */
public final class Approval {
  private final List<Approved.Piece> pieces = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, String> labels = new HashMap<>();

  private Approval() {}

  /** The Markdown that is published, where nothing is wrong with it. */
  public static String strip(String markdown) {
    return of(markdown).markdown();
  }

  public static Approved of(String markdown) {
    return new Approval().approved(markdown);
  }

  private Approved approved(String markdown) {
    List<Part> parts = DigestFile.parse(markdown).parts();
    int line = 1;
    for (Part part : parts) {
      approve(part, line);
      line += LineEnds.count(part.text());
    }
    if (unclosedFrontMatter(markdown, parts)) {
      faults.addFirst(
          new Fault(
              1,
              "The front matter at the top is not closed: write a line '---' after its last"
                  + " entry."));
    }
    faults.addAll(Twice.in(pieces));
    String text = pieces.stream().map(Approved.Piece::markdown).collect(Collectors.joining());
    return new Approved(text, pieces, faults);
  }

  private void approve(Part part, int line) {
    String text = part.isItem() ? withoutAnchor(part.text()) : part.text();
    int first = line + LineEnds.count(part.text()) - LineEnds.count(text);
    String place = place(part, first);
    String shown =
        Invisible.removed(
            switch (part.kind()) {
              case FRONT_MATTER -> FrontMatter.chosen(shown(text, place, first).frontMatter());
              case SLOT -> slot(text, place, first);
              case PREAMBLE, SECTION, ITEM ->
                  closed(shown(text, place, first).text(), text, place, first);
            });
    if (part.isItem() && text.isBlank()) {
      fault(
          first,
          "Below the anchor above line "
              + first
              + " stands no item: its heading begins with '### '; if there shall be none, delete"
              + " the line '<!-- item:… -->'.");
    } else if (part.isItem() && shown.isBlank()) {
      fault(
          first,
          "Of "
              + place
              + " nothing is left outside of comments: delete its block if readers shall not see"
              + " it.");
    } else if (part.isItem() && !part.title().isEmpty() && !startsWithHeading(shown)) {
      fault(
          first,
          "The heading of "
              + place
              + " stands in a comment: delete the block, or close the"
              + " comment before it.");
    }
    boolean joins = part.isItem() && !startsWithHeading(shown);
    if (joins || part.kind() == Part.Kind.SLOT || endsInHtml()) {
      endParagraph();
    }
    Part head = head(part, shown);
    pieces.add(
        new Approved.Piece(
            part.kind(),
            place,
            part.id(),
            head.url(),
            Quote.heading(head.title()),
            shown,
            part,
            line));
  }

  /** The label and what stands in the slot as a quotation, and what is written below it as text. */
  private String slot(String text, String place, int first) {
    Slot slot = Slot.of(text);
    if (slot.label() == null) {
      fault(
          first,
          "The slot in line "
              + first
              + " is marked '"
              + Quote.brief(slot.kind())
              + "': mark it sponsor, own or guest; words of yours for its label follow behind a"
              + " second colon.");
    }
    String inner =
        closed(shown(slot.inner(), place, first + 1).text(), slot.inner(), place, first + 1);
    if (inner.isBlank()) {
      fault(first, "In " + place + " stands nothing: fill it, or delete its two lines.");
    }
    int below = first + LineEnds.count(text) - LineEnds.count(slot.below());
    String behind = closed(shown(slot.below(), place, below).text(), slot.below(), place, below);
    return slot.quoted(inner) + behind.replaceFirst("\\A\\R+", "");
  }

  /** The part as readers see its heading: without the comments in it. */
  private static Part head(Part part, String shown) {
    List<Part> parts = part.title().isEmpty() ? List.of() : DigestFile.parse(shown).parts();
    return parts.isEmpty() || parts.getFirst().kind() != part.kind() ? part : parts.getFirst();
  }

  /** Where an anchor had parted two paragraphs, a blank line does. */
  private void endParagraph() {
    if (pieces.isEmpty()) {
      return;
    }
    Approved.Piece last = pieces.removeLast();
    String end = LineEnds.of(last.markdown());
    String blank = last.markdown().endsWith(end + end) ? "" : end;
    pieces.add(
        new Approved.Piece(
            last.kind(),
            last.place(),
            last.id(),
            last.url(),
            last.title(),
            last.markdown() + blank,
            last.before(),
            last.line()));
  }

  private boolean endsInHtml() {
    return !pieces.isEmpty() && Structure.endsInHtml(pieces.getLast().markdown());
  }

  private static boolean startsWithHeading(String text) {
    return text.stripLeading().startsWith("###");
  }

  private Shown shown(String text, String place, int first) {
    return new Shown(text, place, first, faults, labels);
  }

  /**
   * What would take in the next part is the editor's to close. Until then it stands as text, so
   * that what follows in its own part is seen and looked at too.
   *
   * @param before what the text was made of, with its first line in the file
   */
  private String closed(String text, String before, String place, int first) {
    String shown = text;
    ShownLines lines = ShownLines.of(before, text);
    int from = -1;
    for (Node open = Structure.open(shown); open != null; open = Structure.open(shown)) {
      List<SourceSpan> spans = open.getSourceSpans();
      int at = spans.isEmpty() ? -1 : shown.indexOf('<', spans.getFirst().getInputIndex());
      fault(
          at < 0 ? first : first + lines.before(LineEnds.count(shown.substring(0, at))),
          "In "
              + place
              + " begins a piece of HTML that is not closed and would hide what follows: close it"
              + " there.");
      if (at <= from) {
        return shown;
      }
      shown = shown.substring(0, at) + "&lt;" + shown.substring(at + 1);
      from = at;
    }
    return shown;
  }

  private void fault(int line, String sentence) {
    faults.add(new Fault(line, sentence));
  }

  /** Anchors, sound or damaged, stand at an item's begin only. */
  private static String withoutAnchor(String item) {
    int from = 0;
    while (from < item.length()) {
      int next = LineEnds.next(item, from);
      String line = LineEnds.without(item, from, next);
      if (!line.isBlank() && !Anchor.isWhole(line) && !Anchor.isBroken(line)) {
        break;
      }
      from = next;
    }
    return item.substring(from);
  }

  private static boolean unclosedFrontMatter(String markdown, List<Part> parts) {
    boolean none = parts.stream().noneMatch(part -> part.kind() == Part.Kind.FRONT_MATTER);
    String text = markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown;
    List<String> head = text.lines().limit(2).toList();
    return none
        && head.size() == 2
        && head.getFirst().stripTrailing().equals("---")
        && head.getLast().matches("[A-Za-z][A-Za-z0-9_-]*:.*");
  }

  private static String place(Part part, int line) {
    String words = Quote.brief(Quote.heading(part.title()));
    return switch (part.kind()) {
      case FRONT_MATTER -> "the front matter";
      case PREAMBLE -> "the header";
      case SECTION -> "the part '" + words + "' (line " + line + ")";
      case SLOT -> "the slot '" + words + "' (line " + line + ")";
      case ITEM ->
          words.isEmpty()
              ? "the item without a heading (line " + line + ")"
              : "the item '" + words + "' (line " + line + ")";
    };
  }
}
