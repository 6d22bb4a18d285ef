package dev.mldigest.select;

import dev.mldigest.domain.Baseline;
import dev.mldigest.domain.Candidate;
import dev.mldigest.domain.Decision;
import dev.mldigest.domain.ExtractOutcome;
import dev.mldigest.domain.PastIssues;
import dev.mldigest.domain.Pick;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Shortlist;
import dev.mldigest.domain.Story;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the issue: groups the week into stories, leaves out what is old, unreadable, covered or
 * not for this audience, ranks the rest and fills the slots. Every candidate gets exactly one
 * decision with its reason. The same input gives the same shortlist, in whatever order it comes.
 */
public final class Selection {
  /** How long before the window an entry may be dated that no issue could decide on in time. */
  public static final Duration LATE = Duration.ofDays(7);

  private static final Comparator<Ranker.Scored> BEST_FIRST =
      Comparator.comparingDouble((Ranker.Scored story) -> -story.score())
          .thenComparing(story -> story.story().id());

  private final Ranker ranker;
  private final Settings.Slots slots;
  private final Filters filters;
  private final Stories stories = new Stories();

  /**
   * @param language tag of the digest's language
   */
  public Selection(Settings.Audience audience, Settings.Slots slots, String language) {
    this.ranker = new Ranker(audience);
    this.slots = slots;
    this.filters = new Filters(audience, language);
  }

  /**
   * @param unread by entry id: what became of reading the articles that are not there
   * @param firstIssue true if there was none before: nothing older than the window is late then
   */
  public Shortlist choose(
      List<Candidate> candidates,
      Map<String, ExtractOutcome> unread,
      Window window,
      boolean firstIssue,
      PastIssues past) {
    Ledger ledger = new Ledger();
    List<Candidate> eligible = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String old = tooOld(candidate, window, firstIssue, past.decided());
      if (old == null) {
        eligible.add(candidate);
      } else {
        ledger.set(candidate, Reason.TOO_OLD, old, null, 0);
      }
    }
    Covered covered = new Covered(past);
    List<Story> open = screened(stories.group(eligible), unread, covered, ledger);
    List<Ranker.Scored> ranked = new ArrayList<>(ranker.score(open, past));
    ranked.sort(BEST_FIRST);
    SlotFiller filled = SlotFiller.fill(slots, ranked, Set.of());
    List<Ranker.Scored> picks = inReadingOrder(filled.picks());
    Set<Ranker.Scored> taken = new HashSet<>(picks);
    List<Ranker.Scored> rest = ranked.stream().filter(story -> !taken.contains(story)).toList();
    List<Ranker.Scored> bench =
        rest.stream().filter(story -> !story.unwanted()).limit(slots.bench()).toList();
    picks.forEach(story -> ledger.story(story, Reason.PICKED, why(story, covered)));
    Set<Ranker.Scored> benched = new HashSet<>(bench);
    int place = picks.size();
    for (Ranker.Scored story : rest) {
      place++;
      boolean runnerUp = benched.contains(story);
      ledger.story(
          story,
          runnerUp ? Reason.BENCH : Reason.LOW_RANK,
          runnerUp
              ? "A runner-up: place "
                  + place
                  + " of "
                  + ranked.size()
                  + "; "
                  + filled.obstacle(story)
                  + "."
              : story.unwanted()
                  ? "Closer to an unwanted example than to anything wanted."
                  : "Place " + place + " of " + ranked.size() + ", below the bench.");
    }
    List<Decision> decisions = ledger.inOrder(candidates);
    return new Shortlist(
        picks.stream().map(story -> pick(story, covered)).toList(),
        bench.stream().map(story -> pick(story, covered)).toList(),
        Shortfalls.of(
            slots, picks.stream().map(SlotFiller::section).toList(), candidates, decisions),
        decisions);
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

  private static String when(PastIssues.Past before) {
    return before.week().equals(Week.of(Baseline.DATE, ZoneOffset.UTC))
        ? "a past newsletter without a date"
        : before.week().toString();
  }

