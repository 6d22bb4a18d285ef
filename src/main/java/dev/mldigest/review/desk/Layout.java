package dev.mldigest.review.desk;

import dev.mldigest.review.Opening;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Known;
import dev.mldigest.review.digest.LineEnds;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a digest while one act is done to it. Promises that not a byte changes of what the
 * act is not about, but for a blank line where two parts would run into each other. What cannot be
 * done is refused in one sentence.
 */
final class Layout {
  private static final Pattern ANCHOR = Pattern.compile("(?s)(\\s*<!--.*?-->[ \\t]*\\R)(.*)");
  private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\n|\\r|$)");
  private static final Pattern SLOT =
      Pattern.compile("(?ms)^ {0,3}<!--[ \\t]*note:(?:(?!-->).)*-->[ \\t]*$");

  private final List<Part> parts;
  private final String lineEnd;
  private final Joined joined;

  private Layout(List<Part> parts, String lineEnd) {
    this.parts = new ArrayList<>(parts);
    this.lineEnd = lineEnd;
    this.joined = new Joined(lineEnd).know(parts);
  }

  /** It cannot be done; the message is one sentence for the editor. */
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /**
   * The text after the act.
   *
   * @param known texts in which its items are known
   * @throws RefusedException with one sentence
   */
  static String after(Act act, String text, Known known) {
    Layout layout = new Layout(DigestFile.parse(text, known).parts(), LineEnds.of(text));
    return layout.act(act) ? layout.text() : text;
  }

  /** Whether anything of the text changed. */
  private boolean act(Act act) {
    return switch (act) {
      case Act.Reject(String item, String reason) -> reject(item);
      case Act.Move(String item, Place to) -> move(item, to);
      case Act.Edit(String item, String text) -> edit(item, text);
      case Act.Note(String item, String note) -> note(item, note);
      case Act.Add(Block block, Place to) -> add(block, to);
      case Act.Swap(Block block, String out) -> swap(block, out);
      case Act.Say(Opening what, String words) -> say(what, words);
      case Act.Accept(String item, String reason) -> find(item) < 0;
      case Act.Seen(String item) -> find(item) < 0;
      case Act.Pin(String item, boolean pinned) -> find(item) < 0;
      default -> false;
    };
  }

  private boolean reject(String item) {
    int at = find(item);
    parts.remove(at);
    dropEmptyHeading(at - 1);
    return true;
  }

  /** A heading under which nothing is left goes with its last item; words below it stay. */
  private void dropEmptyHeading(int at) {
    boolean empty =
        at >= 0
            && parts.get(at).kind() == Part.Kind.SECTION
            && parts.get(at).compared().strip().lines().count() == 1
            && !holdsItem(at + 1);
    if (empty) {
      parts.remove(at);
    }
  }

  /** Whether an item follows from there on before the next heading. */
  private boolean holdsItem(int from) {
    int at = from;
    while (at < parts.size() && parts.get(at).kind() == Part.Kind.SLOT) {
      at++;
    }
    return at < parts.size() && parts.get(at).isItem();
  }

  private boolean move(String item, Place to) {
    int at = find(item);
    if (item.equals(to.after()) || item.equals(to.before())) {
      throw new RefusedException("An item cannot stand behind itself or before.");
    }
    Part moved = parts.remove(at);
    place(moved, to);
    return true;
  }

  private boolean edit(String item, String text) {
    int at = find(item);
    Part was = parts.get(at);
    Matcher anchor = ANCHOR.matcher(was.text());
    String head = was.text().contains("<!-- item:") && anchor.matches() ? anchor.group(1) : "";
    String body = LineEnds.adapt(text.strip(), lineEnd);
    Part now = with(was, head + body + was.gap());
    oneItem(now.text());
    replace(at, now);
    return true;
  }

  /** What is typed for one item must not become two, nor swallow the next. */
  private static void oneItem(String text) {
    List<Part> read = DigestFile.parse(text + "\n\n## Next\n").parts();
    boolean one =
        read.size() == 2 && read.getFirst().isItem() && read.getLast().title().equals("Next");
    if (!one) {
      throw new RefusedException(
          "The text must be that of one item: one heading '### …', no other, and whatever code or"
              + " comment begins in it must end in it.");
    }
    Approval.of(text).faults().stream()
        .findFirst()
        .ifPresent(fault -> {
          throw new RefusedException(fault);
        });
  }

  private boolean note(String item, String note) {
    if (note.contains("-->") || note.contains("<!--")) {
      throw new RefusedException("A note must not hold '<!--' or '-->'.");
    }
    int at = find(item);
    Part was = parts.get(at);
    String words = LineEnds.adapt(note.strip(), lineEnd);
    String slot = words.isEmpty() ? "<!-- note: -->" : "<!-- note: " + words + " -->";
    Matcher old = SLOT.matcher(was.core());
    String core =
        old.find()
            ? was.core().substring(0, old.start()) + slot + was.core().substring(old.end())
            : was.core() + lineEnd + lineEnd + slot;
    oneItem(core);
    replace(at, with(was, core + was.gap()));
    return true;
  }

  private boolean say(Opening what, String words) {
    int at =
        IntStream.range(0, parts.size())
            .filter(i -> parts.get(i).kind() == what.kind())
            .findFirst()
            .orElseThrow(() -> new RefusedException(Said.noPlace(what)));
    replace(at, with(parts.get(at), Said.in(parts.get(at).text(), what, words, lineEnd)));
    return true;
  }

  private boolean add(Block block, Place to) {
    Part fresh = part(block);
    place(fresh, to);
    unlist(fresh);
    return true;
  }

  /** What stands as an item is no longer in a list of links to what was left aside. */
  private void unlist(Part item) {
    String link = "](" + item.url() + ")";
    for (int at = 0; at < parts.size(); at++) {
      Part part = parts.get(at);
      if (part.kind() == Part.Kind.SECTION && part.text().contains(link)) {
        replace(
            at,
            with(
                part,
                LINE.matcher(part.text())
                    .replaceAll(line ->
                        line.group().startsWith("- [") && line.group().contains(link)
                            ? ""
                            : Matcher.quoteReplacement(line.group()))));
      }
    }
  }

  private boolean swap(Block block, String out) {
    int at = find(out);
    Part fresh = part(block);
    replace(at, with(fresh, fresh.core() + parts.get(at).gap()));
    unlist(fresh);
    return true;
  }

  private Part part(Block block) {
    if (block.id() != null && indexOf(block.id()).isPresent()) {
      throw new RefusedException("It stands in the digest already.");
    }
    String text = LineEnds.adapt(block.text().strip(), lineEnd) + lineEnd + lineEnd;
    oneItem(text);
    return DigestFile.parse(text).parts().getFirst();
  }

  private void place(Part part, Place to) {
    int at =
        to.after() != null
            ? find(to.after()) + 1
            : to.section() != null
                ? endOf(to.section(), to.before())
                : to.before() != null ? find(to.before()) : first();
    parts.add(at, part);
  }

  private int first() {
    return IntStream.range(0, parts.size())
        .filter(i -> parts.get(i).isItem())
        .findFirst()
        .orElseGet(() -> endOf("More", null));
  }

  /** Behind the last item below the heading, which is made where there is none. */
  private int endOf(String section, @Nullable String ahead) {
    int heading = -1;
    int lastItem = -1;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).isItem()) {
        lastItem = i;
      } else if (parts.get(i).kind() == Part.Kind.SECTION
          && parts.get(i).title().equalsIgnoreCase(section)) {
        heading = i;
      }
    }
    if (heading < 0) {
      int above = sectionOf(ahead);
      heading = above >= 0 ? above : lastItem < 0 ? firstSection() : lastItem + 1;
      String text = "## " + section + lineEnd + lineEnd;
      parts.add(heading, new Part(Part.Kind.SECTION, null, null, section, text));
    }
    int at = heading + 1;
    while (holdsItem(at)) {
      at++;
    }
    return at;
  }

  /** Of the heading above an item; -1 where there is none. */
  private int sectionOf(@Nullable String item) {
    int at = indexOf(item).orElse(-1);
    while (at >= 0 && parts.get(at).kind() != Part.Kind.SECTION) {
      at--;
    }
    return at;
  }

  private int firstSection() {
    return IntStream.range(0, parts.size())
        .filter(i -> parts.get(i).kind() == Part.Kind.SECTION)
        .findFirst()
        .orElse(parts.size());
  }

  private int find(@Nullable String item) {
    return indexOf(item)
        .orElseThrow(() -> new RefusedException("The item no longer stands in the digest."));
  }

  private OptionalInt indexOf(@Nullable String item) {
    return IntStream.range(0, parts.size())
        .filter(i -> parts.get(i).isItem() && parts.get(i).name().equals(item))
        .findFirst();
  }

  private static Part with(Part part, String text) {
    return new Part(part.kind(), part.id(), part.url(), part.title(), text);
  }

  private String text() {
    return joined.text(parts);
  }

  /** The same part with another text: what stands around it stays where it is. */
  private void replace(int at, Part now) {
    parts.set(at, now);
    joined.know(parts.subList(Math.max(0, at - 1), Math.min(parts.size(), at + 2)));
  }
}
