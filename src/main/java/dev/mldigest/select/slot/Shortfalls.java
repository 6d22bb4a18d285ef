package dev.mldigest.select.slot;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says of each section that holds less than it was promised how many candidates it had and what
 * took them away. It counts decisions, so the sentence can never differ from the ledger.
 */
public final class Shortfalls {
  private Shortfalls() {}

  /**
   * @param sections the section of each pick
   * @param candidates with their decisions, in the same order
   */
  public static List<String> of(
      Slots slots, List<String> sections, List<Candidate> candidates, List<Decision> decisions) {
    Map<String, Candidate> byId =
        candidates.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
    List<String> sentences = new ArrayList<>();
    for (SectionRule rule : slots.sections()) {
      long held = sections.stream().filter(rule.id()::equals).count();
      if (held < rule.atLeast()) {
        List<Decision> offered =
            decisions.stream()
                .filter(decision -> decision.reason() != Reason.TOO_OLD)
                .filter(decision -> section(byId, decision).equals(rule.id()))
                .toList();
        sentences.add(
            "Section '%s' has %d of at least %d: %s."
                .formatted(rule.title(), held, rule.atLeast(), why(offered)));
      }
    }
    return sentences;
  }

  private static String section(Map<String, Candidate> byId, Decision decision) {
    Candidate candidate = byId.get(decision.entryId());
    return candidate == null ? "" : candidate.source().section();
  }

  private static String why(List<Decision> offered) {
    if (offered.isEmpty()) {
      return "its sources had nothing new";
    }
    List<String> parts = new ArrayList<>();
    add(parts, offered, "picked", Reason.PICKED);
    add(parts, offered, "not readable", Reason.UNREADABLE, Reason.FAILED);
    add(parts, offered, "told before or elsewhere", Reason.DUPLICATE);
    add(parts, offered, "a round-up of others' news", Reason.ROUND_UP);
    add(parts, offered, "kept out by a filter", Reason.BEGINNER, Reason.OFF_TOPIC);
    add(parts, offered, "unwanted by the examples", Reason.LOW_RANK);
    add(parts, offered, "over a publisher's share or too much like a pick", Reason.BENCH);
    String candidates = offered.size() == 1 ? "1 candidate" : offered.size() + " candidates";
    return "of " + candidates + " " + String.join(", ", parts);
  }

  private static void add(
      List<String> parts, List<Decision> offered, String what, Reason... reasons) {
    List<Reason> wanted = List.of(reasons);
    long count = offered.stream().filter(decision -> wanted.contains(decision.reason())).count();
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
