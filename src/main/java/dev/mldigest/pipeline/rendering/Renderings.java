package dev.mldigest.pipeline.rendering;

import dev.mldigest.assemble.IssueJson;
import dev.mldigest.assemble.Recount;
import dev.mldigest.assemble.RichHtml;
import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.markdown.OutgoingMarkdown;
import dev.mldigest.assemble.plain.PlainText;
import dev.mldigest.assemble.post.Network;
import dev.mldigest.assemble.post.Posts;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.settings.MailLook;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.filing.Taken;
import dev.mldigest.review.Contents;
import dev.mldigest.review.Edit;
import dev.mldigest.review.Merge;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.approval.Fault;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.text.Escapes;
import dev.mldigest.text.Invisible;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    rich,
    json,
    atom,
    archive,
    slack(Network.SLACK),
    discord(Network.DISCORD),
    telegram(Network.TELEGRAM),
    mastodon(Network.MASTODON),
    bluesky(Network.BLUESKY);

    private final @Nullable Network network;

    Format() {
      this(null);
    }

    Format(@Nullable Network network) {
      this.network = network;
    }

    /** Where its posts go; null for what is no posts. */
    public @Nullable Network network() {
      return network;
    }
  }

  private final Store store;
  private final IssueFiles files;
  private final DigestFaults faults;
  private final MailLook look;

  /** Mails look as ours do. */
  public Renderings(Store store, IssueFiles files) {
    this(store, files, MailLook.OURS);
  }

  public Renderings(Store store, IssueFiles files, MailLook look) {
    this.store = store;
    this.files = files;
    this.faults = new DigestFaults(store, files);
    this.look = look;
  }

  /** The issue in that format, or empty where none was made for the week. */
  public Optional<Rendering> render(Week week, Format format) {
    return store.issues().find(week).filter(Issues.Stored::made).map(made -> render(made, format));
  }

  /**
   * What keeps an issue from its readers, all at once.
   *
   * @param faults why a form cannot be made
   * @param unfit what must not be published
   * @param mail as it would be; empty where there is no digest
   */
  public record Obstacles(List<Fault> faults, List<Fault> unfit, String mail) {
    public Obstacles {
      faults = List.copyOf(faults);
      unfit = List.copyOf(unfit);
    }
  }

  /** Looked for without an end at the first, so that nobody has to look twice. */
  public Obstacles obstacles(Week week, String digest) {
    Issues.Stored made = store.issues().find(week).filter(Issues.Stored::made).orElseThrow();
    Approved approved = Approval.of(digest);
    List<Fault> faults = new ArrayList<>(this.faults.placed(made, digest, approved));
    OwnTemplate template = OwnTemplate.of(look);
    if (template.fault() != null) {
      faults.add(new Fault(0, template.fault()));
    }
    // What a form lacks is often for what was found above.
    Stream.of(Format.json, Format.html)
        .filter(format -> faults.isEmpty())
        .flatMap(format -> render(week, format).stream())
        .filter(Rendering.Refused.class::isInstance)
        .flatMap(refused -> ((Rendering.Refused) refused).faults().stream())
        .forEach(fault -> faults.add(new Fault(0, fault)));
    return new Obstacles(
        faults,
        Contents.isBlank(digest) ? List.of() : DigestFaults.unfit(approved),
        template.fault() == null ? html(FrozenIssue.of(made), approved, template) : "");
  }

  /** What must not be published, one sentence each. */
  public List<String> lint(Week week) {
    return store
        .issues()
        .find(week)
        .flatMap(made -> files.readDigest(week).map(digest -> faults.findings(made, digest)))
        .orElse(List.of());
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
      return new FeedRendering(store, files, faults).of(made.week());
    }
    Optional<String> there = files.readDigest(made.week());
    if (there.isEmpty()) {
      return new Rendering.Refused(List.of(faults.gone(made.week())));
    }
    String digest = there.get();
    Approved approved = Approval.of(digest);
    List<String> wrong = faults.in(made, digest, approved);
    if (!wrong.isEmpty()) {
      return new Rendering.Refused(wrong);
    }
    OwnTemplate template = format == Format.html ? OwnTemplate.of(look) : OwnTemplate.NONE;
    if (template.fault() != null) {
      return new Rendering.Refused(List.of(template.fault()));
    }
    Recount recount = DigestBody.recount(withLines(made, approved, format));
    String text = text(made, approved, format, template);
    String lost =
        switch (format) {
          case md -> recount.inMarkdown(text);
          case html -> recount.inHtml(text);
          case archive -> recount.inPage("archive", ArchivedIssues.withoutPictures(text));
          case txt -> recount.inText(text);
          case rich -> recount.inPage("rich", text);
          case slack, discord, telegram, mastodon, bluesky ->
              recount.inPosts(format.name(), shown(format, text));
          case json -> recount.inJson(text);
          case atom -> null;
        };
    return lost == null
        ? new Rendering.Rendered(
            text, digest, DigestFaults.lint(digest), StaleMentions.in(made, digest, approved))
        : new Rendering.Refused(List.of(lost));
  }

  /** What stands in a form: in those that are read whole, also where readers tell what is wrong. */
  private static Approved withLines(Issues.Stored made, Approved approved, Format format) {
    return switch (format) {
      case md, html, txt, rich, archive ->
          CorrectionLines.in(approved, made.week(), FrozenIssue.of(made).labels());
      case json, atom, slack, discord, telegram, mastodon, bluesky -> approved;
    };
  }

  private String text(Issues.Stored made, Approved approved, Format format, OwnTemplate template) {
    String shown = withLines(made, approved, format).markdown();
    return switch (format) {
      case md, atom -> OutgoingMarkdown.of(shown);
      case html -> html(FrozenIssue.of(made), approved, template);
      case txt -> new PlainText().render(shown);
      case rich -> new RichHtml().render(shown);
      case slack, discord, telegram, mastodon, bluesky ->
          Posts.joined(posts(FrozenIssue.of(made), approved, format));
      case json -> json(made, approved);
      case archive -> new ArchivedIssues(store, files, faults).page(made, approved);
    };
  }

  private String html(Issue issue, Approved approved, OwnTemplate template) {
    String markdown = CorrectionLines.in(approved, issue.week(), issue.labels()).markdown();
    return new HtmlMail(issue.labels().locale(), look, template.text())
        .render(markdown, issue.title());
  }

  private static List<String> posts(Issue issue, Approved approved, Format format) {
    return Posts.of(
        Objects.requireNonNull(format.network()),
        approved.markdown(),
        issue.labels().of(Label.ALSO_SEEN));
  }

  /** What readers of the posts see, post after post. */
  private static String shown(Format format, String text) {
    Network network = Objects.requireNonNull(format.network());
    return Posts.parts(text).stream()
        .map(post -> network.shown(post.replaceFirst("\n\\d+/\\d+$", "")))
        .collect(Collectors.joining("\n"));
  }

  private String json(Issues.Stored made, Approved approved) {
    Issue issue = FrozenIssue.of(made);
    Approved base = Approval.of(Objects.requireNonNull(made.generated()));
    Issue edited = EditedIssue.of(issue, base, approved, Taken.of(made.week(), store));
    String json =
        edited.equals(issue) ? Objects.requireNonNull(made.json()) : new IssueJson().write(edited);
    return Escapes.json(Invisible.removed(json));
  }
}
