package dev.mldigest.select.story;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.story.mention.Mentions;
import dev.mldigest.select.story.same.SameStory;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The candidates of a week as stories: same page, same text, same event ({@link SameStory}), and
 * posts with the one paper they speak of ({@link Mentions}). Round-ups stand beside them as
 * mentions ({@link RoundUps}). Depends on neither the order nor the ids of the candidates.
 */
public final class Stories {
  /** Surer than {@link Mentions} must be for an answer alone: a wrong merge hides a post. */
  private static final double SURE_ENOUGH = 1.3;

  /**
   * @param stories in the order of their ids
   * @param judged ids of the reports that stand beside their story's primary by the panel's word
   * @param roundUps what is no story but evidence of some, each with a sentence that says so
   */
  public record Grouping(
      List<Story> stories, Set<String> judged, Map<Candidate, String> roundUps) {}

  private final Embeddings embeddings;

  /** Tells stories by words alone. */
  public Stories() {
    this(Embeddings.NONE);
  }

  /**
   * @param embeddings what headlines mean, where that is known
   */
  public Stories(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  /** All stories, in the order of their ids. */
  public List<Story> group(List<Candidate> candidates) {
    return group(candidates, StoryPanel.empty()).stories();
  }

  public Grouping group(List<Candidate> candidates, StoryPanel panel) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparing(Candidate::id));
    RoundUps roundUps = new RoundUps(sorted);
    Grouping reports = reports(sorted.stream().filter(one -> !roundUps.has(one)).toList(), panel);
    List<Story> stories =
        Stream.concat(
                roundUps.mentioned(reports.stories).stream(),
                roundUps.picked().stream().map(one -> story(List.of(one))))
            .sorted(Comparator.comparing(Story::id))
            .toList();
    return new Grouping(stories, reports.judged, roundUps.sentences(stories));
  }

  private Grouping reports(List<Candidate> sorted, StoryPanel panel) {
    List<Piece> pieces = sorted.stream().map(Piece::of).toList();
    SameStory.Told told = SameStory.told(pieces, embeddings);
    int[] alike = told.stories().stream().mapToInt(story -> story).toArray();
    int[] sure = withLinked(sorted, withPapers(pieces, alike));
    List<Story> stories = stories(sorted, sure);
    if (panel.isEmpty()) {
      return new Grouping(stories, Set.of(), Map.of());
    }
    int[] judged = new ContestedStories(sorted, pieces, sure).judged(told.contested(), panel);
    List<Story> joined = stories(sorted, judged);
    return new Grouping(joined, added(stories, joined), Map.of());
  }

  private static List<Story> stories(List<Candidate> candidates, int[] story) {
    Map<Integer, List<Candidate>> members = new TreeMap<>();
    for (int i = 0; i < story.length; i++) {
      members.computeIfAbsent(story[i], s -> new ArrayList<>()).add(candidates.get(i));
    }
    return members.values().stream()
        .map(Stories::story)
        .sorted(Comparator.comparing(Story::id))
        .toList();
  }

  /** The reports that were not in the story of their primary before. */
  private static Set<String> added(List<Story> before, List<Story> after) {
    Map<String, String> storyOf = new HashMap<>();
    before.forEach(
        story -> story.members().forEach(member -> storyOf.put(member.id(), story.id())));
    Set<String> added = new TreeSet<>();
    for (Story story : after) {
      String own = storyOf.getOrDefault(story.id(), story.id());
      story.members().stream()
          .map(Candidate::id)
          .filter(id -> !own.equals(storyOf.get(id)))
          .forEach(added::add);
    }
    return added;
  }

  private static Story story(List<Candidate> members) {
    List<Candidate> ordered = Reports.inOrder(members);
    return new Story(ordered.getFirst().id(), ordered.getFirst(), ordered);
  }

  /** Unites each story with that of the one work its entries link to; never two papers. */
  private static int[] withLinked(List<Candidate> candidates, int[] story) {
    PaperLinks links = new PaperLinks(candidates);
    Map<Integer, Set<String>> papers = new HashMap<>();
    for (int i = 0; i < story.length; i++) {
      String paper = CanonicalUrl.arxivId(candidates.get(i).entry().link());
      if (paper != null) {
        papers.computeIfAbsent(story[i], s -> new TreeSet<>()).add(paper);
      }
    }
    Map<Integer, Integer> joined = new HashMap<>();
    for (int i = 0; i < story.length; i++) {
      int target = links.target(i);
      int from = last(joined, story[i]);
      int to = target < 0 ? from : last(joined, story[target]);
      Set<String> both = new TreeSet<>(papers.getOrDefault(from, Set.of()));
      both.addAll(papers.getOrDefault(to, Set.of()));
      if (from != to && both.size() <= 1) {
        joined.put(from, to);
        papers.put(to, both);
      }
    }
    return Arrays.stream(story).map(s -> last(joined, s)).toArray();
  }

  private static int last(Map<Integer, Integer> joined, int story) {
    int end = story;
    for (Integer next = joined.get(end); next != null; next = joined.get(end)) {
      end = next;
    }
    return end;
  }

  /** Moves each post that speaks of one paper of the batch into that paper's story. */
  private static int[] withPapers(List<Piece> pieces, int[] story) {
    List<Piece> papers =
        pieces.stream().filter(piece -> CanonicalUrl.arxivId(piece.url()) != null).toList();
    if (papers.isEmpty()) {
      return story;
    }
    Map<String, Integer> storyOf = new HashMap<>();
    Map<Integer, Boolean> hasPaper = new HashMap<>();
    for (int i = 0; i < story.length; i++) {
      storyOf.put(pieces.get(i).id(), story[i]);
      hasPaper.merge(
          story[i], CanonicalUrl.arxivId(pieces.get(i).url()) != null, Boolean::logicalOr);
    }
    Mentions mentions = new Mentions(papers);
    int[] moved = story.clone();
    for (int i = 0; i < story.length; i++) {
      if (!hasPaper.getOrDefault(story[i], false)) {
        Mentions.Mention mention = mentions.find(pieces.get(i));
        if (mention != null && mention.score() >= SURE_ENOUGH) {
          moved[i] = storyOf.getOrDefault(mention.paper(), story[i]);
        }
      }
    }
    return moved;
  }
}
