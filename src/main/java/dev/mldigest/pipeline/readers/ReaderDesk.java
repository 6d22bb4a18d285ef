package dev.mldigest.pipeline.readers;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.publish.ReaderOutcome;
import dev.mldigest.publish.export.ExportOutcome;
import dev.mldigest.publish.service.ReaderServices;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.text.Texts;
import dev.mldigest.web.LinkNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks services, or takes from their exports, what readers did with published issues, and keeps it
 * in the place of what was known. Links are named after the issue's own before anything is kept, so
 * that nothing of who followed them is.
 */
public final class ReaderDesk {
  /** Counts grow for days; who asks every minute learns nothing and uses up the service's limit. */
  private static final Duration FRESH = Duration.ofHours(1);

  /** As our drafts are marked: {@code digest-2026-w47-…}. */
  private static final Pattern MARK = Pattern.compile("digest-(\\d{4})-w(\\d{2})-[0-9a-f]+");

  private final Settings settings;
  private final Store store;
  private final IssueFiles files;
  private final JsonHttp.Terms terms;
  private final Map<String, String> landings = new HashMap<>();

  public ReaderDesk(Settings settings, Store store, IssueFiles files, JsonHttp.Terms terms) {
    this.settings = settings;
    this.store = store;
    this.files = files;
    this.terms = terms;
  }

