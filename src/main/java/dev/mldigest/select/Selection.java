package dev.mldigest.select;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.issue.Archived;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Shortlist;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.filter.Filters;
import dev.mldigest.select.filter.Rules;
import dev.mldigest.select.rank.NearestPicks;
import dev.mldigest.select.rank.Ranker;
import dev.mldigest.select.rank.Taste;
import dev.mldigest.select.slot.Evergreens;
import dev.mldigest.select.slot.Grounds;
import dev.mldigest.select.slot.Importance;
import dev.mldigest.select.slot.Refiling;
import dev.mldigest.select.slot.RunnersUp;
import dev.mldigest.select.slot.Shortfalls;
import dev.mldigest.select.slot.SlotFiller;
import dev.mldigest.select.story.Covered;
import dev.mldigest.select.story.Reports;
import dev.mldigest.select.story.Stories;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the issue: groups the week into stories, leaves out what is old, unreadable, covered or
 * not for this audience, ranks the rest and fills the slots. Every candidate gets exactly one
 * decision with its reason. The same input gives the same shortlist, in whatever order it comes.
 */
public final class Selection {
  private static final Comparator<Ranker.Scored> BEST_FIRST =
      Comparator.comparingDouble((Ranker.Scored story) -> -story.score())
          .thenComparing(story -> story.story().id());

  /** Learned features that are named in an explanation. */
  private static final int MOST_FEATURES = 8;

  private final Settings.Audience audience;
  private final Ranker ranker;
  private final Slots slots;
  private final Filters filters;
  private final Stories stories;

  /** A selection by words alone. */
  public Selection(Settings.Audience audience, Slots slots, String language) {
    this(audience, slots, language, Embeddings.NONE);
  }

  /**
   * @param language tag of the digest's language
   * @param embeddings what texts mean, where that is known
   */
  public Selection(
      Settings.Audience audience, Slots slots, String language, Embeddings embeddings) {
    this.audience = audience;
    this.ranker = new Ranker(audience, embeddings);
    this.slots = slots;
    this.filters = new Filters(audience, language);
    this.stories = new Stories(embeddings);
  }

  /**
   * @param unread by entry id: what became of reading the articles that are not there
   * @param firstIssue true if there was none before: nothing older than the window is late then
   */
  Shortlist choose(
      List<Candidate> candidates,
      Map<String, ExtractOutcome> unread,
      Window window,
      boolean firstIssue,
      PastIssues past) {
    return choose(
        candidates, unread, window, firstIssue, past, List.of(), taste(past), Panel.empty());
  }

  /** What past issues teach: to be asked once for an issue. */
  public Taste taste(PastIssues past) {
    return Taste.of(past, audience, slots);
  }

  /**
   * @param archive runners-up of earlier issues; those that fill an evergreen slot have no decision
   *     here, as they have one already
   * @param taste learned from the past
   * @param panel whom to ask where that is allowed
   */
  public Shortlist choose(
      List<Candidate> candidates,
      Map<String, ExtractOutcome> unread,
      Window window,
      boolean firstIssue,
      PastIssues past,
      List<Archived> archive,
      Taste taste,
      Panel panel) {
    Decisions decided = new Decisions();
    List<Candidate> eligible = Eligible.of(candidates, window, firstIssue, past, decided);
    Covered covered = new Covered(past);
    Stories.Grouping grouping = stories.group(eligible, panel.stories());
    decided.judged(grouping.judged());
    grouping.roundUps().forEach((one, why) -> decided.set(one, Reason.ROUND_UP, why, null, 0));
    Refiling refiling = Refiling.of(past, slots);
    List<Story> open =
        screened(grouping.stories(), unread, covered, decided).stream()
            .map(refiling::filed)
            .toList();
    Evergreens evergreens = new Evergreens(archive, slots.evergreen());
    List<Story> old = evergreens.stories(candidates, story -> isOpen(story, covered));
    List<Ranker.Scored> all =
        new ArrayList<>(ranker.score(Stream.of(open, old).flatMap(List::stream).toList(), taste));
    all.sort(BEST_FIRST);
    List<Ranker.Scored> ranked =
        panel.inOrder(all.stream().filter(story -> !evergreens.has(story.story())).toList());
    Iterator<Ranker.Scored> next = ranked.iterator();
    all.replaceAll(story -> evergreens.has(story.story()) ? story : next.next());
    SlotFiller filled = SlotFiller.fill(slots, ranked, Set.of());
    if (!old.isEmpty()) {
      filled = SlotFiller.fill(slots, evergreens.worthy(all, filled.picks()), evergreens.ids());
    }
    List<Ranker.Scored> picks = inReadingOrder(filled.picks());
    Set<Ranker.Scored> taken = new HashSet<>(picks);
    List<Ranker.Scored> rest = ranked.stream().filter(story -> !taken.contains(story)).toList();
    List<Ranker.Scored> bench = RunnersUp.bench(slots, rest);
    Grounds grounds = new Grounds(covered, evergreens, grouping.judged(), filled.spilled());
    Map<String, Explanation> explained = explained(picks, bench, taste, past, Importance.of(all));
    picks.stream()
        .filter(story -> !evergreens.has(story.story()))
        .forEach(story -> decided.story(story, Reason.PICKED, grounds.of(story), explained));
    Set<Ranker.Scored> benched = new HashSet<>(bench);
    int last = bench.isEmpty() ? 0 : rest.indexOf(bench.getLast());
    int place = ranked.size() - rest.size();
    for (Ranker.Scored story : rest) {
      boolean runnerUp = benched.contains(story);
      String at = ++place + " of " + ranked.size();
      decided.story(
          story,
          runnerUp ? Reason.BENCH : Reason.LOW_RANK,
          (runnerUp
                  ? runnerUp(at, filled.obstacle(story))
                  : lowRank(at, story, place - ranked.size() + rest.size() <= last + 1))
              + story.moveSentence(),
          explained);
    }
    List<Decision> decisions = decided.inOrder(candidates);
    return new Shortlist(
        picks.stream().map(grounds::pick).toList(),
        bench.stream().map(grounds::pick).toList(),
        RunnersUp.alsoSeen(slots, picks, bench).stream().map(grounds::pick).toList(),
        Shortfalls.of(
            slots, picks.stream().map(SlotFiller::section).toList(), candidates, decisions),
        decisions);
  }

