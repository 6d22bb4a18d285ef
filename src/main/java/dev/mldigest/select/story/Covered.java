package dev.mldigest.select.story;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.text.Words;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what an earlier issue carried: the same page, or a title of nearly the same words. The
 * same title with other numbers (a new version, a new year) is no repetition but a follow-up.
 */
public final class Covered {
  /** Share of all title words that both must have; numbers must be the same. */
  private static final double SAME_TITLE = 0.85;

  /** Shorter titles ("Weekly notes") repeat without telling the same. */
  private static final int LEAST_WORDS = 4;

  private record Title(Set<String> words, PastIssues.Past item) {}

  private final Map<String, PastIssues.Past> byUrl = new HashMap<>();
  private final Map<String, List<Title>> byWord = new HashMap<>();

  private final FollowUps followUps;

  public Covered(PastIssues past) {
    this.followUps = new FollowUps(past);
    for (PastIssues.Past item : past.items()) {
      if (item.picked()) {
        remember(item);
      }
    }
    past.archived().forEach(this::remember);
  }

  private void remember(PastIssues.Past item) {
    CanonicalUrl.of(item.canonical()).map(CanonicalUrl::key).ifPresent(key -> byUrl.put(key, item));
    Title title = new Title(words(item.title()), item);
    title.words.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(title));
  }

  private static Set<String> words(String title) {
    return new TreeSet<>(Words.stems(title));
  }

  /** The past pick that told this story, or null. */
  public PastIssues.@Nullable Past find(Story story) {
    for (Candidate member : story.members()) {
      PastIssues.Past found = find(member);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The past pick that this story carries on, or null: to be asked only of what {@link #find} does
   * not know.
   */
  public PastIssues.@Nullable Past followedBy(Story story) {
    PastIssues.Past named =
        alike(withoutNumbers(words(story.primary().title())), Covered::carriesOn);
    return named == null ? followUps.find(story) : named;
  }

  static Set<String> withoutNumbers(Set<String> words) {
    Set<String> rest = new TreeSet<>(words);
    rest.removeAll(numbers(words));
    return rest;
  }

  private PastIssues.@Nullable Past find(Candidate candidate) {
    for (String url : urls(candidate)) {
      PastIssues.Past found =
          CanonicalUrl.of(url).map(CanonicalUrl::key).map(byUrl::get).orElse(null);
      if (found != null) {
        return found;
      }
    }
    return alike(words(candidate.title()), Covered::isSame);
  }

  /** The newest past title that shares enough of these words. */
  private PastIssues.@Nullable Past alike(
      Set<String> words, BiPredicate<Set<String>, Set<String>> isAlike) {
    if (words.size() < LEAST_WORDS) {
      return null;
    }
    return words.stream()
        .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
        .distinct()
        .filter(title -> isAlike.test(words, title.words))
        .map(Title::item)
        .min(
            Comparator.comparing(PastIssues.Past::week)
                .reversed()
                .thenComparing(PastIssues.Past::entryId))
        .orElse(null);
  }

  private static List<String> urls(Candidate candidate) {
    if (candidate.entry().isPlaceless()) {
      return List.of();
    }
    List<String> urls = new ArrayList<>();
    for (@Nullable String url :
        new @Nullable String[] {
          candidate.entry().canonical(),
          candidate.entry().link(),
          candidate.article() == null ? null : candidate.article().url(),
          candidate.article() == null ? null : candidate.article().about().canonical()
        }) {
      if (url != null) {
        urls.add(url);
      }
    }
    return urls;
  }

  private static boolean isSame(Set<String> a, Set<String> b) {
    return sharesEnough(a, b) && numbers(a).equals(numbers(b));
  }

  /** A past title whose words but for its numbers are these. */
  private static boolean carriesOn(Set<String> words, Set<String> past) {
    return sharesEnough(words, withoutNumbers(past));
  }

  private static boolean sharesEnough(Set<String> a, Set<String> b) {
    long shared = a.stream().filter(b::contains).count();
    return shared >= SAME_TITLE * (a.size() + b.size() - shared);
  }

  private static Set<String> numbers(Set<String> words) {
    Set<String> numbers = new TreeSet<>(words);
    numbers.removeIf(word -> word.chars().noneMatch(Character::isDigit));
    return numbers;
  }
}
