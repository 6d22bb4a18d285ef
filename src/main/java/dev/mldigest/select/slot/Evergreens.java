package dev.mldigest.select.slot;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Archived;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Evergreen;
import dev.mldigest.select.rank.Ranker;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Runners-up of earlier issues for the slots that may be filled from the archive. Only what lasts
 * is taken: neither news nor releases, and nothing that scores below half of what is picked of the
 * week.
 */
public final class Evergreens {
  /** What is of its week only. */
  private static final Set<SourceKind> PASSING =
      EnumSet.of(
          SourceKind.NEWS,
          SourceKind.NEWS_API,
          SourceKind.RELEASES,
          SourceKind.GITHUB,
          SourceKind.REDDIT,
          SourceKind.HACKER_NEWS);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Map<String, Archived> byId = new HashMap<>();

  public Evergreens(List<Archived> archive, Evergreen setting) {
    if (setting.most() > 0) {
      archive.stream()
          .filter(one -> !PASSING.contains(one.candidate().source().kind()))
          .forEach(one -> byId.put(one.candidate().id(), one));
    }
  }

  /**
   * One story each.
   *
   * @param week what is decided on now, which is not taken twice
   */
  public List<Story> stories(List<Candidate> week, Predicate<Story> isOpen) {
    week.forEach(candidate -> byId.remove(candidate.id()));
    List<Story> stories =
        byId.values().stream()
            .map(Archived::candidate)
            .map(candidate -> new Story(candidate.id(), candidate, List.of(candidate)))
            .filter(isOpen)
            .toList();
    byId.keySet().retainAll(stories.stream().map(Story::id).collect(Collectors.toSet()));
    return stories;
  }

  public boolean has(Story story) {
    return byId.containsKey(story.id());
  }

  public Set<String> ids() {
    return Set.copyOf(byId.keySet());
  }

  /**
   * All of the week, and of the archive what would be in the better half of the issue.
   *
   * @param picks of the week alone
   */
  public List<Ranker.Scored> worthy(List<Ranker.Scored> all, List<Ranker.Scored> picks) {
    double[] scores = picks.stream().mapToDouble(Ranker.Scored::score).sorted().toArray();
    double least = scores.length == 0 ? Double.NEGATIVE_INFINITY : scores[scores.length / 2];
    return all.stream().filter(story -> !has(story.story()) || story.score() >= least).toList();
  }

  /** From when it is, as a sentence. */
  String origin(Story story) {
    Archived archived = byId.get(story.id());
    return archived == null
        ? ""
        : "From the archive: of %s, a runner-up of %s."
            .formatted(DAY.format(archived.candidate().entry().date()), archived.week());
  }
}