  private static String runnerUp(String place, String obstacle) {
    return "A runner-up: place " + place + "; " + obstacle + ".";
  }

  /**
   * @param passed true if others on the bench rank lower
   */
  private static String lowRank(String place, Ranker.Scored story, boolean passed) {
    if (story.unwanted()) {
      return "Closer to an unwanted example than to anything wanted.";
    }
    return passed
        ? "Place " + place + "; its section or its source has its share of the bench already."
        : "Place " + place + ", below the bench.";
  }

  /** The stories that may be ranked; all others are decided here. */
  private List<Story> screened(
      List<Story> stories, Map<String, ExtractOutcome> unread, Covered covered, Decisions decided) {
    List<Story> open = new ArrayList<>();
    for (Story story : stories) {
      if (!Reports.hasText(story.primary())) { // the primary is a readable one where there is any
        story.members().forEach(member -> decided.unread(member, unread.get(member.id()), story));
        continue;
      }
      PastIssues.Past before = covered.find(story);
      if (before != null) {
        String detail =
            "Covered in "
                + Grounds.when(before)
                + ": "
                + before.title()
                + " ("
                + before.source()
                + ").";
        story
            .members()
            .forEach(member -> decided.set(member, Reason.DUPLICATE, detail, story.id(), 0));
        continue;
      }
      Rules.Verdict verdict = verdict(story);
      if (verdict == null) {
        open.add(story);
      } else {
        decided.set(story.primary(), verdict.reason(), verdict.sentence(), story.id(), 0);
        decided.duplicates(story, 0);
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

  /**
   * @param picks best first
   */
  private List<Ranker.Scored> inReadingOrder(List<Ranker.Scored> picks) {
    List<String> sections = slots.sections().stream().map(SectionRule::id).toList();
    List<Ranker.Scored> ordered = new ArrayList<>(picks);
    ordered.sort(
        Comparator.comparingInt((Ranker.Scored s) -> sections.indexOf(SlotFiller.section(s))));
    return ordered;
  }

  /** True for a story that none of the rules leaves out. */
  private boolean isOpen(Story story, Covered covered) {
    return Reports.hasText(story.primary())
        && covered.find(story) == null
        && verdict(story) == null;
  }

  /** What made the scores of the picks and the runners-up, by story. */
  private static Map<String, Explanation> explained(
      List<Ranker.Scored> picks,
      List<Ranker.Scored> bench,
      Taste taste,
      PastIssues past,
      Importance importance) {
    List<Ranker.Scored> stories = Stream.of(picks, bench).flatMap(List::stream).toList();
    List<List<Explanation.Near>> near = NearestPicks.of(stories, past);
    Map<String, Explanation> explained = new HashMap<>();
    for (int i = 0; i < stories.size(); i++) {
      Ranker.Scored story = stories.get(i);
      explained.put(
          story.story().id(),
          new Explanation(
              story.waterfall(),
              taste.strongest(story.liking(), MOST_FEATURES),
              near.get(i),
              importance.of(story)));
    }
    return explained;
  }
}