  /**
   * What came of asking.
   *
   * @param kept issues of which something was kept
   * @param notes one sentence each
   * @param failed whether something was not told that might have been
   * @param mayPass whether it is worth trying later, wherever that failed
   */
  public record Told(int kept, List<String> notes, boolean failed, boolean mayPass) {
    public Told {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Asks for the last issues.
   *
   * @param wanted asked for also where it is older; null for none
   * @param again also for what was told within the hour
   */
  public Told ask(int most, @Nullable Week wanted, boolean again) {
    Asking asking = new Asking();
    List<Week> made = store.issues().made().stream().map(Issues.Stored::week).toList();
    Set<Week> weeks = new LinkedHashSet<>(made.subList(0, Math.min(most, made.size())));
    if (wanted != null) {
      weeks.add(wanted);
    }
    for (PublishTarget target : settings.targets()) {
      Optional<String> none = ReaderServices.uncounted(target);
      if (none.isPresent()) {
        asking.notes.add(none.get());
      } else {
        ask(target, weeks, again, asking);
      }
    }
    return asking.told();
  }

  private static final class Asking {
    private final List<String> notes = new ArrayList<>();
    private int kept;
    private boolean failed;
    private boolean refused;

    Told told() {
      return new Told(kept, notes, failed, failed && !refused);
    }
  }

  private void ask(PublishTarget target, Set<Week> weeks, boolean again, Asking asking) {
    List<Readership> known = store.readers().all();
    ReaderServices services = new ReaderServices(settings.network(), terms);
    for (Week week : weeks) {
      List<Receipt> receipts =
          store.receipts().of(target.name(), week).reversed().stream()
              .filter(receipt -> !receipt.id().isEmpty())
              .toList();
      if (!receipts.isEmpty()
          && (again || !isFresh(known, target.name(), week))
          && !asked(services, target, week, receipts, asking)) {
        return; // the service is not to be asked now: neither for the others
      }
    }
  }

  private boolean isFresh(List<Readership> known, String target, Week week) {
    Instant since = terms.clock().instant().minus(FRESH);
    return known.stream()
        .anyMatch(one ->
            one.target().equals(target) && one.week().equals(week) && one.asked().isAfter(since));
  }

  /** Of several drafts of a week the one that was sent counts. False where asking is over. */
  private boolean asked(
      ReaderServices services,
      PublishTarget target,
      Week week,
      List<Receipt> receipts,
      Asking asking) {
    String where = target.name() + ", " + week + ": ";
    for (Receipt receipt : receipts) {
      switch (services.ask(target, receipt.id(), names(week)::of)) {
        case ReaderOutcome.Counted(Readership.Counts counts)
            when counts.totals().isAnything() || !counts.links().isEmpty() -> {
          keep(week, target.name(), joined(week, target.name(), counts));
          asking.kept++;
          return true;
        }
        case ReaderOutcome.Counted counted -> {
          continue;
        }
        case ReaderOutcome.Gone(String sentence) -> {
          continue;
        }
        case ReaderOutcome.None(String sentence) -> {
          asking.notes.add(sentence);
          return false;
        }
        case ReaderOutcome.NotKnown(String sentence, boolean mayPass, boolean ofAll) -> {
          asking.notes.add(where + sentence);
          asking.failed = true;
          asking.refused |= !mayPass;
          return !ofAll;
        }
      }
    }
    asking.notes.add(where + "it was not sent from there yet, or nothing is counted of it.");
    return true;
  }

  /**
   * Takes what an export holds of our issues; what fits several issues, or one several times, is
   * left alone.
   *
   * @param target under whose name it is kept; null for the target that made it, else the service
   * @param week whose issue it is where the export does not say so and holds one alone, or null
   */
  public Told take(ExportOutcome.Read export, @Nullable String target, @Nullable Week week) {
    Map<Place, List<ExportOutcome.Issue>> places = new LinkedHashMap<>();
    for (ExportOutcome.Issue issue : export.issues()) {
      place(issue, export, target, week)
          .ifPresent(place -> places.computeIfAbsent(place, one -> new ArrayList<>()).add(issue));
    }
    List<String> notes = new ArrayList<>();
    int kept = 0;
    for (Map.Entry<Place, List<ExportOutcome.Issue>> one : places.entrySet()) {
      Place place = one.getKey();
      if (one.getValue().size() == 1) {
        Readership.Counts counts = named(place.week(), one.getValue().getFirst().counts());
        keep(place.week(), place.target(), joined(place.week(), place.target(), counts));
        kept++;
      } else {
        notes.add(
            "%d in the file are of %s: none was taken."
                .formatted(one.getValue().size(), place.week()));
      }
    }
    int unknown = export.issues().size() - places.values().stream().mapToInt(List::size).sum();
    if (unknown > 0) {
      notes.add(
          "%d of %d in the file could be matched with no issue by identifier, slug or title%s."
              .formatted(
                  unknown,
                  export.issues().size(),
                  export.issues().size() == 1 ? ": name its week" : ""));
    }
    return new Told(kept, notes, kept == 0, false);
  }

  private record Place(Week week, String target) {}

  private Optional<Place> place(
      ExportOutcome.Issue issue,
      ExportOutcome.Read export,
      @Nullable String target,
      @Nullable Week named) {
    Optional<Receipt> receipt = receipt(issue, export, target);
    Optional<Week> week = receipt.map(Receipt::week).or(() -> byName(issue));
    if (week.isEmpty() && export.issues().size() == 1) {
      week = Optional.ofNullable(named);
    }
    String name = target != null ? target : receipt.map(Receipt::target).orElse(export.service());
    return week.filter(this::isMade).map(of -> new Place(of, name));
  }

  /** Identifiers are the service's own: another's may be the same number. */
  private Optional<Receipt> receipt(
      ExportOutcome.Issue issue, ExportOutcome.Read export, @Nullable String target) {
    return issue.id().isEmpty()
        ? Optional.empty()
        : store.receipts().withId(issue.id()).stream()
            .filter(one ->
                target != null
                    ? one.target().equals(target)
                    : settings
                        .target(one.target())
                        .filter(known -> known.kind().word().equals(export.service()))
                        .isPresent())
            .findFirst();
  }

  private boolean isMade(Week week) {
    return store.issues().find(week).filter(Issues.Stored::made).isPresent();
  }

  private Optional<Week> byName(ExportOutcome.Issue issue) {
    Matcher mark = MARK.matcher(issue.slug());
    if (mark.matches()) {
      String week = mark.group(1) + "-W" + mark.group(2);
      return Week.isWeek(week) ? Optional.of(Week.parse(week)) : Optional.empty();
    }
    String title = Texts.letters(issue.title());
    List<Week> fitting =
        title.isEmpty()
            ? List.of()
            : store.issues().made().stream()
                .map(Issues.Stored::week)
                .filter(week ->
                    SentIssue.of(week, store, files)
                        .filter(sent -> sent.names().contains(title))
                        .isPresent())
                .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private Readership.Counts joined(Week week, String target, Readership.Counts now) {
    return store.readers().all().stream()
        .filter(one -> one.week().equals(week) && one.target().equals(target))
        .map(known -> now.over(known.counts()))
        .findFirst()
        .orElse(now);
  }

  private LinkNames names(Week week) {
    if (landings.isEmpty()) {
      landings.putAll(store.linkChecks().landings());
    }
    return new LinkNames(
        SentIssue.of(week, store, files).map(SentIssue::links).orElse(List.of()), landings);
  }

  private Readership.Counts named(Week week, Readership.Counts counts) {
    LinkNames names = names(week);
    Map<String, Long> named = new TreeMap<>();
    counts.links().forEach(link -> named.merge(names.of(link.link()), link.clicks(), Long::sum));
    return new Readership.Counts(
        counts.totals(),
        counts.totalled(),
        counts.measure(),
        named.entrySet().stream()
            .map(link -> new LinkClicks(link.getKey(), link.getValue()))
            .toList(),
        counts.complete(),
        counts.notes());
  }

  private void keep(Week week, String target, Readership.Counts counts) {
    store.readers().keep(new Readership(week, target, terms.clock().instant(), counts));
  }
}
