package dev.mldigest.domain.issue;

import java.util.List;

/**
 * Reports of the same event, paper or release.
 *
 * @param id the primary's entry id
 * @param primary the report to link to
 * @param members all reports, the primary first
 */
public record Story(String id, Candidate primary, List<Candidate> members) {
  public Story {
    members = List.copyOf(members);
  }
}
