package dev.mldigest.pipeline.past;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.PastDecision;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.past.PastDigests.PastDigest;
import dev.mldigest.store.Ledger;
import dev.mldigest.store.Store;
import dev.mldigest.web.CanonicalUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What earlier issues came to, as selection wants it: what stands in them as they were published or
 * as the editor left them, not what the program had picked.
 */
public final class PastSelections {
  /**
   * About a year of picks with the runners-up beside them; more teaches little and costs memory.
   */
  private static final int MOST = 6_000;

  /** Links of some ten years of a weekly newsletter. */
  private static final int MOST_ARCHIVED = 50_000;

  private final Map<String, PastDigest> standing = new HashMap<>();
  private final Map<Week, PastDigest> byWeek = new HashMap<>();
  private final Map<String, PastDigest> own = new HashMap<>();
  private final Settings settings;

  private PastSelections(List<PastDigest> newestFirst, Settings settings) {
    this.settings = settings;
    for (PastDigest digest : newestFirst) {
      byWeek.put(digest.week(), digest);
      digest.reviewed().ids().forEach(id -> standing.putIfAbsent(id, digest));
      digest.reviewed().own().forEach(item -> own.putIfAbsent(key(item.url()), digest));
    }
    own.remove(""); // no address that can be followed
  }

  /** What became of what was up for the issues before a week. */
  public static PastIssues before(Week week, Store store, IssueFiles files, Settings settings) {
    List<PastDigest> digests = PastDigests.before(week, store, files);
    List<PastDecision> decided = store.ledger().past(week, MOST);
    PastSelections past = new PastSelections(digests, settings);
    List<PastIssues.Past> taught = decided.stream().flatMap(past::taught).toList().reversed();
    Stream<PastIssues.Past> covered =
        Stream.of(
                decided.stream().flatMap(past::printed),
                digests.stream().flatMap(PastSelections::ownOf),
                archived(week, store.ledger(), settings))
            .flatMap(covering -> covering);
    return new PastIssues(taught, covered.toList(), Set.of());
  }

  /** The digest that an entry stands in, by its anchor or by a link of the editor's, or null. */
  private @Nullable PastDigest standsIn(PastDecision past) {
    Entry entry = past.considered().entry();
    PastDigest digest = standing.get(entry.id());
    if (digest != null || entry.isPlaceless()) { // a link to its page is not a link to it
      return digest;
    }
    Article article = past.considered().article();
    digest = own.get(key(entry.canonical()));
    return digest == null && article != null ? own.get(key(article.url())) : digest;
  }

  private static String key(@Nullable String url) {
    return CanonicalUrl.of(url).map(CanonicalUrl::key).orElse("");
  }

  /** An example of what the editor wants or does not want; nothing of what nobody looked at. */
  private Stream<PastIssues.Past> taught(PastDecision past) {
    PastDigest in = standsIn(past);
    if (in != null) {
      return in.seen()
          ? Stream.of(item(past, in.week(), true, placed(past, in), kept(past, in)))
          : Stream.empty();
    }
    PastDigest digest = byWeek.get(past.week());
    String id = past.considered().entry().id();
    if (digest == null || !digest.seen()) {
      return Stream.empty();
    }
    if (digest.rejects(id)) {
      return Stream.of(item(past, past.week(), false, "", PastIssues.Hand.DELETED));
    }
    return digest.reviewed().gone().contains(id)
        ? Stream.empty()
        : Stream.of(item(past, past.week(), false, "", PastIssues.Hand.NONE));
  }

  /** The section under whose heading it stands; empty under one that feeds.yaml does not know. */
  private String placed(PastDecision past, PastDigest in) {
    String heading =
        in.handled().headings().getOrDefault(past.considered().entry().id(), "").strip();
    return settings.slots().sections().stream()
        .filter(rule -> rule.title().equalsIgnoreCase(heading))
        .map(SectionRule::id)
        .findFirst()
        .orElse("");
  }

