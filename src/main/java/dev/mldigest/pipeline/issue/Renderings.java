package dev.mldigest.pipeline.issue;

import dev.mldigest.assemble.AtomFeed;
import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.HtmlMail;
import dev.mldigest.assemble.IssueJson;
import dev.mldigest.assemble.Lint;
import dev.mldigest.assemble.PlainText;
import dev.mldigest.assemble.Recount;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.review.Approval;
import dev.mldigest.review.Approved;
import dev.mldigest.review.Contents;
import dev.mldigest.review.DigestFile;
import dev.mldigest.review.Edit;
import dev.mldigest.review.Merge;
import dev.mldigest.review.Part;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.text.Escapes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  private static final String NO_ITEM = "The digest holds no item.";

  /** The week that a digest says it is of (YAML 1.2, 7.3: in quotes or without). */
  private static final Pattern WEEK =
      Pattern.compile("(?m)^week:[ \\t]*[\"']?([0-9Ww-]+)[\"']?[ \\t]*(?:#.*)?$");

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
     * @param unfit what of it must not be published, one sentence each
     * @param notices what the editor should know before it leaves, one sentence each
     */
    record Rendered(String text, String digest, List<String> unfit, List<String> notices)
        implements Rendering {
      public Rendered {
        unfit = List.copyOf(unfit);
        notices = List.copyOf(notices);
      }
    }

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
    return store
        .issues()
        .find(week)
        .flatMap(made -> files.readDigest(week).map(digest -> findings(made, digest)))
        .orElse(List.of());
  }

  private List<String> findings(Issues.Stored made, String digest) {
    List<String> findings = new ArrayList<>(notOfTheWeek(made, digest));
    findings.addAll(lint(digest));
    return findings;
  }

  /** The same of a text of digest.md. */
  public static List<String> lint(String digest) {
    String markdown = Approval.strip(digest);
    List<String> findings = new ArrayList<>(new Lint().findings(markdown));
    if (DigestMarkdown.body(markdown)
        .lines()
        .noneMatch(line -> line.matches(" {0,3}###[ \\t].*"))) {
      findings.add(NO_ITEM);
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
    Optional<String> there = files.readDigest(made.week());
    if (there.isEmpty()) {
      return new Rendering.Refused(List.of(gone(made.week())));
    }
    String digest = there.get();
    Approved approved = Approval.of(digest);
    List<String> faults = faults(made, digest, approved);
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
        ? new Rendering.Rendered(text, digest, lint(digest), stale(made, digest, approved))
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

  /**
   * All issues; a fault in one is a fault of the feed, and names its week. An earlier one whose
   * file is gone is told as it was published, and left out where it never was.
   */
  private Rendering atom(Week asked) {
    List<String> faults = new ArrayList<>();
    List<String> unfit = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    List<Issues.Stored> all = new ArrayList<>();
    List<Approved> approved = new ArrayList<>();
    String own = "";
    Map<Week, String> published = store.issues().published();
    for (Issues.Stored made :
        store.issues().made().stream()
            .sorted(Comparator.comparing(Issues.Stored::week).reversed())
            .toList()) {
      Week week = made.week();
      Optional<String> there = files.readDigest(week);
      if (there.isEmpty() && week.equals(asked)) {
        return new Rendering.Refused(List.of(gone(week)));
      }
      String digest = there.orElse(published.get(week));
      if (digest == null) {
        notices.add("The feed is without " + week + ". " + gone(week));
        continue;
      }
      all.add(made);
      approved.add(Approval.of(digest));
      List<String> wrong = faults(made, digest, approved.getLast());
      if (week.equals(asked)) {
        own = digest;
        faults.addAll(wrong);
        unfit.addAll(lint(digest));
        notices.addAll(stale(made, digest, approved.getLast()));
      } else {
        wrong.forEach(fault -> faults.add(week + ": " + fault));
        lint(digest).stream()
            .filter(finding -> !finding.equals(NO_ITEM) || !issue(made).items().isEmpty())
            .forEach(finding -> unfit.add(week + ": " + finding));
      }
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
    return faults.isEmpty()
        ? new Rendering.Rendered(feed, own, unfit, notices)
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

  private List<String> faults(Issues.Stored made, String digest, Approved approved) {
    if (Contents.isBlank(digest)) {
      return List.of(
          "digest.md is empty: 'digest run --week %1$s' writes it again as it last stood, and 'digest"
                  .formatted(made.week())
              + " restore %1$s --list' shows earlier versions.".formatted(made.week()));
    }
    List<String> faults = new ArrayList<>(notOfTheWeek(made, digest));
    faults.addAll(approved.faults());
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

  /** What the program wrote of it last is not what the editor reviewed. */
  private String gone(Week week) {
    return "There is no "
        + files.digest(week)
        + ": put it back, or 'digest run --week "
        + week
        + "' writes it again as it last stood.";
  }

  private static List<String> stale(Issues.Stored made, String digest, Approved approved) {
    return StaleMentions.in(
        issue(made), Objects.requireNonNull(made.generated()), digest, approved);
  }

  /** Another week's digest that was saved over this one's. */
  private List<String> notOfTheWeek(Issues.Stored made, String digest) {
    return otherWeek(made, digest).stream()
        .map(other ->
            "%s holds the digest of %s: put back that of %3$s; 'digest restore %3$s --list' shows"
                    .formatted(files.digest(made.week()), other, made.week())
                + " earlier versions.")
        .toList();
  }

  /** By its front matter; where that does not say it, by all of its items. */
  private Optional<Week> otherWeek(Issues.Stored made, String digest) {
    DigestFile file = DigestFile.parse(digest);
    Optional<String> said =
        file.parts().stream()
            .filter(part -> part.kind() == Part.Kind.FRONT_MATTER)
            .flatMap(part -> WEEK.matcher(part.text()).results())
            .map(week -> week.group(1).toUpperCase(Locale.ROOT))
            .filter(Week::isWeek)
            .findFirst();
    if (said.isPresent()) {
      return said.map(Week::parse).filter(week -> !week.equals(made.week()));
    }
    Set<String> ids = file.items().stream().map(Part::id).collect(Collectors.toSet());
    ids.remove(null);
    return ids.isEmpty() || !Contents.of(digest, generated(made)).ids().isEmpty()
        ? Optional.empty()
        : store.issues().made().stream()
            .filter(other -> !other.week().equals(made.week()))
            .filter(other -> Contents.of(generated(other), generated(other)).ids().containsAll(ids))
            .map(Issues.Stored::week)
            .findFirst();
  }

  private static String generated(Issues.Stored made) {
    return Objects.requireNonNullElse(made.generated(), "");
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
