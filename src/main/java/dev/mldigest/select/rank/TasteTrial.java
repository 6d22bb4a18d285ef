package dev.mldigest.select.rank;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.PastIssues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Walks through past issues as they came: ranks each with what the issues before it teach, and
 * plainly, and counts how many of its picks stand among the first. Of how many sources told a story
 * the past keeps nothing, so that part of a score is left out of both.
 */
final class TasteTrial {
  /** The newest issues are looked at; each costs one learning. */
  private static final int MOST_ISSUES = 8;

  private final FeatureSpace space;
  private final Profile profile;
  private final int slots;

  TasteTrial(FeatureSpace space, Profile profile, int slots) {
    this.space = space;
    this.profile = profile;
    this.slots = slots;
  }

  /**
   * @param items what earlier issues picked and passed over
   * @param contenders the same, in the same order
   */
  TasteRecord over(List<PastIssues.Past> items, List<Contender> contenders) {
    NavigableMap<Week, List<Integer>> weeks = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      weeks.computeIfAbsent(items.get(i).week(), week -> new ArrayList<>()).add(i);
    }
    List<TasteRecord.Judged> judged = new ArrayList<>();
    for (Map.Entry<Week, List<Integer>> issue : weeks.descendingMap().entrySet()) {
      List<Integer> places = issue.getValue();
      LocalDate day = contenders.get(places.getFirst()).week();
      List<Contender> before =
          contenders.stream().filter(contender -> contender.week().isBefore(day)).toList();
      long picks = places.stream().filter(place -> items.get(place).picked()).count();
      if (picks == 0 || picks == places.size() || !Contender.areEnough(before)) {
        continue;
      }
      judged.add(
          judge(
              issue.getKey(),
              places.stream().map(items::get).toList(),
              LearnedRanker.learn(space, before, day)
                  .score(day, places.stream().map(contenders::get).toList())));
      if (judged.size() == MOST_ISSUES) {
        break;
      }
    }
    return new TasteRecord(true, slots, judged.reversed());
  }

  private TasteRecord.Judged judge(
      Week week, List<PastIssues.Past> items, List<LearnedRanker.Scored> scored) {
    List<Profile.Fit> fits = profile.fits(items.stream().map(Contender::piece).toList());
    double[] scores = scored.stream().mapToDouble(LearnedRanker.Scored::score).toArray();
    double[] taste = Spread.of(scores).standardised(scores);
    double[] plain = new double[items.size()];
    double[] tasted = new double[items.size()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = fits.get(i).value() + Profile.trust(items.get(i).weight());
      tasted[i] = plain[i] + taste[i];
    }
    int picks = (int) items.stream().filter(PastIssues.Past::picked).count();
    return new TasteRecord.Judged(
        week, picks, items.size(), recall(items, tasted, picks), recall(items, plain, picks));
  }

  private TasteRecord.Recall recall(List<PastIssues.Past> items, double[] scores, int picks) {
    List<PastIssues.Past> ranked =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -scores[i])
                    .thenComparing(i -> items.get(i).entryId()))
            .map(items::get)
            .toList();
    return new TasteRecord.Recall(
        (double) found(ranked, slots) / picks, (double) found(ranked, TasteRecord.DEEP) / picks);
  }

  private static long found(List<PastIssues.Past> ranked, int most) {
    return ranked.stream().limit(most).filter(PastIssues.Past::picked).count();
  }
}
