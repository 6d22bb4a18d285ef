package dev.mldigest.select.story;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.story.same.SameStory;
import dev.mldigest.text.Words;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which item of the last issues a story tells on: one that its origin links to and names, the next
 * of a series of the same house, or one that would have been one story with it in one week and is
 * called alike. That an article shares its subject with an earlier one is no reason: readers are
 * told of what is found here.
 */
final class FollowUps {
  /** Issues: what is older is told of anew, and named only where its title is. */
  private static final int LAST = 3;

  /** Words of the past title that the story's title and lead must have where it links to it. */
  private static final int SHARED = 2;

  /** And the share of its words: a page links to much that it does not carry on. */
  private static final double NAMED = 0.5;

  /** Characters of a text in which it says what it is about. */
  private static final int LEAD = 1_200;

  /** Characters of a text that are compared: about five hundred words. */
  private static final int MOST_CHARS = 3_000;

  /**
   * Likeness of two titles, of all the weight of their words that both have. Set on the issues of
   * one newsletter by hand: from here on 12 of 13 pairs of titles were one thing told on, below it
   * 10 of 16.
   */
  private static final double ALIKE = 0.4;

  /** Titles that share fewer words share a subject ("artificial general intelligence"). */
  private static final int ALIKE_WORDS = 4;

  private final List<PastIssues.Past> recent;
  private final Map<String, Integer> known = new HashMap<>();

  FollowUps(PastIssues past) {
    Map<String, PastIssues.Past> items = new HashMap<>();
    Stream.concat(past.items().stream(), past.archived().stream())
        .filter(PastIssues.Past::picked)
        .forEach(one -> items.merge(one.entryId(), one, FollowUps::fuller));
    List<Week> weeks =
        items.values().stream().map(PastIssues.Past::week).distinct().sorted().toList();
    Set<Week> last = new HashSet<>(weeks.subList(Math.max(0, weeks.size() - LAST), weeks.size()));
    recent =
        items.values().stream()
            .filter(one -> last.contains(one.week()))
            .sorted(
                Comparator.comparing(PastIssues.Past::week)
                    .reversed()
                    .thenComparing(PastIssues.Past::entryId))
            .toList();
    recent.forEach(one -> words(one.title()).forEach(word -> known.merge(word, 1, Integer::sum)));
  }

  /** Of two tellings of one item, the one with its text. */
  private static PastIssues.Past fuller(PastIssues.Past one, PastIssues.Past other) {
    return one.text().isEmpty() ? other : one;
  }

  /** The item, of the newest issue where there are several, or null. */
  PastIssues.@Nullable Past find(Story story) {
    return Stream.of(linked(story), series(story), alike(story))
        .flatMap(found -> found)
        .findFirst()
        .orElse(null);
  }

  private Stream<PastIssues.Past> linked(Story story) {
    OutgoingLinks out = OutgoingLinks.of(story.primary());
    String text = story.primary().text();
    Set<String> said = words(story.primary().title());
    said.addAll(words(text.substring(0, Math.min(text.length(), LEAD))));
    return recent.stream()
        .filter(one ->
            CanonicalUrl.of(one.canonical())
                .map(CanonicalUrl::key)
                .filter(out.pages()::contains)
                .isPresent())
        .filter(one -> names(said, words(one.title())));
  }

  private static boolean names(Set<String> said, Set<String> title) {
    long shared = title.stream().filter(said::contains).count();
    return shared >= SHARED && shared >= NAMED * title.size();
  }

  /** Of the same source and the same title but for its numbers, however short. */
  private Stream<PastIssues.Past> series(Story story) {
    Set<String> own = words(story.primary().title());
    Set<String> words = Covered.withoutNumbers(own);
    String source = story.primary().source().title();
    return recent.stream()
        .filter(one -> !words.isEmpty() && one.source().equals(source))
        .filter(one -> {
          Set<String> theirs = words(one.title());
          return !theirs.equals(own) && Covered.withoutNumbers(theirs).equals(words);
        });
  }

  /** The beginning of a report, whenever it was told: enough to know its story by. */
  private static Piece piece(
      String title, String text, @Nullable String publisher, @Nullable String url) {
    String beginning = text.substring(0, Math.min(text.length(), MOST_CHARS));
    return new Piece(title, title, beginning, url, null, publisher, null, List.of(), List.of());
  }

  private Stream<PastIssues.Past> alike(Story story) {
    Set<String> own = words(story.primary().title());
    List<PastIssues.Past> called =
        recent.stream().filter(one -> isCalledAlike(own, words(one.title()))).toList();
    if (called.isEmpty()) {
      return Stream.empty();
    }
    List<Piece> pieces = new ArrayList<>();
    recent.forEach(
        one -> pieces.add(piece(one.title(), one.text(), one.source(), one.canonical())));
    Piece piece = Piece.of(story.primary());
    pieces.add(piece(piece.title(), piece.text(), piece.publisher(), piece.url()));
    int[] told = SameStory.group(pieces);
    return IntStream.range(0, recent.size())
        .filter(i -> told[i] == told[told.length - 1])
        .mapToObj(recent::get)
        .filter(called::contains);
  }

  private boolean isCalledAlike(Set<String> own, Set<String> past) {
    Set<String> shared = new TreeSet<>(own);
    shared.retainAll(past);
    Set<String> all = new TreeSet<>(own);
    all.addAll(past);
    return shared.size() >= ALIKE_WORDS && weight(shared) >= ALIKE * weight(all);
  }

  /** Rare words weigh more, as everywhere: inverse document frequency among the last titles. */
  private double weight(Set<String> words) {
    return words.stream()
        .mapToDouble(
            word -> Math.log((recent.size() + 1.0) / Math.max(1, known.getOrDefault(word, 0))))
        .sum();
  }

  private static Set<String> words(String title) {
    return new TreeSet<>(Words.stems(title));
  }
}