  /** The most that the editor did to what stands in an issue. */
  private static PastIssues.Hand kept(PastDecision past, PastDigest in) {
    String id = past.considered().entry().id();
    if (!in.handled().ours().contains(id)) {
      return PastIssues.Hand.ADDED;
    }
    if (in.handled().raised().contains(id)) {
      return PastIssues.Hand.RAISED;
    }
    return in.handled().written().contains(id) ? PastIssues.Hand.WRITTEN : PastIssues.Hand.NONE;
  }

  /**
   * What stands in an issue covers, by the address that the issue printed too, which may lie behind
   * a redirect. Not by the canonical address the page states: on some sites every page states the
   * same.
   */
  private Stream<PastIssues.Past> printed(PastDecision past) {
    PastDigest in = standsIn(past);
    if (in == null) {
      return Stream.empty();
    }
    Article article = past.considered().article();
    String text = article == null ? "" : article.text();
    if (past.considered().entry().isPlaceless()) { // by its title alone
      return Stream.of(past(past, in.week(), null, text, true, "", PastIssues.Hand.NONE));
    }
    return Stream.of(past.considered().entry().canonical(), article == null ? null : article.url())
        .filter(Objects::nonNull)
        .distinct()
        .map(address -> past(past, in.week(), address, text, true, "", PastIssues.Hand.NONE));
  }

  /** What the editor added covers as well: readers had it. Without its text it teaches nothing. */
  private static Stream<PastIssues.Past> ownOf(PastDigest digest) {
    return digest.reviewed().own().stream()
        .map(item ->
            new PastIssues.Past(
                item.url(),
                digest.week(),
                true,
                new PastIssues.Told(item.title(), "", item.url(), "added by hand"),
                PastIssues.Traits.NONE));
  }

  /**
   * What the editor's own archive holds of earlier weeks. The week's own is left out: an issue that
   * is made again after it was published must not find itself.
   */
  private static Stream<PastIssues.Past> archived(Week week, Ledger ledger, Settings settings) {
    return settings.sources().stream()
        .filter(source -> source.kind() == SourceKind.ARCHIVE)
        .flatMap(source ->
            ledger.entriesOf(source.id(), MOST_ARCHIVED).stream()
                .map(entry -> archived(entry, source, settings)))
        .filter(past -> past.week().compareTo(week) < 0);
  }

  private static PastIssues.Past archived(Entry entry, Source source, Settings settings) {
    return new PastIssues.Past(
        entry.id(),
        Week.of(entry.date(), settings.zone()),
        true,
        new PastIssues.Told(
            entry.title(), "", entry.canonical(), source.title() + ", " + file(entry)),
        PastIssues.Traits.NONE);
  }

  /** The newsletter's file: an archive's entries are named by it and the link. */
  private static String file(Entry entry) {
    String guid = String.valueOf(entry.feedEntry().guid());
    return guid.substring(0, Math.max(0, guid.lastIndexOf(' ')));
  }

  private PastIssues.Past item(
      PastDecision past, Week week, boolean picked, String placed, PastIssues.Hand hand) {
    Article article = past.considered().article();
    String text = article == null ? "" : article.text();
    return past(past, week, past.considered().entry().canonical(), text, picked, placed, hand);
  }

  private PastIssues.Past past(
      PastDecision past,
      Week week,
      @Nullable String address,
      String text,
      boolean picked,
      String placed,
      PastIssues.Hand hand) {
    Entry entry = past.considered().entry();
    return new PastIssues.Past(
        entry.id(),
        week,
        picked,
        new PastIssues.Told(
            entry.title(),
            text,
            address,
            settings.source(entry.sourceId()).map(Source::title).orElse(entry.sourceId())),
        new PastIssues.Traits(
            entry.feedEntry().authors(),
            entry.feedEntry().categories(),
            entry.feedEntry().signals(),
            settings.source(entry.sourceId()).map(Source::weight).orElse(1.0),
            settings.source(entry.sourceId()).map(Source::kind).orElse(SourceKind.BLOG),
            settings.source(entry.sourceId()).map(Source::section).orElse(""),
            placed,
            hand));
  }
}
