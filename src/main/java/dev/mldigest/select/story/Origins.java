package dev.mldigest.select.story;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.text.Words;
import dev.mldigest.web.CanonicalUrl;
import dev.mldigest.web.Publisher;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a story comes from, as far as its own reports tell: the report that others of them link to,
 * or whose publisher their titles name ("Arden releases Plum", by arden.example); and which of them
 * copy another.
 */
final class Origins {
  /** Letters: shorter names of hosts stand in titles by chance. */
  private static final int SHORTEST_NAME = 4;

  private final List<Candidate> members;
  private final Map<String, OutgoingLinks> links = new HashMap<>();
  private final Map<String, Shingles> shingles = new HashMap<>();

  Origins(List<Candidate> members) {
    this.members = members;
    if (members.size() > 1) {
      for (Candidate member : members) {
        links.put(member.id(), OutgoingLinks.of(member));
        shingles.put(member.id(), Shingles.of(member.text()));
      }
    }
  }

  /** True if other publishers' reports of the story lead to this one. */
  boolean isOrigin(Candidate candidate) {
    return members.stream().anyMatch(other -> leads(other, candidate) && !leads(candidate, other))
        || isNamed(candidate);
  }

  private boolean leads(Candidate from, Candidate to) {
    OutgoingLinks out = links.get(from.id());
    return out != null
        && !from.equals(to)
        && CanonicalUrl.of(to.entry().link())
            .map(CanonicalUrl::key)
            .filter(out.pages()::contains)
            .isPresent();
  }

  /** True if the titles of most other publishers' reports name the publisher of this one. */
  private boolean isNamed(Candidate candidate) {
    String publisher = Publisher.of(candidate.entry().link());
    String name = publisher.substring(0, Math.max(0, publisher.indexOf('.')));
    List<Candidate> others =
        members.stream()
            .filter(one -> !Publisher.of(one.entry().link()).equals(publisher))
            .toList();
    long naming =
        others.stream()
            .filter(one -> Words.split(one.title().toLowerCase(Locale.ROOT)).contains(name))
            .count();
    return name.length() >= SHORTEST_NAME && naming * 2 > others.size();
  }

  /** True if its text is another's that was there before, or that it links to. */
  boolean isCopy(Candidate candidate) {
    Shingles own = shingles.get(candidate.id());
    return own != null
        && members.stream()
            .filter(other -> !other.equals(candidate))
            .filter(other -> leads(candidate, other) || wasBefore(other, candidate))
            .map(other -> shingles.get(other.id()))
            .anyMatch(other -> other != null && own.copies(other));
  }

  private boolean wasBefore(Candidate other, Candidate candidate) {
    return !leads(other, candidate) && other.entry().date().isBefore(candidate.entry().date());
  }
}
