package dev.mldigest.select.story;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.story.same.Facts;
import dev.mldigest.select.story.same.SameStory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins stories that were nearly one and that the panel calls one. However it answers, it joins
 * nothing else, and never two stories of which one states what the other cannot ({@link Facts}).
 */
final class ContestedStories {
  private final List<Candidate> candidates;
  private final List<Piece> pieces;
  private final int[] story;
  private final Map<Integer, List<Integer>> members = new TreeMap<>();

  /**
   * @param pieces of the candidates, in their order
   * @param story the number of each one's story
   */
  ContestedStories(List<Candidate> candidates, List<Piece> pieces, int[] story) {
    this.candidates = candidates;
    this.pieces = pieces;
    this.story = story.clone();
    for (int i = 0; i < story.length; i++) {
      members.computeIfAbsent(story[i], number -> new ArrayList<>()).add(i);
    }
  }

  /** The numbers of the stories after asking, the surest pairs first. */
  int[] judged(List<SameStory.Contested> contested, StoryPanel panel) {
    for (SameStory.Contested pair : contested) {
      int one = story[pair.one()];
      int other = story[pair.other()];
      if (one != other && isOne(one, other, panel)) {
        join(Math.min(one, other), Math.max(one, other));
      }
    }
    return Arrays.copyOf(story, story.length);
  }

  private boolean isOne(int one, int other, StoryPanel panel) {
    Piece first = best(one);
    Piece second = best(other);
    return panel.mayAnswer(first, second)
        && !contradict(one, other)
        && panel.sameStory(first, second);
  }

  private boolean contradict(int one, int other) {
    Facts first = facts(one);
    Facts second = facts(other);
    return first.contradicts(second) || first.contradictsInDetail(second);
  }

  private Facts facts(int number) {
    return of(number).stream().map(pieces::get).map(Facts::of).reduce(Facts::and).orElseThrow();
  }

  private Piece best(int number) {
    List<Integer> places = of(number);
    Candidate best = Reports.inOrder(places.stream().map(candidates::get).toList()).getFirst();
    return places.stream()
        .filter(place -> candidates.get(place).equals(best))
        .map(pieces::get)
        .findFirst()
        .orElseThrow();
  }

  private List<Integer> of(int number) {
    return members.getOrDefault(number, List.of());
  }

  private void join(int kept, int gone) {
    List<Integer> all = new ArrayList<>(of(kept));
    all.addAll(of(gone));
    all.forEach(place -> story[place] = kept);
    members.put(kept, all);
    members.remove(gone);
  }
}
