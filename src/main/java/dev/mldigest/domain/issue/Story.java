package dev.mldigest.domain.issue;

import java.util.List;

/**
 * Reports of the same event, paper or release.
 *
 * @param id the primary's entry id
 * @param primary the report to link to
 * @param members all reports, the primary first
 * @param mentions round-ups and newsletters that link to it or speak of it among other things
 */
public record Story(
    String id, Candidate primary, List<Candidate> members, List<Candidate> mentions) {
  public Story {
    members = List.copyOf(members);
    mentions = List.copyOf(mentions);
  }

  /** One that no round-up is known to mention. */
  public Story(String id, Candidate primary, List<Candidate> members) {
    this(id, primary, members, List.of());
  }
}
