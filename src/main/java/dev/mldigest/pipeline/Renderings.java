package dev.mldigest.pipeline;

import dev.mldigest.assemble.AtomFeed;
import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.HtmlMail;
import dev.mldigest.assemble.IssueJson;
import dev.mldigest.assemble.Lint;
import dev.mldigest.assemble.PlainText;
import dev.mldigest.assemble.Recount;
import dev.mldigest.domain.Escapes;
import dev.mldigest.domain.Issue;
import dev.mldigest.domain.Week;
import dev.mldigest.review.Approval;
import dev.mldigest.review.Approved;
import dev.mldigest.review.Edit;
import dev.mldigest.review.Merge;
import dev.mldigest.review.Part;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An issue in any format, with the edits that stand in digest.md. What is handed out was read back
 * and holds every item of the file.
 */
public final class Renderings {
  /** The formats, by the names used on the command line. */
  public enum Format {
    md,
    html,
    txt,
    json,
    atom
  }

  private final Store store;
  private final IssueFiles files;

  public Renderings(Store store, IssueFiles files) {
    this.store = store;
    this.files = files;
  }

  /** What became of a rendering. */
  public sealed interface Rendering {
    /**
     * The issue in the format that was asked for; nothing of digest.md is missing in it.
     *
     * @param digest the text of digest.md that it was made of
     */
    record Rendered(String text, String digest) implements Rendering {}

    /**
     * It would show less than digest.md holds, or what the editor meant to hide.
     *
     * @param faults one sentence each: what, where, and what to do
     */
    record Refused(List<String> faults) implements Rendering {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /** The issue in that format, or empty where none was made for the week. */
  public Optional<Rendering> render(Week week, Format format) {
    return store.issues().find(week).filter(Issues.Stored::made).map(made -> render(made, format));
  }

  /** What must not be published, one sentence each. */
  public List<String> lint(Week week) {
    return store.issues().find(week).map(made -> lint(digest(made))).orElse(List.of());
  }

  /** The same of a text of digest.md. */
  public static List<String> lint(String digest) {
    String markdown = Approval.strip(digest);
    List<String> findings = new ArrayList<>(new Lint().findings(markdown));
    if (DigestMarkdown.body(markdown).lines().noneMatch(line -> line.startsWith("### "))) {
      findings.add("The digest holds no item.");
    }
    return findings;
  }

  /** What the editor did to the digest as it was generated. */
  public List<Edit> edits(Week week) {
    Issues.Stored made = store.issues().find(week).orElseThrow();
    String base = Objects.requireNonNull(made.generated());
    return files
        .readDigest(week)
        .map(mine -> Merge.merge(base, mine, base).edits())
        .orElse(List.of());
  }

  private Rendering render(Issues.Stored made, Format format) {
    if (format == Format.atom) {
      return atom(made.week());
    }
    String digest = digest(made);
    Approved approved = Approval.of(digest);
    List<String> faults = faults(approved);
    if (!faults.isEmpty()) {
      return new Rendering.Refused(faults);
    }
    Recount recount = recount(approved);
    String text = text(made, approved, format);
    String lost =
        switch (format) {
          case md -> recount.inMarkdown(text);
          case html -> recount.inHtml(text);
          case txt -> recount.inText(text);
          case json -> recount.inJson(text);
          case atom -> null;
        };
    return lost == null
        ? new Rendering.Rendered(text, digest)
        : new Rendering.Refused(List.of(lost));
  }

  private static String text(Issues.Stored made, Approved approved, Format format) {
    return switch (format) {
      case md, atom -> approved.markdown();
      case html -> new HtmlMail().render(approved.markdown(), issue(made).title());
      case txt -> new PlainText().render(approved.markdown());
      case json -> json(made, approved);
    };
  }

  private static String json(Issues.Stored made, Approved approved) {
    Issue issue = issue(made);
    Approved base = Approval.of(Objects.requireNonNull(made.generated()));
    Issue edited = EditedIssue.of(issue, base, approved);
    return Escapes.json(
        edited.equals(issue) ? Objects.requireNonNull(made.json()) : new IssueJson().write(edited));
  }

  /** All issues; a fault in one is a fault of the feed, and names its week. */
  private Rendering atom(Week asked) {
    List<Issues.Stored> all =
        store.issues().made().stream()
            .sorted(Comparator.comparing(Issues.Stored::week).reversed())
            .toList();
    List<String> digests = all.stream().map(this::digest).toList();
    List<Approved> approved = digests.stream().map(Approval::of).toList();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String week = all.get(i).week().equals(asked) ? "" : all.get(i).week() + ": ";
      faults(approved.get(i)).forEach(fault -> faults.add(week + fault));
    }
    if (!faults.isEmpty()) {
      return new Rendering.Refused(faults);
    }
    String feed = atom(all, approved);
    for (int i = 0; i < all.size(); i++) {
      String lost = recount(approved.get(i)).inAtom(feed, i);
      if (lost != null) {
        faults.add(all.get(i).week() + ": " + lost);
      }
    }
    int own = all.stream().map(Issues.Stored::week).toList().indexOf(asked);
    return faults.isEmpty()
        ? new Rendering.Rendered(feed, digests.get(own))
        : new Rendering.Refused(faults);
  }

  private static String atom(List<Issues.Stored> all, List<Approved> approved) {
    Issue newest = issue(all.getFirst());
    List<AtomFeed.PublishedIssue> published = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Issues.Stored made = all.get(i);
      published.add(
          new AtomFeed.PublishedIssue(made.week(), made.window().to(), approved.get(i).markdown()));
    }
    return new AtomFeed().render(newest.title(), newest.window().to(), published);
  }

  private static List<String> faults(Approved approved) {
    List<String> faults = new ArrayList<>(approved.faults());
    for (Approved.Piece piece : body(approved)) {
      String open = Recount.open(piece.markdown());
      if (open != null && faults.stream().noneMatch(fault -> fault.contains(piece.place()))) {
        faults.add(
            "In "
                + piece.place()
                + " stands HTML that is not closed"
                + (open.isEmpty() ? "" : ", '<" + open + ">'")
                + ": close it there, or put it in backticks.");
      }
    }
    return faults;
  }

  private static Recount recount(Approved approved) {
    return new Recount(
        body(approved).stream()
            .map(piece -> new Recount.Part(piece.place(), piece.isItem(), piece.markdown()))
            .toList());
  }

  private static List<Approved.Piece> body(Approved approved) {
    return approved.parts().stream()
        .filter(piece -> piece.kind() != Part.Kind.FRONT_MATTER)
        .toList();
  }

  /** The reviewed digest: the file where there is one, the text last written where it is gone. */
  private String digest(Issues.Stored made) {
    String written = Objects.requireNonNull(made.written());
    return files.readDigest(made.week()).orElse(written);
  }

  /** The frozen issue of a week that was made. */
  static Issue issue(Issues.Stored made) {
    try {
      return new IssueJson().read(Objects.requireNonNull(made.json()));
    } catch (IOException e) {
      throw new IllegalStateException("the state holds an issue that cannot be read", e);
    }
  }
}