  /** The stories that may be ranked; all others are decided here. */
  private List<Story> screened(
      List<Story> stories, Map<String, ExtractOutcome> unread, Covered covered, Ledger ledger) {
    List<Story> open = new ArrayList<>();
    for (Story story : stories) {
      if (!Stories.hasText(story.primary())) { // the primary is a readable one where there is any
        story.members().forEach(member -> ledger.unread(member, unread.get(member.id()), story));
        continue;
      }
      PastIssues.Past before = covered.find(story);
      if (before != null) {
        String detail =
            "Covered in " + when(before) + ": " + before.title() + " (" + before.source() + ").";
        story
            .members()
            .forEach(member -> ledger.set(member, Reason.DUPLICATE, detail, story.id(), 0));
        continue;
      }
      Rules.Verdict verdict = verdict(story);
      if (verdict == null) {
        open.add(story);
      } else {
        ledger.set(story.primary(), verdict.reason(), verdict.sentence(), story.id(), 0);
        ledger.duplicates(story, 0);
      }
    }
    return open;
  }

  private Rules.@Nullable Verdict verdict(Story story) {
    Rules.Verdict withdrawn = Rules.withdrawn(story);
    if (withdrawn != null) {
      return withdrawn;
    }
    Filters.Cut cut = filters.judge(story.primary());
    return cut == null ? null : new Rules.Verdict(cut.filter().reason(), cut.sentence());
  }

  private List<Ranker.Scored> inReadingOrder(List<Ranker.Scored> picks) {
    List<String> sections = slots.sections().stream().map(Settings.SectionRule::id).toList();
    List<Ranker.Scored> ordered = new ArrayList<>(picks);
    ordered.sort(
        Comparator.comparingInt((Ranker.Scored s) -> sections.indexOf(SlotFiller.section(s)))
            .thenComparing(BEST_FIRST));
    return ordered;
  }

  private static Pick pick(Ranker.Scored story, Covered covered) {
    String why = why(story, covered);
    return new Pick(story.story(), SlotFiller.section(story), story.score(), why);
  }

  /** What made it rank, and of what it is a follow-up. */
  private static String why(Ranker.Scored story, Covered covered) {
    PastIssues.Past before = covered.followedBy(story.story());
    return before == null
        ? story.why()
        : story.why() + " Follow-up to " + before.title() + " (" + when(before) + ").";
  }

  /** One decision per entry. */
  private static final class Ledger {
    private final Map<String, Decision> decisions = new HashMap<>();

    void set(
        Candidate candidate, Reason reason, String detail, @Nullable String story, double score) {
      decisions.put(candidate.id(), new Decision(candidate.id(), reason, detail, story, score));
    }

    void story(Ranker.Scored scored, Reason reason, String detail) {
      Story story = scored.story();
      set(story.primary(), reason, detail, story.id(), scored.score());
      duplicates(story, scored.score());
    }

    void duplicates(Story story, double score) {
      String detail =
          "Duplicate of "
              + story.primary().title()
              + " ("
              + story.primary().source().title()
              + ").";
      story.members().stream()
          .skip(1)
          .forEach(member -> set(member, Reason.DUPLICATE, detail, story.id(), score));
    }

    void unread(Candidate candidate, @Nullable ExtractOutcome outcome, Story story) {
      switch (outcome) {
        case null -> set(candidate, Reason.UNREADABLE, "It has no text to read.", story.id(), 0);
        case ExtractOutcome.Extracted extracted ->
            set(candidate, Reason.UNREADABLE, "Its article has no text.", story.id(), 0);
        case ExtractOutcome.Unreadable(var kind, var why) ->
            set(candidate, Reason.UNREADABLE, why, story.id(), 0);
        case ExtractOutcome.Missing(var why) -> set(candidate, Reason.FAILED, why, story.id(), 0);
      }
    }

    List<Decision> inOrder(List<Candidate> candidates) {
      return candidates.stream()
          .map(candidate -> Objects.requireNonNull(decisions.get(candidate.id())))
          .toList();
    }
  }
}
