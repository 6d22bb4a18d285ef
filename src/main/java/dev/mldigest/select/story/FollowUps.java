package dev.mldigest.select.story;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.text.Words;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which pick of the last issues a story tells again, from another house: one that its reports link
 * to and name, or that would have been one story with it in one week.
 */
final class FollowUps {
  /** Issues: what is older is told of anew, and named only where its title is. */
  private static final int LAST = 3;

  /** Words of the past title that the story's title and lead must have where it links to it. */
  private static final int SHARED = 2;

  /** Characters of a text in which it says what it is about. */
  private static final int LEAD = 1_200;

  /** Characters of a text that are compared: about five hundred words. */
  private static final int MOST_CHARS = 3_000;

  private final List<PastIssues.Past> recent;

  FollowUps(PastIssues past) {
    List<Week> weeks =
        past.items().stream().map(PastIssues.Past::week).distinct().sorted().toList();
    Set<Week> last = new HashSet<>(weeks.subList(Math.max(0, weeks.size() - LAST), weeks.size()));
    recent =
        past.items().stream().filter(one -> one.picked() && last.contains(one.week())).toList();
  }

  /** The pick, or null. */
  PastIssues.@Nullable Past find(Story story) {
    PastIssues.Past linked = linked(story);
    return linked == null ? alike(story) : linked;
  }

  private PastIssues.@Nullable Past linked(Story story) {
    OutgoingLinks out = OutgoingLinks.of(story.primary());
    String text = story.primary().text();
    Set<String> said = new HashSet<>(Words.stems(story.primary().title()));
    said.addAll(Words.stems(text.substring(0, Math.min(text.length(), LEAD))));
    return recent.stream()
        .filter(one ->
            CanonicalUrl.of(one.canonical())
                .map(CanonicalUrl::key)
                .filter(out.pages()::contains)
                .isPresent())
        .filter(one ->
            Words.stems(one.title()).stream().distinct().filter(said::contains).count() >= SHARED)
        .findFirst()
        .orElse(null);
  }

  /** The beginning of a report, whenever it was told: enough to know its story by. */
  private static Piece piece(
      String title, String text, @Nullable String publisher, @Nullable String url) {
    String beginning = text.substring(0, Math.min(text.length(), MOST_CHARS));
    return new Piece(title, title, beginning, url, null, publisher, null, List.of(), List.of());
  }

  private PastIssues.@Nullable Past alike(Story story) {
    List<Piece> pieces = new ArrayList<>();
    recent.forEach(
        one -> pieces.add(piece(one.title(), one.text(), one.source(), one.canonical())));
    Piece own = Piece.of(story.primary());
    pieces.add(piece(own.title(), own.text(), own.publisher(), own.url()));
    int[] told = SameStory.group(pieces);
    return IntStream.range(0, recent.size())
        .filter(i -> told[i] == told[told.length - 1])
        .mapToObj(recent::get)
        .findFirst()
        .orElse(null);
  }
}
