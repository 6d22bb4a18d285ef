package dev.mldigest.review;

import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Known;
import dev.mldigest.review.digest.Part;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words that an editor took out of one item's sentences while the sentences stayed: what he
 * cuts for its sound, not for what it says.
 *
 * @param cut words of ours that the item no longer has
 * @param kept words of ours that it still has
 */
public record Cuts(Set<String> cut, Set<String> kept) {
  /** More words in a row are a thought that was taken out. */
  private static final int LONGEST = 2;

  /** Shorter ones are articles and particles. */
  private static final int SHORTEST_WORD = 4;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

  /** No item of a digest is longer; a longer one is not looked at. */
  private static final int MOST_WORDS = 1_000;

  public Cuts {
    cut = Set.copyOf(cut);
    kept = Set.copyOf(kept);
  }

  /**
   * Of each item that stands in both.
   *
   * @param generated the text that the digest was edited from
   * @param text as the editor left it
   */
  public static List<Cuts> of(String generated, String text) {
    Map<String, Part> known = DigestFile.parse(generated).byId();
    List<Cuts> all = new ArrayList<>();
    for (Part part : DigestFile.parse(text, Known.of(List.of(generated))).items()) {
      Part before = part.id() == null ? null : known.get(part.id());
      if (before != null) {
        all.add(of(words(before), words(part)));
      }
    }
    return all;
  }

  /** Below the heading: titles are others' words. */
  private static List<String> words(Part item) {
    String body = item.compared().replaceFirst("(?s)^.*?###[^\\n]*", "");
    return WORD.matcher(body.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .limit(MOST_WORDS)
        .toList();
  }

  private static Cuts of(List<String> before, List<String> after) {
    Set<String> left = new HashSet<>(after);
    Set<String> kept = new HashSet<>(before);
    kept.retainAll(left);
    Set<String> cut = new HashSet<>();
    boolean[] stays = before.equals(after) ? null : stays(before, after);
    for (int at = 0; stays != null && at < before.size(); at++) {
      int end = at;
      while (end < before.size() && !stays[end]) {
        end++;
      }
      if (end > at && end - at <= LONGEST && at > 0 && end < before.size()) {
        before.subList(at, end).stream()
            .filter(word -> word.length() >= SHORTEST_WORD && !Words.isStop(word))
            .filter(word -> !left.contains(word))
            .forEach(cut::add);
      }
      at = Math.max(at, end - 1);
    }
    return new Cuts(cut, kept);
  }

  /** Which words belong to the longest common subsequence. */
  private static boolean[] stays(List<String> before, List<String> after) {
    int[][] length = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        length[i][j] =
            before.get(i).equals(after.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    boolean[] stays = new boolean[before.size()];
    for (int i = 0, j = 0; i < before.size() && j < after.size(); ) {
      if (before.get(i).equals(after.get(j))) {
        stays[i++] = true;
        j++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return stays;
  }
}
