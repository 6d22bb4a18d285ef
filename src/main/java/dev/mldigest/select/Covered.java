package dev.mldigest.select;

import dev.mldigest.domain.Candidate;
import dev.mldigest.domain.CanonicalUrl;
import dev.mldigest.domain.PastIssues;
import dev.mldigest.domain.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Recognises what an earlier issue carried: the same page, or a title of nearly the same words. */
final class Covered {
  /** Share of all title words that both must have; numbers must be the same. */
  private static final double SAME_TITLE = 0.85;

  private static final int LEAST_WORDS = 4;

  private record Title(Set<String> words, PastIssues.Past item) {}

  private final Map<String, PastIssues.Past> byUrl = new HashMap<>();
  private final Map<String, List<Title>> byWord = new HashMap<>();

  Covered(PastIssues past) {
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
    return new TreeSet<>(Words.terms(title));
  }

  /** The past pick that told this story, or null. */
  PastIssues.@Nullable Past find(Story story) {
    for (Candidate member : story.members()) {
      PastIssues.Past found = find(member);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private PastIssues.@Nullable Past find(Candidate candidate) {
    for (String url : urls(candidate)) {
      PastIssues.Past found =
          CanonicalUrl.of(url).map(CanonicalUrl::key).map(byUrl::get).orElse(null);
      if (found != null) {
        return found;
      }
    }
    Set<String> words = words(candidate.title());
    Map<Title, Integer> shared = new HashMap<>();
    if (words.size() >= LEAST_WORDS) {
      words.forEach(word ->
          byWord.getOrDefault(word, List.of()).forEach(t -> shared.merge(t, 1, Integer::sum)));
    }
    return shared.entrySet().stream()
        .filter(entry -> isSame(words, entry.getKey().words, entry.getValue()))
        .map(entry -> entry.getKey().item)
        .min(java.util.Comparator.comparing(PastIssues.Past::entryId))
        .orElse(null);
  }

  private static List<String> urls(Candidate candidate) {
    List<String> urls = new ArrayList<>();
    for (@Nullable String url :
        new @Nullable String[] {
          candidate.entry().canonical(),
          candidate.entry().link(),
          candidate.article() == null ? null : candidate.article().url(),
          candidate.article() == null ? null : candidate.article().canonical()
        }) {
      if (url != null) {
        urls.add(url);
      }
    }
    return urls;
  }

  private static boolean isSame(Set<String> a, Set<String> b, int shared) {
    return shared >= SAME_TITLE * (a.size() + b.size() - shared) && numbers(a).equals(numbers(b));
  }

  private static Set<String> numbers(Set<String> words) {
    Set<String> numbers = new TreeSet<>(words);
    numbers.removeIf(word -> word.chars().noneMatch(Character::isDigit));
    return numbers;
  }
}
