package dev.mldigest.select;

import dev.mldigest.domain.Candidate;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Story;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this audience never wants, whatever the ranking says: material for beginners, click-bait,
 * advertising, job advertisements, other subjects, papers that were withdrawn. Phrases are looked
 * for in titles only, as whole words; papers are never judged by them. Conservative: what no rule
 * names clearly stays.
 */
final class Rules {
  /** Fewer words may not reach the point where the subject shows. */
  private static final int ENOUGH_WORDS = 150;

  private static final int LEAD = 6_000;

  /**
   * @param sentence names the rule and what it found
   */
  record Verdict(Reason reason, String sentence) {}

  private record Rule(Reason reason, String name, List<String> phrases) {}

  private static final List<Rule> RULES =
      List.of(
          rule(Reason.BEGINNER, "beginner material", "beginner.txt"),
          rule(Reason.OFF_TOPIC, "click-bait", "click-bait.txt"),
          rule(Reason.OFF_TOPIC, "sponsored post", "sponsored.txt"),
          rule(Reason.OFF_TOPIC, "job advertisement", "jobs.txt"));

  private static final Set<String> FIELD =
      WordList.read("field.txt").stream().map(Words::stem).collect(Collectors.toUnmodifiableSet());

  private Rules() {}

  private static Rule rule(Reason reason, String name, String file) {
    return new Rule(reason, name, List.copyOf(WordList.read(file)));
  }

  /** Why a story is nobody's news, or null: the paper it is about was taken back. */
  static @Nullable Verdict withdrawn(Story story) {
    boolean paper = story.primary().source().kind().isPaper();
    String page = story.primary().entry().page();
    return story.members().stream()
            .filter(member -> paper || member.entry().page().equals(page))
            .anyMatch(member -> member.entry().feedEntry().signals().withdrawn())
        ? new Verdict(Reason.OFF_TOPIC, "Its authors withdrew the paper.")
        : null;
  }

  /** Why the candidate is not for this audience, or null. */
  static @Nullable Verdict judge(Candidate candidate) {
    if (candidate.source().kind().isPaper()) {
      return null;
    }
    String title = candidate.title().toLowerCase(Locale.ROOT).replace('’', '\'');
    for (Rule rule : RULES) {
      for (String phrase : rule.phrases) {
        if (contains(title, phrase)) {
          String sentence = "Rule '" + rule.name + "': the title says '" + phrase + "'.";
          return new Verdict(rule.reason, sentence);
        }
      }
    }
    return isOffTopic(candidate)
        ? new Verdict(
            Reason.OFF_TOPIC, "Rule 'another subject': no term of the field in title or text.")
        : null;
  }

  private static boolean contains(String title, String phrase) {
    int at = title.indexOf(phrase);
    while (at >= 0) {
      int end = at + phrase.length();
      if (isEdge(title, at - 1, at) && isEdge(title, end - 1, end)) {
        return true;
      }
      at = title.indexOf(phrase, at + 1);
    }
    return false;
  }

  /** True unless both characters belong to one word. */
  private static boolean isEdge(String text, int left, int right) {
    return left < 0
        || right >= text.length()
        || !Character.isLetterOrDigit(text.charAt(left))
        || !Character.isLetterOrDigit(text.charAt(right));
  }

  private static boolean isOffTopic(Candidate candidate) {
    String text = candidate.text();
    List<String> words = Words.terms(text.length() > LEAD ? text.substring(0, LEAD) : text);
    if (words.size() < ENOUGH_WORDS) {
      return false;
    }
    Set<String> all = new HashSet<>(words);
    all.addAll(Words.terms(candidate.title()));
    return all.stream().noneMatch(FIELD::contains);
  }
}
