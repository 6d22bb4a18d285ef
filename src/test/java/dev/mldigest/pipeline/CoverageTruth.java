package dev.mldigest.pipeline;

import dev.mldigest.domain.Gap;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.harvest.CoverageReport;
import dev.mldigest.pipeline.harvest.CoverageReport.Extent;
import dev.mldigest.pipeline.harvest.CoverageReport.Line;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds what {@code digest coverage} says against what the simulated sites published. "Complete" is
 * a lie where one item of the window is not stored, however good the reason; and so is a covered
 * span, whatever the word, that holds one outside its gaps.
 */
final class CoverageTruth {
  private static final Set<Extent> PROVEN = EnumSet.of(Extent.COMPLETE, Extent.CURRENT);

  private final Settings settings;
  private final List<SimulatedWeb.Site> sites;

  /** What was said to be covered and is not. */
  final List<String> lies = new ArrayList<>();

  /** By the moment of asking: what was said of windows of which nothing is missing. */
  private final Map<String, Map<Extent, Integer>> said = new TreeMap<>();

  /**
   * What was doubted although nothing is missing and, unlike in a gap that reaches over the
   * window's edge, nobody could have thought so.
   */
  final List<String> alarms = new ArrayList<>();

  CoverageTruth(Settings settings, List<SimulatedWeb.Site> sites) {
    this.settings = settings;
    this.sites = sites;
  }

  /**
   * @param when the moment of asking, for the tally
   */
  void check(String when, Store store, Window window, Instant now) {
    Set<String> stored = stored(store, now);
    List<Line> lines = new CoverageReport(settings, store).lines(window, now);
    for (int i = 0; i < lines.size(); i++) {
      weigh(when, lines.get(i), missing(sites.get(i), stored, window), window);
    }
  }

  private static Set<String> stored(Store store, Instant now) {
    return store.ledger().considered(Week.of(now, ZoneOffset.UTC), now).stream()
        .map(one -> String.valueOf(one.entry().feedEntry().guid()))
        .collect(Collectors.toSet());
  }

  private static List<Instant> missing(SimulatedWeb.Site site, Set<String> stored, Window window) {
    return IntStream.range(0, site.count(window.to()))
        .filter(k -> !stored.contains(site.id + "/" + k))
        .mapToObj(site::published)
        .filter(window::contains)
        .toList();
  }

  private void weigh(String when, Line line, List<Instant> missing, Window window) {
    List<Instant> denied =
        line.extent() == Extent.COMPLETE
            ? missing
            : missing.stream().filter(published -> isCovered(line, published)).toList();
    if (!denied.isEmpty()) {
      lies.add(when + ", " + window + ": " + line + " misses " + denied);
    }
    if (missing.isEmpty()) {
      said.computeIfAbsent(when, moment -> new EnumMap<>(Extent.class))
          .merge(line.extent(), 1, Integer::sum);
    }
    if (missing.isEmpty()
        && !PROVEN.contains(line.extent())
        && line.gaps().stream().noneMatch(gap -> isAcrossTheEdge(gap, window))) {
      alarms.add(when + ", " + window + ": " + line);
    }
  }

  private static boolean isAcrossTheEdge(Gap gap, Window window) {
    return gap.since().isBefore(window.from()) || gap.until().isAfter(window.to());
  }

  private static boolean isCovered(Line line, Instant published) {
    return line.from() != null
        && line.to() != null
        && new Window(line.from(), line.to()).contains(published)
        && line.gaps().stream()
            .noneMatch(gap -> !published.isBefore(gap.since()) && !published.isAfter(gap.until()));
  }

  /** What was said of windows of which nothing is missing. */
  String tally() {
    StringBuilder lines = new StringBuilder();
    said.forEach((when, extents) ->
        lines.append(
            String.format(
                Locale.ROOT,
                "%s: of %d source-weeks in which nothing is missing, %d complete: %s%n",
                when,
                extents.values().stream().mapToInt(Integer::intValue).sum(),
                extents.getOrDefault(Extent.COMPLETE, 0),
                extents)));
    return lines.toString();
  }
}
