package dev.mldigest.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.spending.ModelUse;
import dev.mldigest.pipeline.Run;
import dev.mldigest.pipeline.RunReport;
import dev.mldigest.pipeline.filing.FiledIssue;
import dev.mldigest.pipeline.harvest.SourceReport;
import dev.mldigest.pipeline.issue.IssueOutcome;
import dev.mldigest.pipeline.issue.IssueOutcome.Model;
import dev.mldigest.review.Edit;
import dev.mldigest.select.rank.TasteRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says how a run ended: where the digest is on standard output, the rest on standard error, and the
 * exit code.
 */
final class RunOutput {
  /** More failed sources than this share make an issue incomplete. */
  private static final double TOLERATED_FAILURES = 0.5;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private List<String> troubles = List.of();
  private List<String> notices = List.of();

  RunOutput(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  int print(Run.Result result) {
    return switch (result) {
      case Run.Result.Busy busy -> {
        err.println(
            "digest: another run is at work in this output folder; run again when it has ended.");
        if (json) {
          out.println(
              JsonLines.object().put("outcome", "busy").put("exitCode", ExitCode.UNREACHABLE));
        }
        yield ExitCode.UNREACHABLE;
      }
      case Run.Result.NothingReached(RunReport report) -> {
        err.println(
            "digest: none of the "
                + report.harvested().size()
                + " sources could be reached, so no digest was written: check the network"
                + " ('digest doctor' says more); './digest demo' works without one.");
        yield end(report, "nothing reached", null, List.of(), ExitCode.UNREACHABLE);
      }
      case Run.Result.Done(IssueOutcome outcome, RunReport report) -> done(outcome, report);
    };
  }

  private int done(IssueOutcome outcome, RunReport report) {
    return switch (outcome) {
      case IssueOutcome.Made(FiledIssue filed, Path digest, Model model, TasteRecord taste) -> {
        tell(filed, model, report);
        if (taste.learned() && !taste.isUsed()) {
          err.println(taste.sentence());
        }
        path(digest);
        troubles = model.troubles();
        notices = filed.notices();
        yield end(
            report, "made", digest, filed.merged().edits(), madeCode(report, model, filed.issue()));
      }
      case IssueOutcome.AlreadyMade(Path digest, List<String> found) -> {
        notices = found;
        notices.forEach(notice -> err.println(Terminal.plain(notice)));
        err.println(
            "The issue "
                + report.week()
                + " was made before; --redo makes it again and keeps your edits.");
        path(digest);
        yield end(report, "made before", digest, List.of(), ExitCode.OK);
      }
      case IssueOutcome.NothingNew nothing -> {
        err.println(
            "Nothing new was published since "
                + report.window().from()
                + "; no digest was written.");
        yield end(report, "nothing new", null, List.of(), ExitCode.NOTHING_NEW);
      }
      case IssueOutcome.Unfit(List<String> findings) -> {
        err.println("digest: the digest was not written, because it would have held unfit text:");
        findings.forEach(finding -> err.println("  " + finding));
        yield end(report, "unfit", null, List.of(), ExitCode.GATE_FAILED);
      }
    };
  }

  private static int madeCode(RunReport report, Model model, Issue issue) {
    if (model.budgetReached()) {
      return ExitCode.BUDGET_REACHED;
    }
    if (report.hasGaps(TOLERATED_FAILURES)) {
      return ExitCode.MADE_WITH_GAPS;
    }
    boolean unused = issue.writers().isEmpty() && !issue.items().isEmpty();
    return issue.gaps().model() != null && unused ? ExitCode.WITHOUT_MODEL : ExitCode.OK;
  }

  private void tell(FiledIssue filed, Model model, RunReport report) {
    Issue issue = filed.issue();
    Funnel funnel = issue.funnel();
    err.println(
        issue.week()
            + ": "
            + funnel.harvested()
            + " harvested, "
            + funnel.unique()
            + " unique, "
            + funnel.ranked()
            + " ranked, "
            + funnel.picked()
            + " picked.");
    if (!report.failed().isEmpty()) {
      err.println(
          report.failed().size()
              + " of "
              + report.harvested().size()
              + " sources failed or were cut short; the front matter of the digest names them.");
    }
    report.sources().stream()
        .filter(source -> source.archive() && !source.healthy())
        .map(source ->
            "The archive '"
                + source.source()
                + "' was not read whole, so what it holds may be repeated ("
                + source.outcome()
                + ").")
        .forEach(err::println);
    issue.gaps().shortfalls().forEach(err::println);
    filed.told().forEach(sentence -> err.println(Terminal.plain(sentence)));
    spent(report.model());
    used(issue);
    report.remarks().forEach(remark -> err.println(Terminal.plain(remark)));
    report.retrospect().forEach(told -> err.println(Terminal.plain(told)));
    report.judgements().forEach(err::println);
    if (!model.troubles().isEmpty()) {
      String what =
          issue.gaps().extractive() == 0
              ? "Not everything that the model was asked for could be used: "
              : "The model gave nothing usable for "
                  + issue.gaps().extractive()
                  + " items, which are summarised offline: ";
      err.println(what + Terminal.plain(String.join(" ", model.troubles())));
    }
  }

  /** Calls are not yet summaries. */
  private void used(Issue issue) {
    if (issue.gaps().model() != null) {
      err.println(
          "Of "
              + issue.items().size()
              + " summaries "
              + issue.writers().size()
              + " were written by the model.");
    }
  }

  private void spent(ModelUse use) {
    if (use.attempts() > 0) {
      String cost =
          use.costMicros() == null || use.currency() == null
              ? ""
              : String.format(Locale.ROOT, ", %.4f %s", use.costMicros() / 1e6, use.currency());
      err.println(
          "The model was called "
              + use.attempts()
              + " times: "
              + use.answered()
              + " answers, "
              + use.inputTokens()
              + " tokens in and "
              + use.outputTokens()
              + " out"
              + (use.uncounted() == 0
                  ? ""
                  : " (and perhaps " + use.uncountedTokens() + " more in calls that were cut)")
              + cost
              + ".");
    }
  }

  private void path(Path digest) {
    if (!json) {
      out.println(digest);
    }
  }

  private int end(
      RunReport report, String outcome, @Nullable Path digest, List<Edit> edits, int code) {
    if (json) {
      ObjectNode node = JsonLines.object();
      node.put("week", report.week().toString());
      node.put("outcome", outcome);
      node.put("exitCode", code);
      node.put("digest", digest == null ? null : digest.toString());
      node.putObject("window")
          .put("from", JsonLines.date(report.window().from()))
          .put("to", JsonLines.date(report.window().to()));
      if (report.funnel() != null) {
        funnel(node.putObject("funnel"), report.funnel());
      }
      if (report.gaps() != null && !report.gaps().missed().isEmpty()) {
        missed(node.putArray("missed"), report.gaps());
      }
      node.put("newEntries", report.newEntries());
      node.put("pagesRead", report.pagesRead());
      node.put("editsKept", edits.size());
      node.set("model", JsonLines.MAPPER.valueToTree(report.model()));
      node.set("modelTroubles", JsonLines.MAPPER.valueToTree(troubles));
      if (!report.retrospect().isEmpty()) {
        node.set("retrospect", JsonLines.MAPPER.valueToTree(report.retrospect()));
      }
      if (!report.remarks().isEmpty()) {
        node.set("modelRemarks", JsonLines.MAPPER.valueToTree(report.remarks()));
      }
      if (!notices.isEmpty()) {
        node.set("notices", JsonLines.MAPPER.valueToTree(notices));
      }
      if (!report.judgements().isEmpty()) {
        node.set("judgements", JsonLines.MAPPER.valueToTree(report.judgements()));
      }
      ArrayNode sources = node.putArray("sources");
      for (SourceReport source : report.sources()) { // no addresses: they may hold keys
        sources
            .addObject()
            .put("source", source.source())
            .put("outcome", source.outcome())
            .put("detail", source.detail())
            .put("entries", source.entries());
      }
      out.println(JsonLines.text(node));
    }
    out.flush();
    err.flush();
    return code;
  }

  private static void missed(ArrayNode node, Issue.Gaps gaps) {
    gaps.missed()
        .forEach(missed ->
            node.addObject()
                .put("source", missed.title())
                .put("since", JsonLines.date(missed.since()))
                .put("until", JsonLines.date(missed.until())));
  }

  private static void funnel(ObjectNode node, Funnel funnel) {
    node.put("harvested", funnel.harvested())
        .put("unique", funnel.unique())
        .put("ranked", funnel.ranked())
        .put("picked", funnel.picked());
    ObjectNode reasons = node.putObject("reasons");
    funnel.reasons().forEach(count -> reasons.put(count.reason(), count.entries()));
  }
}
