package dev.mldigest.pipeline.rendering;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Lint;
import dev.mldigest.assemble.OpenElement;
import dev.mldigest.assemble.Prose;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.Contents;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.approval.Fault;
import dev.mldigest.review.approval.ShownLines;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What keeps a digest from being handed out, and what of it must not be published. */
record DigestFaults(Store store, IssueFiles files) {
  static final String NO_ITEM = "The digest holds no item.";

  /** The week that a digest says it is of (YAML 1.2, 7.3: in quotes or without). */
  private static final Pattern WEEK =
      Pattern.compile("(?m)^week:[ \\t]*[\"']?([0-9Ww-]+)[\"']?[ \\t]*(?:#.*)?$");

  /** What must not be published, one sentence each. */
  List<String> findings(Issues.Stored made, String digest) {
    List<String> findings = new ArrayList<>(notOfTheWeek(made, digest));
    findings.addAll(lint(digest));
    return findings;
  }

  /** The same of a text of digest.md. */
  static List<String> lint(String digest) {
    return unfit(Approval.of(digest)).stream().map(Fault::sentence).toList();
  }

  /** What of a digest must not be published, part by part, so that none hides another's. */
  static List<Fault> unfit(Approved approved) {
    Lint lint = new Lint();
    List<Fault> findings = new ArrayList<>();
    lint.ofEnvelope(approved.markdown()).stream()
        .map(one -> new Fault(approved.fieldLine(one.field()), one.sentence()))
        .forEach(findings::add);
    List<Approved.Piece> body = DigestBody.of(approved);
    String definitions = Prose.definitions(body.stream().map(Approved.Piece::markdown).toList());
    for (Approved.Piece piece : body) {
      ShownLines lines = ShownLines.of(piece.before().text(), piece.markdown());
      lint.found(piece.markdown() + "\n\n" + definitions, piece.place()).stream()
          .map(one -> new Fault(piece.line() + lines.before(one.line()), one.sentence()))
          .forEach(findings::add);
    }
    findings.addAll(approved.crowdedSlots());
    if (DigestMarkdown.body(approved.markdown())
        .lines()
        .noneMatch(line -> line.matches(" {0,3}###[ \\t].*"))) {
      findings.add(new Fault(0, NO_ITEM));
    }
    return findings;
  }

  /** Why it would show less than it holds, or another week; one sentence each. */
  List<String> in(Issues.Stored made, String digest, Approved approved) {
    return placed(made, digest, approved).stream().map(Fault::sentence).toList();
  }

  /** The same with the line of each. */
  List<Fault> placed(Issues.Stored made, String digest, Approved approved) {
    if (Contents.isBlank(digest)) {
      return List.of(
          new Fault(
              0,
              "digest.md is empty: 'digest run --week %1$s' writes it again as it last stood, and"
                      .formatted(made.week())
                  + " 'digest restore %1$s --list' shows earlier versions."
                      .formatted(made.week())));
    }
    List<Fault> faults = new ArrayList<>();
    notOfTheWeek(made, digest).forEach(one -> faults.add(new Fault(0, one)));
    faults.addAll(approved.found());
    for (Approved.Piece piece : DigestBody.of(approved)) {
      ShownLines lines = ShownLines.of(piece.before().text(), piece.markdown());
      for (OpenElement open : OpenElement.of(piece.markdown())) {
        faults.add(
            new Fault(
                piece.line() + lines.before(open.line()),
                "In "
                    + piece.place()
                    + " stands HTML that is not closed"
                    + (open.name().isEmpty() ? "" : ", '<" + open.name() + ">'")
                    + ": close it there, or put it in backticks."));
      }
    }
    return faults;
  }

  /** What the program wrote of it last is not what the editor reviewed. */
  String gone(Week week) {
    return "There is no "
        + files.digest(week)
        + ": put it back, or 'digest run --week "
        + week
        + "' writes it again as it last stood.";
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
}
