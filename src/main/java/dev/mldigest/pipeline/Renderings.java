package dev.mldigest.pipeline;

import dev.mldigest.assemble.AtomFeed;
import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.HtmlMail;
import dev.mldigest.assemble.IssueJson;
import dev.mldigest.assemble.Lint;
import dev.mldigest.assemble.PlainText;
import dev.mldigest.domain.Issue;
import dev.mldigest.domain.Week;
import dev.mldigest.review.Approval;
import dev.mldigest.review.Edit;
import dev.mldigest.review.Merge;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An issue in any format, with the edits that stand in digest.md; the frozen issue for JSON. */
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

  /** The issue in that format, or empty where none was made for the week. */
  public Optional<String> render(Week week, Format format) {
    return store.issues().find(week).filter(Issues.Stored::made).map(made -> render(made, format));
  }

  /** What must not be published, one sentence each. */
  public List<String> lint(Week week) {
    return store.issues().find(week).map(made -> findings(markdown(made))).orElse(List.of());
  }

  private static List<String> findings(String markdown) {
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

  private String render(Issues.Stored made, Format format) {
    return switch (format) {
      case md -> markdown(made);
      case html -> new HtmlMail().render(markdown(made), issue(made).title());
      case txt -> new PlainText().render(markdown(made));
      case json -> Objects.requireNonNull(made.json());
      case atom -> atom();
    };
  }

  private String atom() {
    List<Issues.Stored> all = store.issues().made();
    Issue newest = issue(all.getFirst());
    return new AtomFeed()
        .render(
            newest.title(),
            newest.window().to(),
            all.stream()
                .map(made ->
                    new AtomFeed.PublishedIssue(made.week(), made.window().to(), markdown(made)))
                .toList());
  }

  /** The reviewed digest: the file where there is one, the text last written where it is gone. */
  private String markdown(Issues.Stored made) {
    String written = Objects.requireNonNull(made.written());
    return Approval.strip(files.readDigest(made.week()).orElse(written));
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
