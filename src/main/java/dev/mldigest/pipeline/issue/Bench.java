package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.harvest.SinglePage;
import dev.mldigest.review.Contents;
import dev.mldigest.review.desk.Block;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Mark;
import dev.mldigest.review.desk.Place;
import dev.mldigest.store.Store;
import dev.mldigest.web.CanonicalUrl;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the editor can put into a made issue: what the week's harvest left aside, and any page of
 * the web. Promises that such a block is told and checked as any other, and changes nothing itself.
 */
public final class Bench {
  private final Store store;
  private final SinglePage page;
  private final Sections sections;
  private final WeekCandidates candidates;
  private final Telling telling;

  public Bench(Settings settings, Store store, Writers writers, IssueFiles files, SinglePage page) {
    this.store = store;
    this.page = page;
    this.sections = new Sections(settings);
    this.candidates = new WeekCandidates(settings, store);
    this.telling =
        new Telling(store, files, new Summaries(writers.withoutOpinions()), candidates, sections);
  }

  /**
   * Something that the harvest left aside.
   *
   * @param reason why
   * @param score by which it was left; 0 where it had none
   * @param section title of the section it would stand in
   * @param source its title
   * @param published by its origin, as an item of the issue says it
   */
  public record Seat(
      String id,
      String title,
      String url,
      Reason reason,
      double score,
      String section,
      String source,
      Instant published) {}

  /** A block, or why there is none. */
  public sealed interface Told {
    /**
     * @param section title of the section it belongs to
     * @param title its words
     */
    record Ready(Block block, String section, String title) implements Told {}

    /**
     * @param sentence why it cannot be told
     * @param mayPass true where it may be another time
     */
    record NotTold(String sentence, boolean mayPass) implements Told {}
  }

  /** What could be picked of the week's harvest: the bench first, best first. */
  public List<Seat> seats(Week week) {
    Map<String, Decision> decisions = candidates.decisions(week);
    return candidates.of(week).stream()
        .filter(candidate -> candidate.article() != null)
        .flatMap(candidate ->
            Optional.ofNullable(decisions.get(candidate.id()))
                .map(decision -> seat(candidate, decision))
                .stream())
        .sorted(
            Comparator.comparing((Seat seat) -> seat.reason() != Reason.BENCH)
                .thenComparing(Comparator.comparingDouble(Seat::score).reversed())
                .thenComparing(Seat::id))
        .toList();
  }

  private Seat seat(Candidate candidate, Decision decision) {
    return new Seat(
        candidate.id(),
        candidate.title(),
        candidate.address(),
        decision.reason(),
        decision.score(),
        sections.of(candidate).title(),
        candidate.source().title(),
        candidate.published());
  }

  /**
   * The item that makes room for one of a section: the one that ranked last there, else of all.
   * Empty where each is pinned, accepted, picked or written in by the editor.
   *
   * @param section its title
   */
  public Optional<String> weakest(Week week, IssueState state, String section) {
    String base = Objects.requireNonNull(store.issues().find(week).orElseThrow().generated());
    Map<String, Decision> decisions = candidates.decisions(week);
    List<Contents.Entry> free =
        Contents.of(state.text(), base).entries().stream()
            .filter(entry -> entry.id() != null && !entry.changed())
            .filter(entry -> decisions.containsKey(entry.id()))
            .filter(entry -> isFree(state.mark(String.valueOf(entry.id()))))
            .toList();
    return Stream.of(
            free.stream().filter(entry -> entry.section().equalsIgnoreCase(section)), free.stream())
        .flatMap(
            some -> some.min(Comparator.comparingDouble(entry -> score(entry, decisions))).stream())
        .map(Contents.Entry::id)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static boolean isFree(Mark mark) {
    return !mark.pinned() && !mark.accepted() && !mark.isLapsed();
  }

  private static double score(Contents.Entry entry, Map<String, Decision> decisions) {
    return Objects.requireNonNull(decisions.get(entry.id())).score();
  }

  /** Tells a seat as an item of the week's issue. */
  public Told tell(Week week, Seat seat) {
    return candidates
        .find(week, seat.id())
        .map(candidate -> telling.of(week, candidate))
        .orElseGet(() -> new Told.NotTold("Its source is no longer in feeds.yaml.", false));
  }

  /**
   * Tells a page of the web as an item of the week's issue.
   *
   * @param section id of the section it belongs to; null for that of its source, or the first one
   */
  public Told fetch(Week week, URI url, @Nullable String section, Instant now) {
    String canonical = CanonicalUrl.of(url.toString()).orElse(url.toString());
    Optional<Candidate> known =
        candidates.of(week).stream()
            .filter(candidate -> candidate.article() != null)
            .filter(candidate ->
                canonical.equals(candidate.entry().canonical())
                    || canonical.equals(candidate.address()))
            .findFirst();
    if (known.isPresent()) {
      return telling.of(week, section == null ? known.get() : known.get().in(section));
    }
    FoundPage found =
        FoundPage.of(url, canonical, section == null ? sections.first().id() : section, now);
    Entry unread = found.unread();
    ExtractOutcome read = page.read(unread);
    store.articles().record(unread.page(), read, now);
    return switch (read) {
      case ExtractOutcome.Extracted(Article article) -> telling.of(week, found.with(article));
      case ExtractOutcome.Unreadable(var kind, String reason) -> new Told.NotTold(reason, false);
      case ExtractOutcome.Missing(String reason) -> new Told.NotTold(reason, true);
    };
  }

  /** The end of a section of the digest; one that it lacks is made where feeds.yaml has it. */
  public Place place(String section, IssueState state) {
    return sections.place(section, state);
  }

  /** The titles of all sections, as one may name them. */
  public List<String> sections() {
    return sections.titles();
  }

  /** The id of the section with that title or id. */
  public Optional<String> section(String named) {
    return sections.id(named);
  }
}
