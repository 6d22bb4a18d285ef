package dev.mldigest.select.story;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.text.Words;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The round-ups of a week, and which of its stories each mentions: those it links to, and those
 * whose title it quotes word by word. A round-up is evidence for a story and never a part of one.
 */
final class RoundUps {
  /** Shorter titles stand in a text by chance. */
  private static final int QUOTED_WORDS = 5;

  /** Characters of a round-up in which titles are looked for. */
  private static final int MOST_CHARS = 400_000;

  private final Map<String, RoundUp> found = new LinkedHashMap<>();

  RoundUps(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      RoundUp roundUp = RoundUp.of(candidate);
      if (roundUp != null) {
        found.put(candidate.id(), roundUp);
      }
    }
  }

  boolean has(Candidate candidate) {
    return found.containsKey(candidate.id());
  }

  /** Those that may be picked as stories of their own. */
  List<Candidate> picked() {
    return found.values().stream().map(RoundUp::candidate).filter(RoundUps::isPicked).toList();
  }

  /** A mail that nobody else can read is evidence, whatever its source is marked for. */
  private static boolean isPicked(Candidate candidate) {
    return candidate.source().roundUps() == Source.RoundUps.PICK && !candidate.address().isEmpty();
  }

  /** The stories with what mentions them. */
  List<Story> mentioned(List<Story> stories) {
    if (found.isEmpty()) {
      return stories;
    }
    List<Text> texts = found.values().stream().map(Text::new).toList();
    return stories.stream()
        .map(story ->
            new Story(story.id(), story.primary(), story.members(), mentions(story, texts)))
        .toList();
  }

  private static List<Candidate> mentions(Story story, List<Text> texts) {
    return texts.stream()
        .filter(text -> story.members().stream().anyMatch(text::mentions))
        .map(text -> text.roundUp.candidate())
        .filter(roundUp -> !isOwn(roundUp, story))
        .toList();
  }

  /** True for a newsletter that speaks of its own publisher's news. */
  private static boolean isOwn(Candidate roundUp, Story story) {
    return Reports.publisher(roundUp).equals(Reports.publisher(story.primary()));
  }

  /**
   * One sentence for each round-up that is not picked itself, with how many stories it mentions.
   */
  Map<Candidate, String> sentences(List<Story> stories) {
    Map<Candidate, String> sentences = new LinkedHashMap<>();
    for (RoundUp roundUp : found.values()) {
      if (!isPicked(roundUp.candidate())) {
        long mentioned =
            stories.stream()
                .filter(story -> story.mentions().contains(roundUp.candidate()))
                .count();
        sentences.put(
            roundUp.candidate(), "A round-up: " + roundUp.because() + "; " + counts(mentioned));
      }
    }
    return sentences;
  }

  private static String counts(long stories) {
    return switch ((int) stories) {
      case 0 -> "it mentions no story of the week and is no item itself.";
      case 1 -> "it counts as a mention of 1 story of the week and is no item itself.";
      default ->
          "it counts as a mention of %d stories of the week and is no item itself."
              .formatted(stories);
    };
  }

  /** A round-up as it is searched. */
  private static final class Text {
    private final RoundUp roundUp;
    private final String words;
    private final Set<String> distinct;

    Text(RoundUp roundUp) {
      this.roundUp = roundUp;
      String text = roundUp.candidate().text();
      List<String> all = words(text.substring(0, Math.min(text.length(), MOST_CHARS)));
      this.words = " " + String.join(" ", all) + " ";
      this.distinct = new HashSet<>(all);
    }

    private static List<String> words(String text) {
      return Words.split(text.toLowerCase(Locale.ROOT));
    }

    boolean mentions(Candidate candidate) {
      return pages(candidate).stream().anyMatch(roundUp.links().pages()::contains)
          || quotes(candidate.title());
    }

    private boolean quotes(String title) {
      List<String> said = words(title);
      return said.size() >= QUOTED_WORDS
          && distinct.containsAll(said)
          && words.contains(" " + String.join(" ", said) + " ");
    }

    private static List<String> pages(Candidate candidate) {
      List<String> pages = new ArrayList<>();
      if (!candidate.entry().isPlaceless()) {
        Stream.<@Nullable String>of(
                candidate.entry().link(),
                candidate.article() == null ? null : candidate.article().url(),
                candidate.article() == null ? null : candidate.article().about().canonical())
            .flatMap(url -> CanonicalUrl.of(url).map(CanonicalUrl::key).stream())
            .forEach(pages::add);
      }
      return pages;
    }
  }
}
