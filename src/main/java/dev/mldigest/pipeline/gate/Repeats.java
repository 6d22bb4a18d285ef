package dev.mldigest.pipeline.gate;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.card.Card;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.past.PastSelections;
import dev.mldigest.select.story.Covered;
import dev.mldigest.select.story.Stories;
import dev.mldigest.store.Store;
import dev.mldigest.web.CanonicalUrl;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Items that tell what readers had: the page or the title of an item of the last year's issues, or
 * a story that two items of this one are reports of. By the same judgement that the selection goes
 * by; it is asked once more for what the editor put in himself.
 */
final class Repeats implements Check {
  /** A year of a weekly. */
  private static final int ISSUES = 52;

  private final Settings settings;
  private final Store store;
  private final IssueFiles files;

  Repeats(Settings settings, Store store, IssueFiles files) {
    this.settings = settings;
    this.store = store;
    this.files = files;
  }

  @Override
  public List<Finding> in(Look look) {
    Map<Card, Candidate> items = new LinkedHashMap<>();
    look.cards().forEach(card -> items.put(card, candidate(card, look)));
    PastIssues past = past(look.week());
    Covered covered = new Covered(past);
    List<Finding> findings = new ArrayList<>();
    items.forEach((card, item) -> {
      PastIssues.Past before = covered.find(new Story(item.id(), item, List.of(item)));
      if (before != null) {
        findings.add(before(card, item, before));
      }
    });
    findings.addAll(twice(look, items));
    return findings;
  }

  /** What stood in the issues of the last year. */
  private PastIssues past(Week week) {
    PastIssues all = PastSelections.before(week, store, files, settings);
    Set<Week> weeks =
        store.issues().made().stream()
            .map(made -> made.week())
            .filter(one -> one.compareTo(week) < 0)
            .limit(ISSUES)
            .collect(Collectors.toSet());
    Week first = weeks.stream().min(Week::compareTo).orElse(week);
    Predicate<PastIssues.Past> recent = past -> past.week().compareTo(first) >= 0;
    return new PastIssues(
        all.items().stream().filter(recent).toList(),
        all.archived().stream().filter(recent).toList(),
        Set.of());
  }

  private static Finding before(Card card, Candidate item, PastIssues.Past before) {
    String key = CanonicalUrl.of(before.canonical()).map(CanonicalUrl::key).orElse("");
    boolean byLink =
        Stream.of(item.address(), item.entry().link(), card.link())
            .flatMap(url -> CanonicalUrl.of(url).map(CanonicalUrl::key).stream())
            .anyMatch(key::equals);
    return Finding.must(
        byLink ? Finding.Kind.LINK_BEFORE : Finding.Kind.STORY_BEFORE,
        card.id(),
        card.line(),
        byLink
            ? "'%s' stood in the issue %s already.".formatted(card.title(), before.week())
            : "'%s' tells what '%s' told in the issue %s."
                .formatted(card.title(), before.title(), before.week()),
        card.link());
  }

  /** Two items of one story: as the week's run grouped them, and for others by grouping anew. */
  private List<Finding> twice(Look look, Map<Card, Candidate> items) {
    Map<String, String> story = new HashMap<>();
    List<Decision> decisions = store.ledger().decisions(look.week());
    decisions.forEach(one -> {
      if (one.storyId() != null) {
        story.put(one.entryId(), one.storyId());
      }
    });
    if (items.values().stream().anyMatch(item -> !story.containsKey(item.id()))) {
      regroup(decisions, items, story);
    }
    Map<String, Card> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    items.forEach((card, item) -> {
      Card other = first.putIfAbsent(story.getOrDefault(item.id(), item.id()), card);
      if (other != null) {
        findings.add(
            Finding.must(
                Finding.Kind.STORY_TWICE,
                card.id(),
                card.line(),
                "'%s' and '%s' report the same story: keep one of them."
                    .formatted(card.title(), other.title()),
                card.link()));
      }
    });
    return findings;
  }

  /** Among the week's picks and runners-up, so that words are as common as they are in a week. */
  private void regroup(
      List<Decision> decisions, Map<Card, Candidate> items, Map<String, String> story) {
    Map<String, Candidate> all = new LinkedHashMap<>();
    items.values().forEach(item -> all.put(item.id(), item));
    decisions.stream()
        .filter(one -> one.reason() == Reason.PICKED || one.reason() == Reason.BENCH)
        .filter(one -> !all.containsKey(one.entryId()))
        .flatMap(one -> store.ledger().entry(one.entryId()).stream())
        .forEach(one ->
            all.put(
                one.entry().id(),
                new Candidate(one.entry(), source(one.entry().sourceId()), one.article())));
    for (Story grouped : new Stories().group(List.copyOf(all.values()))) {
      String known =
          grouped.members().stream()
              .map(member -> story.get(member.id()))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(grouped.id());
      grouped.members().forEach(member -> story.putIfAbsent(member.id(), known));
    }
  }

  private Candidate candidate(Card card, Look look) {
    Issue.Item item = look.item(card.id());
    return store
        .ledger()
        .entry(card.id())
        .map(known ->
            new Candidate(known.entry(), source(known.entry().sourceId()), known.article()))
        .orElseGet(() -> ofTheEditor(card, item, look.made().window().to()));
  }

  /** What no source brought. */
  private Candidate ofTheEditor(Card card, Issue.@Nullable Item item, Instant now) {
    String canonical = CanonicalUrl.of(card.link()).orElse(null);
    Article article = canonical == null ? null : store.articles().of(canonical).orElse(null);
    String title = article == null ? card.title() : article.title();
    FeedEntry stated =
        FeedEntry.titled(title).link(card.link().isEmpty() ? null : card.link()).build();
    return new Candidate(
        new Entry(card.id(), "editor", stated, canonical, item == null ? now : item.date(), now),
        source("editor"),
        article);
  }

  private Source source(String id) {
    return settings
        .source(id)
        .orElseGet(() ->
            new Source(
                id,
                id,
                SourceKind.BLOG,
                URI.create("https://example.org/"),
                "",
                1.0,
                List.of(),
                null));
  }
}
