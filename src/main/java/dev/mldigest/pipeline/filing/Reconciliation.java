package dev.mldigest.pipeline.filing;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Lint;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.review.Contents;
import dev.mldigest.review.Edit;
import dev.mldigest.review.Merge;
import dev.mldigest.review.Merged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a made issue together with the digest as the editor left it. Promises that once anything
 * was touched no item comes or goes: what stands in it is the editor's choice.
 */
final class Reconciliation {
  /** Ends a run of items by a slip, not by judgement: more of them than this share at once. */
  private static final double SLIP = 0.5;

  private final Origin from;
  private final String mine;
  private final Proposal proposal;
  private final String theirs;
  private final StandingIssue standing;
  private final Set<String> gone;
  private final Set<String> stood;
  private final Set<String> vanished;

  /** The first digest of a week. */
  static Reconciled first(Proposal proposal) {
    Issue issue = fit(proposal.told().apply(proposal.issue().sections()));
    String text = new DigestMarkdown().render(issue);
    Merged merged = new Merged(text, text, List.of(), List.of());
    return new Reconciled(issue, merged, proposal.decisions(), Set.of(), 0, null);
  }

  /**
   * @param found the file's text, or null where it is gone
   * @param rejected ids of items that are known to be taken out on purpose
   */
  static Reconciled of(
      Origin from, @Nullable String found, Proposal proposal, Set<String> rejected) {
    boolean lost = found == null || Contents.isBlank(found) || Contents.isLost(found, from.base());
    String mine = lost ? from.written() : Objects.requireNonNull(found);
    Reconciled done =
        mine.equals(from.base())
            ? first(proposal)
            : new Reconciliation(from, mine, proposal, rejected).done();
    return new Reconciled(
        done.issue(),
        done.merged(),
        done.decisions(),
        done.vanished(),
        done.stood(),
        lost ? Objects.requireNonNullElse(found, "") : null);
  }

  /** A version of the digest as it stood, with the decisions that go with it. */
  static Reconciled again(Origin version, List<Decision> decisions) {
    Set<String> ids = Contents.of(version.written(), version.base()).ids();
    Set<String> known = Contents.of(version.base(), version.base()).ids();
    List<Edit> edits = Merge.merge(version.base(), version.written(), version.base()).edits();
    Merged merged = new Merged(version.written(), version.base(), edits, List.of());
    List<Decision> then = new EditorsChoice(ids, without(known, ids), Set.of()).on(decisions);
    return new Reconciled(version.issue(), merged, then, Set.of(), 0, null);
  }

  private Reconciliation(Origin from, String mine, Proposal proposal, Set<String> rejected) {
    this.from = from;
    this.mine = mine;
    this.proposal = proposal;
    this.theirs = new DigestMarkdown().render(proposal.issue());
    this.standing =
        StandingIssue.of(mine, from.base(), theirs, from.taken(), from.issue(), proposal.issue());
    Set<String> ids = standing.contents().ids();
    this.gone = without(Contents.of(from.base(), from.base()).ids(), ids);
    this.stood = Contents.of(from.stood(), from.base(), theirs).ids();
    Set<String> left = without(without(stood, ids), rejected);
    this.vanished = left.size() > SLIP * stood.size() ? left : Set.of();
  }

  private Reconciled done() {
    List<Decision> decisions = decisions();
    Issue issue = fit(issue(decisions));
    Merged merged = Merge.merge(from.base(), mine, new DigestMarkdown().render(issue));
    Merged told =
        new Merged(merged.text(), merged.base(), merged.edits(), offered(merged, decisions));
    return new Reconciled(issue, told, decisions, vanished, stood.size(), null);
  }

  private @Nullable List<Decision> decisions() {
    List<Decision> decisions = proposal.decisions();
    return decisions == null
        ? null
        : new EditorsChoice(standing.contents().ids(), gone, vanished).on(decisions);
  }

  private Issue issue(@Nullable List<Decision> decisions) {
    Issue told = proposal.told().apply(standing.shown()).with(standing.sections());
    if (decisions == null) {
      return told;
    }
    return told.withAlsoSeen(alsoSeen()).with(gaps(told.gaps()), Funnel.of(decisions));
  }

  /** Nothing comes or goes there either, but what the editor took over from it. */
  private List<Issue.Link> alsoSeen() {
    Set<String> ids = standing.contents().ids();
    return from.issue().alsoSeen().stream().filter(link -> !ids.contains(link.id())).toList();
  }

  private Issue.Gaps gaps(Issue.Gaps now) {
    long extractive =
        standing.sections().stream()
            .flatMap(section -> section.items().stream())
            .filter(item -> item.summary().by().equals(Summary.OFFLINE))
            .count();
    return now.with(shortfalls(), (int) extractive);
  }

  /** What was said of sections holds only where as much stands in them as when it was said. */
  private List<String> shortfalls() {
    Map<String, Integer> sizes = sizes(standing.sections());
    return Stream.of(proposal.issue(), from.issue())
        .filter(issue -> sizes(issue.sections()).equals(sizes))
        .findFirst()
        .map(issue -> issue.gaps().shortfalls())
        .orElse(List.of());
  }

  private static Map<String, Integer> sizes(List<Issue.Section> sections) {
    return sections.stream()
        .collect(Collectors.toMap(Issue.Section::id, one -> one.items().size(), Integer::sum));
  }

  /** New items, but not another report of a story that stands in the digest. */
  private List<Merged.Offer> offered(Merged merged, @Nullable List<Decision> decisions) {
    Set<String> told = new HashSet<>();
    Map<String, String> stories = new HashMap<>();
    for (Decision one : decisions == null ? List.<Decision>of() : decisions) {
      if (one.storyId() != null) {
        stories.put(one.entryId(), one.storyId());
      }
    }
    standing.contents().ids().stream()
        .filter(stories::containsKey)
        .forEach(id -> told.add(stories.get(id)));
    Stream<Merged.Offer> added =
        Merge.merge(from.base(), mine, theirs).offered().stream()
            .filter(Merged.Offer::isNew)
            .filter(offer -> !told.contains(stories.getOrDefault(offer.id(), "")));
    return Stream.concat(added, merged.offered().stream().filter(offer -> !offer.isNew())).toList();
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  /** Without its opening where that would make the whole unfit. */
  private static Issue fit(Issue issue) {
    boolean unfit = !new Lint().findings(new DigestMarkdown().render(issue)).isEmpty();
    return unfit ? issue.with(Opening.NONE) : issue;
  }
}
