package dev.mldigest.pipeline.graphics;

import dev.mldigest.assemble.picture.SourceWeeks;
import dev.mldigest.assemble.picture.SourceWeeks.OneWeek;
import dev.mldigest.domain.PollRecord;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.store.Store;
import dev.mldigest.store.Tallies;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the sources did over the last weeks; a week is one in UTC. */
record SourceHealth(Store store, Map<String, String> titles) {
  /** Of every source that was asked or dated anything in the weeks up to and with that one. */
  List<SourceWeeks> until(Week last) {
    LocalDate end = monday(last).plusWeeks(1);
    LocalDate start = end.minusWeeks(Graphics.WEEKS);
    Window window = new Window(midnight(start).minusSeconds(1), midnight(end).minusSeconds(1));
    Map<String, Map<Week, Integer>> entries = entries(window);
    Map<String, Map<Week, Boolean>> read = read(window);
    Set<String> known =
        store.sources().polls().stream()
            .map(PollRecord::sourceId)
            .collect(Collectors.toCollection(TreeSet::new));
    known.addAll(entries.keySet());
    known.addAll(read.keySet());
    List<Week> weeks = start.datesUntil(end, Period.ofWeeks(1)).map(SourceHealth::week).toList();
    return known.stream()
        .filter(source -> titles.isEmpty() || titles.containsKey(source))
        .map(source ->
            new SourceWeeks(
                titles.getOrDefault(source, source),
                weeks(
                    weeks,
                    entries.getOrDefault(source, Map.of()),
                    read.getOrDefault(source, Map.of()))))
        .toList();
  }

  private static List<OneWeek> weeks(
      List<Week> weeks, Map<Week, Integer> entries, Map<Week, Boolean> read) {
    List<OneWeek> all = new ArrayList<>();
    for (Week week : weeks) {
      boolean failed = !read.getOrDefault(week, true);
      all.add(new OneWeek(week, entries.getOrDefault(week, 0), failed));
    }
    return all;
  }

  private Map<String, Map<Week, Integer>> entries(Window window) {
    Map<String, Map<Week, Integer>> bySource = new HashMap<>();
    for (Tallies.Entries day : store.tallies().entries(window)) {
      bySource
          .computeIfAbsent(day.source(), source -> new HashMap<>())
          .merge(week(day.day()), day.entries(), Integer::sum);
    }
    return bySource;
  }

  /** By week whether it could be read once; nothing where it was not asked. */
  private Map<String, Map<Week, Boolean>> read(Window window) {
    Map<String, Map<Week, Boolean>> bySource = new HashMap<>();
    for (Tallies.Polls day : store.tallies().polls(window)) {
      bySource
          .computeIfAbsent(day.source(), source -> new HashMap<>())
          .merge(week(day.day()), day.ending().isWell(), Boolean::logicalOr);
    }
    return bySource;
  }

  private static Week week(LocalDate day) {
    return new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** The fourth of January is always in the first week (ISO 8601). */
  private static LocalDate monday(Week week) {
    return LocalDate.of(week.year(), 1, 4).with(DayOfWeek.MONDAY).plusWeeks(week.number() - 1L);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
