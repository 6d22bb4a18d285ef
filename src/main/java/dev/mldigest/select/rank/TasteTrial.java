package dev.mldigest.select.rank;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.PastIssues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Walks through past issues as they came: ranks each with what the issues before it teach, and
 * plainly, and looks where its picks stand among what their section passed over, at each weight
 * that what was learned may have. Of how many sources told a story the past keeps nothing, so that
 * part of a score is left out of both.
 */
final class TasteTrial {
  /**
   * Picks after which older issues are not looked at: an error of the mean of about 0.03. With half
   * as many a taste that is there was seen by chance: at Last Week in AI in half the issues of
   * 2023.
   */
  private static final int ENOUGH = 120;

  /** Where issues pick little: a year's. */
  private static final int MOST_ISSUES = 52;

  /** Each costs a learning; where more issues are looked at, several share one from before them. */
  private static final int MOST_LEARNED = 6;

  /** Weights of what was learned beside the plain order, in its deviations. */
  private static final double[] WEIGHTS = {TasteRecord.MILD, 1, 3, 10};

  private final FeatureSpace space;
  private final PlainOrder plain;
  private final int slots;

  TasteTrial(FeatureSpace space, PlainOrder plain, int slots) {
    this.space = space;
    this.plain = plain;
    this.slots = slots;
  }

  /** A past issue as both orders see it: the learned one at deviation 1 in its sections. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Ranked(Week week, List<PastIssues.Past> items, double[] plain, double[] taste) {}

  /**
   * @param items what earlier issues picked and passed over
   * @param contenders the same, in the same order
   */
  TasteRecord over(List<PastIssues.Past> items, List<Contender> contenders) {
    NavigableMap<Week, List<Integer>> weeks = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      weeks.computeIfAbsent(items.get(i).week(), week -> new ArrayList<>()).add(i);
    }
    List<Week> tested = tested(weeks, items, contenders);
    int block = Math.max(1, (tested.size() + MOST_LEARNED - 1) / MOST_LEARNED);
    List<Ranked> issues = new ArrayList<>();
    for (int from = 0; from < tested.size(); from += block) {
      List<Week> together = tested.subList(from, Math.min(tested.size(), from + block));
      LocalDate day = day(together.getFirst());
      LearnedRanker learner = LearnedRanker.learn(space, before(contenders, day), day);
      for (Week week : together) {
        List<Integer> places = weeks.getOrDefault(week, List.of());
        issues.add(
            ranked(
                week,
                places.stream().map(items::get).toList(),
                learner.score(day(week), places.stream().map(contenders::get).toList())));
      }
    }
    return best(issues);
  }

  /** The newest issues that tell something and had enough before them, oldest first. */
  private static List<Week> tested(
      NavigableMap<Week, List<Integer>> weeks,
      List<PastIssues.Past> items,
      List<Contender> contenders) {
    List<Week> tested = new ArrayList<>();
    long seen = 0;
    for (Map.Entry<Week, List<Integer>> issue : weeks.descendingMap().entrySet()) {
      List<Integer> places = issue.getValue();
      long picks = places.stream().filter(place -> items.get(place).picked()).count();
      if (!Contender.areEnough(before(contenders, day(issue.getKey())))) {
        break;
      }
      if (picks > 0 && picks < places.size()) {
        tested.add(issue.getKey());
        seen += picks;
      }
      if (seen >= ENOUGH || tested.size() == MOST_ISSUES) {
        break;
      }
    }
    return tested.reversed();
  }

  private static LocalDate day(Week week) {
    return Contender.lastDay(week);
  }

  private static List<Contender> before(List<Contender> contenders, LocalDate day) {
    return contenders.stream().filter(contender -> contender.week().isBefore(day)).toList();
  }

  private Ranked ranked(Week week, List<PastIssues.Past> items, List<LearnedRanker.Scored> scored) {
    double[] plainly =
        plain.of(items.stream().map(Standing::of).toList()).stream()
            .mapToDouble(PlainOrder.Scored::score)
            .toArray();
    return new Ranked(week, items, plainly, Sections.of(scored).standardised());
  }

  /**
   * At the greatest weight that puts the picks as far up as any within its error: the editor's word
   * before ours.
   */
  private TasteRecord best(List<Ranked> issues) {
    double unit = issues.stream().mapToDouble(issue -> unit(issue.plain)).average().orElse(1);
    List<TasteRecord> records = new ArrayList<>();
    for (double weight : WEIGHTS) {
      List<TasteRecord.Judged> judged =
          issues.stream().map(issue -> judged(issue, weight * unit)).toList();
      records.add(new TasteRecord(true, weight, unit, slots, judged));
    }
    TasteRecord best = Collections.max(records, Comparator.comparingDouble(TasteRecord::lift));
    return records.stream()
        .filter(record -> record.lift() >= best.lift() - best.error())
        .filter(record -> record.isUsed() == best.isUsed())
        .reduce(best, (a, b) -> b.weight() > a.weight() ? b : a);
  }

  /** How far the plain order sets stories apart; 1 where it does not. */
  private static double unit(double[] plain) {
    double deviation = Spread.of(plain).deviation();
    return deviation == 0 ? 1 : deviation;
  }

  private TasteRecord.Judged judged(Ranked issue, double worth) {
    double[] tasted = new double[issue.plain.length];
    for (int i = 0; i < tasted.length; i++) {
      tasted[i] = issue.plain[i] + worth * issue.taste[i];
    }
    int picks = (int) issue.items.stream().filter(PastIssues.Past::picked).count();
    return new TasteRecord.Judged(
        issue.week,
        picks,
        issue.items.size(),
        recall(issue.items, tasted, picks),
        recall(issue.items, issue.plain, picks),
        lifts(issue.items, tasted, issue.plain));
  }

  /** By how much further up each pick stands among those its section passed over. */
  private static List<Double> lifts(List<PastIssues.Past> items, double[] tasted, double[] plain) {
    List<Double> lifts = new ArrayList<>();
    for (int pick = 0; pick < items.size(); pick++) {
      if (!items.get(pick).picked()) {
        continue;
      }
      double won = 0;
      int others = 0;
      for (int other = 0; other < items.size(); other++) {
        if (!items.get(other).picked()
            && items.get(other).section().equals(items.get(pick).section())) {
          won +=
              Math.signum(tasted[pick] - tasted[other]) - Math.signum(plain[pick] - plain[other]);
          others++;
        }
      }
      if (others > 0) {
        lifts.add(won / 2 / others);
      }
    }
    return lifts;
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
