package dev.mldigest.pipeline.rendering;

import dev.mldigest.assemble.Prose;
import dev.mldigest.assemble.archive.ArchiveSite;
import dev.mldigest.assemble.archive.ArchivedIssue;
import dev.mldigest.assemble.archive.ArchivedIssue.Placed;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.desk.History;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Revisions;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The issues as the archive holds them: each as it was last approved, unless that was taken back,
 * else as it was published; what was neither is a draft.
 */
record ArchivedIssues(Store store, IssueFiles files, DigestFaults digestFaults) {
  /**
   * @param faults what keeps one from being shown, with its week
   */
  record Collected(List<ArchivedIssue> issues, List<String> faults) {}

  /** A text and since when it stands. */
  private record Version(String digest, Instant since) {}

  /**
   * @param drafts true where issues that nobody approved are shown, too
   */
  Collected all(boolean drafts) {
    List<ArchivedIssue> issues = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Map<Week, String> published = store.edits().published();
    for (Issues.Stored made : store.issues().made()) {
      Week week = made.week();
      Optional<Version> version =
          released(made, published.get(week)).or(() -> drafts ? standing(made) : Optional.empty());
      if (version.isPresent()) {
        Approved approved = Approval.of(version.get().digest());
        List<String> wrong = digestFaults.in(made, version.get().digest(), approved);
        wrong.forEach(fault -> faults.add(week + ": " + fault));
        issues.add(archived(made, approved, version.get().since()));
      }
    }
    return new Collected(issues, faults);
  }

  /** The page of an issue as it stands, between its neighbours in the site. */
  String page(Issues.Stored made, Approved approved) {
    List<ArchivedIssue> issues =
        all(false).issues().stream()
            .filter(issue -> !issue.week().equals(made.week()))
            .collect(Collectors.toCollection(ArrayList::new));
    issues.add(archived(made, approved, made.window().to()));
    return new ArchiveSite(issues, null).page(made.week());
  }

  /** The page without what stands for pictures: that is no word of an item's. */
  static String withoutPictures(String page) {
    return page.replaceAll("(?s)<(a|span) class=\"picture\"[^>]*>.*?</\\1>", "");
  }

  private Optional<Version> released(Issues.Stored made, @Nullable String published) {
    List<Revisions.Revision> revisions = store.revisions().of(made.week());
    History history =
        History.of(revisions.isEmpty() ? List.of() : Desks.events(made.week(), store));
    return revisions.reversed().stream()
        .filter(revision -> history.counts(revision.number()))
        .findFirst()
        .map(revision -> new Version(revision.digest(), revision.at()))
        .or(() ->
            Optional.ofNullable(published).map(text -> new Version(text, made.window().to())));
  }

  private Optional<Version> standing(Issues.Stored made) {
    return files.readDigest(made.week()).map(text -> new Version(text, made.window().to()));
  }

  /** The issue with that text. */
  private static ArchivedIssue archived(Issues.Stored made, Approved text, Instant since) {
    Issue issue = FrozenIssue.of(made);
    Approved approved = CorrectionLines.in(text, made.week(), issue.labels());
    Funnel told = issue.labels().coverage() ? issue.funnel() : null;
    return new ArchivedIssue(
        made.week(),
        issue.title(),
        since,
        approved.markdown(),
        items(approved),
        issue.labels(),
        told);
  }

  private static List<Placed> items(Approved approved) {
    List<Placed> items = new ArrayList<>();
    String section = "";
    int own = 0;
    for (Approved.Piece piece : approved.parts()) {
      switch (piece.kind()) {
        case SECTION -> section = piece.title();
        case ITEM -> {
          String id = piece.id() == null ? "own-" + ++own : piece.id();
          String text = String.join(" ", Prose.paragraphs(piece.markdown()));
          items.add(new Placed("item-" + id, section, piece.title(), text));
        }
        case FRONT_MATTER, PREAMBLE, SLOT -> {}
      }
    }
    return items;
  }
}
