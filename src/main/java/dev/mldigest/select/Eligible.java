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
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which candidates an issue may choose from, by their dates and by what was decided before. */
public final class Eligible {
  /** How long before the window an entry may be dated that no issue could decide on in time. */
  public static final Duration LATE = Duration.ofDays(7);

  /**
   * A title that ends with a day says its own: of 23,886 that two newsletters linked 8 do, and were
   * linked within two weeks of it. Twice that is left to reports of what happened on that day.
   */
  private static final Pattern DAY = Pattern.compile("\\b(20\\d\\d-\\d\\d-\\d\\d)[)\\]]?\\s*$");

  private static final Duration STATED = Duration.ofDays(28);

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
      return "Its source states no date, and its page is from " + day(candidate.published()) + ".";
    }
    LocalDate stated = stated(candidate.title());
    if (stated != null && stated.isBefore(day(window.from().minus(STATED)))) {
      return "Its title is dated " + stated + ".";
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

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The day that a title ends with, or null. */
  private static @Nullable LocalDate stated(String title) {
    Matcher day = DAY.matcher(title);
    try {
      return day.find() ? LocalDate.parse(day.group(1)) : null;
    } catch (DateTimeParseException e) {
      return null; // a number of another kind
    }
  }

  /** What has no date counts from when it was first seen: then its page knows better. */
  private static boolean isOldByItsPage(Candidate candidate, Window window) {
    boolean undated = candidate.entry().date().equals(candidate.entry().firstSeen());
    return undated && candidate.published().isBefore(window.from().minus(LATE));
  }
}
