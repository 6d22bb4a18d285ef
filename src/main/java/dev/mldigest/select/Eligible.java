package dev.mldigest.select;

import dev.mldigest.domain.Baseline;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.select.filter.BetterTitle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which candidates an issue may choose from, by their dates and by what was decided before. */
public final class Eligible {
  /** How long before the window an entry may be dated that no issue could decide on in time. */
  public static final Duration LATE = Duration.ofDays(7);

  private Eligible() {}

  /** The candidates that are of the window or came late; all others are decided here. */
  static List<Candidate> of(
      List<Candidate> candidates,
      Window window,
      boolean firstIssue,
      PastIssues past,
      Decisions decided) {
    List<Candidate> eligible = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String old = tooOld(candidate, window, firstIssue, past.decided());
      if (old == null) {
        eligible.add(BetterTitle.of(candidate));
      } else {
        decided.set(candidate, Reason.TOO_OLD, old, null, 0);
      }
    }
    return eligible;
  }

  private static @Nullable String tooOld(
      Candidate candidate, Window window, boolean firstIssue, Set<String> decided) {
    Instant date = candidate.entry().date();
    if (decided.contains(candidate.id())) {
      return "Decided on in an earlier issue.";
    }
    if (date.equals(Baseline.DATE)) {
      return "There without a date when its source was first read: not news.";
    }
    if (isOldByItsPage(candidate, window)) {
      return "Its source states no date, and its page is from "
          + LocalDate.ofInstant(candidate.published(), ZoneOffset.UTC)
          + ".";
    }
    if (date.isAfter(window.from())) {
      return null;
    }
    if (firstIssue) {
      return "From before the window of this first issue.";
    }
    return date.isAfter(window.from().minus(LATE))
        ? null
        : "From more than 7 days before the window.";
  }

  /** What has no date counts from when it was first seen: then its page knows better. */
  private static boolean isOldByItsPage(Candidate candidate, Window window) {
    boolean undated = candidate.entry().date().equals(candidate.entry().firstSeen());
    return undated && candidate.published().isBefore(window.from().minus(LATE));
  }
}
