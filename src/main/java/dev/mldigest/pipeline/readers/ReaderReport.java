package dev.mldigest.pipeline.readers;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.readers.Readership;
import dev.mldigest.domain.readers.Totals;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What readers did with the last issues, and what is usual of each target.
 *
 * @param issues newest first, by target within a week
 */
public record ReaderReport(List<IssueReading> issues, List<Usual> usual) {
  /** A year: habits of readers of before say little. */
  private static final int HISTORY = 52;

  public ReaderReport {
    issues = List.copyOf(issues);
    usual = List.copyOf(usual);
  }

  /**
   * What is usual of a target, in parts of the mails that were sent.
   *
   * @param opens null where fewer than two issues tell, as the others are
   */
  public record Usual(
      String target, @Nullable Spread opens, @Nullable Spread clicks, @Nullable Spread left) {}

  /**
   * A mean of so many issues and between what it lies: single weeks differ by as much as twofold.
   */
  public record Spread(int issues, double mean, double low, double high) {}

  /**
   * @param most issues of each target that are shown
   * @param wanted shown also where it is older; null for none
   */
  public static ReaderReport of(Store store, IssueFiles files, int most, @Nullable Week wanted) {
    Map<String, List<IssueReading.Matched>> targets = new LinkedHashMap<>();
    for (Readership readership : store.readers().all()) {
      List<IssueReading.Matched> known =
          targets.computeIfAbsent(readership.target(), target -> new ArrayList<>());
      Optional<SentIssue> issue = SentIssue.of(readership.week(), store, files);
      if (known.size() < HISTORY && issue.isPresent()) {
        known.add(IssueReading.Matched.of(readership, issue.get()));
      }
    }
    List<IssueReading> issues = new ArrayList<>();
    List<Usual> usual = new ArrayList<>();
    targets.forEach((target, known) -> {
      List<IssueReading.Matched> shown = new ArrayList<>(known.stream().limit(most).toList());
      known.stream()
          .skip(most)
          .filter(one -> one.readership().week().equals(wanted))
          .forEach(shown::add);
      shown.stream().map(one -> one.against(prior(one, known))).forEach(issues::add);
      usual.add(usual(target, known.stream().limit(most).toList()));
    });
    issues.sort((one, other) -> other.readership().week().compareTo(one.readership().week()));
    return new ReaderReport(issues, usual);
  }

  /** An issue does not say itself what is expected of it. */
  private static PlacePrior prior(IssueReading.Matched issue, List<IssueReading.Matched> history) {
    return PlacePrior.fitted(
        history.stream()
            .filter(other -> !other.readership().week().equals(issue.readership().week()))
            .map(IssueReading.Matched::nets)
            .filter(nets -> !nets.isEmpty())
            .toList());
  }

  private static Usual usual(String target, List<IssueReading.Matched> known) {
    List<Readership> readerships = known.stream().map(IssueReading.Matched::readership).toList();
    return new Usual(
        target,
        spread(readerships, Totals::opens),
        spread(readerships, Totals::clicks),
        spread(readerships, Totals::unsubscribes));
  }

  private static @Nullable Spread spread(
      List<Readership> known, Function<Totals, @Nullable Long> part) {
    List<Double> rates = new ArrayList<>();
    for (Readership one : known) {
      Double rate = rate(one, part);
      if (rate != null) {
        rates.add(rate);
      }
    }
    if (rates.size() < 2) {
      return null;
    }
    var all = rates.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return new Spread(rates.size(), all.getAverage(), all.getMin(), all.getMax());
  }

  /** In relation to what was sent; null where one is not told, or cannot count its readers. */
  public static @Nullable Double rate(
      Readership readership, Function<Totals, @Nullable Long> part) {
    Long sent = readership.counts().totals().recipients();
    Long count = part.apply(readership.counts().totals());
    boolean readers = readership.counts().totalled() == Readership.Measure.READERS;
    return sent == null || sent == 0 || count == null || !readers || count > sent
        ? null
        : (Double) (count / (double) sent);
  }
}
