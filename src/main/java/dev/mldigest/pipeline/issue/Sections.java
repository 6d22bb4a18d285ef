package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.review.Contents;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Place;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The sections of feeds.yaml, as an editor names them and as they stand in the digest. */
final class Sections {
  private final List<SectionRule> rules;

  Sections(Settings settings) {
    this.rules = settings.slots().sections();
  }

  /** That of the candidate's source; the first where feeds.yaml has no such section. */
  SectionRule of(Candidate candidate) {
    return rules.stream()
        .filter(rule -> rule.id().equals(candidate.source().section()))
        .findFirst()
        .orElse(rules.getFirst());
  }

  SectionRule first() {
    return rules.getFirst();
  }

  /** The end of a section of the digest; one that it lacks is made where feeds.yaml has it. */
  Place place(String section, IssueState state) {
    List<String> titles = titles();
    int own = titles.indexOf(section);
    List<String> later = own < 0 ? List.of() : titles.subList(own + 1, titles.size());
    return Place.under(
        section,
        Contents.of(state.text(), state.text()).entries().stream()
            .filter(entry -> later.stream().anyMatch(entry.section()::equalsIgnoreCase))
            .map(Contents.Entry::id)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  /** The titles of all sections, as one may name them. */
  List<String> titles() {
    return rules.stream().map(SectionRule::title).toList();
  }

  /** The id of the section with that title or id. */
  Optional<String> id(String named) {
    String wanted = named.strip().toLowerCase(Locale.ROOT);
    return rules.stream()
        .filter(rule ->
            rule.id().equals(wanted) || rule.title().toLowerCase(Locale.ROOT).equals(wanted))
        .map(SectionRule::id)
        .findFirst();
  }
}
