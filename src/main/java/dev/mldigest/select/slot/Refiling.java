package dev.mldigest.select.slot;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.select.piece.Piece;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The section of a story: its source's, unless the editor of earlier issues moved enough items to
 * other sections to learn from, and it plainly belongs elsewhere.
 */
public final class Refiling {
  /** Items moved between sections; of fewer nobody can tell what they have in common. */
  static final int ENOUGH = 8;

  /** Below it the source's section stays. */
  private static final double PLAIN = 0.6;

  private final @Nullable Headings headings;
  private final Set<String> sections;

  private Refiling(@Nullable Headings headings, Set<String> sections) {
    this.headings = headings;
    this.sections = sections;
  }

  /** Learns from the items of past issues, each under the section it was left in. */
  public static Refiling of(PastIssues past, Slots slots) {
    Set<String> sections =
        slots.sections().stream().map(SectionRule::id).collect(Collectors.toSet());
    List<PastIssues.Past> placed =
        past.items().stream().filter(item -> sections.contains(item.placed())).toList();
    long moved = placed.stream().filter(item -> !item.placed().equals(item.section())).count();
    return new Refiling(moved < ENOUGH ? null : learned(placed), sections);
  }

  private static @Nullable Headings learned(List<PastIssues.Past> placed) {
    List<Headings.Filed> filed =
        placed.stream().map(item -> new Headings.Filed(piece(item), item.placed())).toList();
    return filed.stream().map(Headings.Filed::heading).distinct().count() < 2
        ? null
        : Headings.learn(filed);
  }

  private static Piece piece(PastIssues.Past item) {
    return new Piece(
        item.entryId(),
        item.title(),
        "",
        item.canonical(),
        null,
        item.source(),
        null,
        List.of(),
        List.of());
  }

  /** The same story, in the section it belongs to. */
  public Story filed(Story story) {
    if (headings == null) {
      return story;
    }
    Candidate primary = story.primary();
    Headings.Guess guess = headings.of(Piece.of(primary));
    boolean stays =
        guess.heading().equals(primary.source().section())
            || guess.probability() < PLAIN
            || !sections.contains(guess.heading());
    return stays ? story : in(guess.heading(), story);
  }

  private static Story in(String section, Story story) {
    Candidate old = story.primary();
    Source source = old.source();
    Candidate moved =
        new Candidate(
            old.entry(),
            new Source(
                source.id(),
                source.title(),
                source.kind(),
                source.url(),
                section,
                source.weight(),
                source.categories(),
                source.selector(),
                source.query()),
            old.article());
    List<Candidate> members =
        story.members().stream()
            .map(member -> member.id().equals(moved.id()) ? moved : member)
            .toList();
    return new Story(story.id(), moved, members, story.mentions());
  }
}
