package dev.mldigest.pipeline.issue;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.IssueJson;
import dev.mldigest.assemble.Lint;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.issue.Archived;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.io.Sha256;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.harvest.SinglePage;
import dev.mldigest.pipeline.past.Archive;
import dev.mldigest.pipeline.past.EditorsProse;
import dev.mldigest.review.Contents;
import dev.mldigest.review.desk.Block;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Mark;
import dev.mldigest.review.desk.Place;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.web.CanonicalUrl;
import dev.mldigest.web.Publisher;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
  private final Settings settings;
  private final Store store;
  private final IssueFiles files;
  private final Summaries summaries;
  private final SinglePage page;

  public Bench(Settings settings, Store store, Writers writers, IssueFiles files, SinglePage page) {
    this.settings = settings;
    this.store = store;
    this.files = files;
    this.summaries = new Summaries(writers.withoutOpinions());
    this.page = page;
  }

  /**
   * Something that the harvest left aside.
   *
   * @param reason why
   * @param score by which it was left; 0 where it had none
   * @param section title of the section it would stand in
   */
  public record Seat(
      String id, String title, String url, Reason reason, double score, String section) {}

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
    Map<String, Decision> decisions = decisions(week);
    return candidates(week).stream()
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
        section(candidate).title());
  }

  /**
   * The item that makes room for one of a section: the one that ranked last there, else of all.
   * Empty where each is pinned, accepted, picked or written in by the editor.
   *
   * @param section its title
   */
  public Optional<String> weakest(Week week, IssueState state, String section) {
    String base = Objects.requireNonNull(store.issues().find(week).orElseThrow().generated());
    Map<String, Decision> decisions = decisions(week);
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
    return !mark.pinned() && !mark.accepted();
  }

  private static double score(Contents.Entry entry, Map<String, Decision> decisions) {
    return Objects.requireNonNull(decisions.get(entry.id())).score();
  }

  /** Tells a seat as an item of the week's issue. */
  public Told tell(Week week, Seat seat) {
    return candidates(week).stream()
        .filter(candidate -> candidate.id().equals(seat.id()))
        .findFirst()
        .map(candidate -> told(week, candidate))
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
        candidates(week).stream()
            .filter(candidate -> candidate.article() != null)
            .filter(candidate ->
                canonical.equals(candidate.entry().canonical())
                    || canonical.equals(candidate.address()))
            .findFirst();
    if (known.isPresent()) {
      return told(week, section == null ? known.get() : known.get().in(section));
    }
    Source source = source(url, section);
    Entry bare = entry(source, "", canonical, url, null, now);
    ExtractOutcome read = page.read(bare);
    store.articles().record(bare.page(), read, now);
    return switch (read) {
      case ExtractOutcome.Extracted(Article article) ->
          told(
              week,
              new Candidate(
                  entry(source, article.title(), canonical, url, article, now), source, article));
      case ExtractOutcome.Unreadable(var kind, String reason) -> new Told.NotTold(reason, false);
      case ExtractOutcome.Missing(String reason) -> new Told.NotTold(reason, true);
    };
  }

  private static Entry entry(
      Source source,
      String title,
      String canonical,
      URI url,
      @Nullable Article article,
      Instant now) {
    Instant published = article == null ? null : article.about().published();
    FeedEntry stated = FeedEntry.titled(title).link(url.toString()).published(published).build();
    return new Entry(
        Sha256.of("editor\n" + canonical).substring(0, 16),
        source.id(),
        stated,
        canonical,
        published == null ? now : published,
        now);
  }

  /** A source for one page: its publisher. */
  private Source source(URI url, @Nullable String section) {
    String publisher = Publisher.of(url.toString());
    String first = settings.slots().sections().getFirst().id();
    return new Source(
        "editor",
        publisher.isEmpty() ? String.valueOf(url.getHost()) : publisher,
        SourceKind.BLOG,
        url,
        section == null ? first : section,
        1.0,
        List.of(),
        null);
  }

  private Told told(Week week, Candidate candidate) {
    Issues.Stored made = store.issues().find(week).orElseThrow();
    summaries.begin(week);
    Pick pick =
        new Pick(story(week, candidate), section(candidate).id(), 0, "The editor picked it.", null);
    SummaryOutcome outcome =
        Objects.requireNonNull(
            summaries
                .of(
                    List.of(pick),
                    EditorsProse.before(week, store, files),
                    store.edits().rewrites(week))
                .get(pick.story().id()));
    if (outcome.isEmpty()) {
      return new Told.NotTold("Not one sentence of its text is fit to be printed.", false);
    }
    Issue alone = alone(made, candidate, Items.of(pick, outcome.summary(), null, null));
    String text = new DigestMarkdown().render(alone);
    List<String> findings = new Lint().findings(text);
    return findings.isEmpty()
        ? new Told.Ready(
            new Block(
                candidate.id(),
                DigestFile.parse(text).items().getFirst().text(),
                new IssueJson().write(alone)),
            section(candidate).title(),
            candidate.title())
        : new Told.NotTold(findings.getFirst(), false);
  }

  /** The issue with that item and no other. */
  private Issue alone(Issues.Stored made, Candidate candidate, Issue.Item item) {
    SectionRule section = section(candidate);
    return FrozenIssue.of(made)
        .with(Opening.NONE)
        .withAlsoSeen(List.of())
        .with(List.of(new Issue.Section(section.id(), section.title(), List.of(item))));
  }

  private SectionRule section(Candidate candidate) {
    List<SectionRule> sections = settings.slots().sections();
    return sections.stream()
        .filter(rule -> rule.id().equals(candidate.source().section()))
        .findFirst()
        .orElse(sections.getFirst());
  }

  /** With the other reports of its story. */
  private Story story(Week week, Candidate candidate) {
    Map<String, Decision> decisions = decisions(week);
    Decision own = decisions.get(candidate.id());
    List<Candidate> members = new ArrayList<>(List.of(candidate));
    if (own != null && own.storyId() != null) {
      candidates(week).stream()
          .filter(other -> !other.id().equals(candidate.id()))
          .filter(other -> isOf(own.storyId(), decisions.get(other.id())))
          .forEach(members::add);
    }
    return new Story(candidate.id(), candidate, members);
  }

  private static boolean isOf(String story, @Nullable Decision decision) {
    return decision != null && story.equals(decision.storyId());
  }

  private Map<String, Decision> decisions(Week week) {
    Map<String, Decision> byEntry = new HashMap<>();
    store.ledger().decisions(week).forEach(one -> byEntry.put(one.entryId(), one));
    return byEntry;
  }

  /** From the week's harvest, and from the archive that an evergreen slot draws on. */
  private List<Candidate> candidates(Week week) {
    Issues.Stored made = store.issues().find(week).orElseThrow();
    var considered = store.ledger().considered(week, made.window().to());
    return Stream.concat(
            Candidates.of(considered, settings).known().stream(),
            Archive.before(week, store.ledger(), settings).stream().map(Archived::candidate))
        .toList();
  }

  /** The end of a section of the digest; one that it lacks is made where feeds.yaml has it. */
  public Place place(String section, IssueState state) {
    List<String> titles = sections();
    int own = titles.indexOf(section);
    List<String> later = own < 0 ? List.of() : titles.subList(own + 1, titles.size());
    return Place.under(
        section,
        Contents.of(state.text(), state.text()).entries().stream()
            .filter(entry -> later.stream().anyMatch(entry.section()::equalsIgnoreCase))
            .map(Contents.Entry::id)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  /** The titles of all sections, as one may name them. */
  public List<String> sections() {
    return settings.slots().sections().stream().map(SectionRule::title).toList();
  }

  /** The id of the section with that title or id. */
  public Optional<String> section(String named) {
    String wanted = named.strip().toLowerCase(Locale.ROOT);
    return settings.slots().sections().stream()
        .filter(rule ->
            rule.id().equals(wanted) || rule.title().toLowerCase(Locale.ROOT).equals(wanted))
        .map(SectionRule::id)
        .findFirst();
  }
}
