package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of a verb behind "we" or "I" when one third person does it. */
final class Agreement {
  private static final Map<String, List<String>> CLASSES =
      WordList.read("/summarise/third-person.txt").named();

  static final Set<String> ADVERBS = words("adverb");
  static final Set<String> MODALS = words("modal");
  static final Set<String> DOING = words("doing");

  /** What everybody does, whoever writes; and what in posts everybody may be meant with. */
  static final Set<String> EVERYBODY = words("everybody");

  static final Set<String> SHARED = words("shared");
  static final Set<String> OURS = words("ours");

  /** What a paper itself can be said to do. */
  static final Set<String> OF_TEXTS = words("of texts");

  /** What is whose, in a paper and in any other text. */
  static final Set<String> OWN = words("own");

  static final Set<String> THEIR_OWN =
      Stream.concat(OWN.stream(), words("their own").stream())
          .collect(Collectors.toUnmodifiableSet());

  /** No verbs: what else may follow a pronoun. */
  static final Set<String> NONE = words("none");

  private static final Set<String> BASE = words("base");
  private static final Set<String> UNLIKE_ADVERBS = words("unlike-adverbs");
  private static final Set<String> UNLIKE_PASTS = words("unlike-pasts");
  private static final Set<String> PAST = words("past");
  private static final Set<String> ALIKE = words("alike");

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("are", "is"),
          Map.entry("am", "is"),
          Map.entry("were", "was"),
          Map.entry("have", "has"),
          Map.entry("do", "does"),
          Map.entry("go", "goes"),
          Map.entry("aren't", "isn't"),
          Map.entry("weren't", "wasn't"),
          Map.entry("haven't", "hasn't"),
          Map.entry("don't", "doesn't"));

  private Agreement() {}

  private static Set<String> words(String name) {
    return Set.copyOf(Objects.requireNonNull(CLASSES.get(name), name));
  }

  static boolean isAdverb(String word) {
    return ADVERBS.contains(word)
        || (word.endsWith("ly") && word.length() > 4 && !UNLIKE_ADVERBS.contains(word));
  }

  static boolean isPast(String verb) {
    return PAST.contains(verb)
        || (verb.endsWith("ed") && !UNLIKE_PASTS.contains(verb))
        || verb.equals("didn't");
  }

  /** True for a verb that says, in whatever form, that something was done and by whom. */
  static boolean isDoing(String verb) {
    return DOING.contains(verb) || isPast(verb);
  }

  /** True for the form that several do now, of the verbs that we know. */
  static boolean isPresent(String verb) {
    return DOING.contains(verb) || BASE.contains(verb);
  }

  /** The form of one; empty where the verb is not known, or its form does not tell its tense. */
  static Optional<String> ofOne(String verb) {
    if (IRREGULAR.containsKey(verb)) {
      return Optional.of(Objects.requireNonNull(IRREGULAR.get(verb)));
    }
    if (MODALS.contains(verb) || isPast(verb)) {
      return Optional.of(verb);
    }
    return isPresent(verb) && !ALIKE.contains(verb) ? Optional.of(withS(verb)) : Optional.empty();
  }

  private static String withS(String verb) {
    if (verb.endsWith("y") && verb.length() > 1 && "aeiou".indexOf(beforeLast(verb)) < 0) {
      return verb.substring(0, verb.length() - 1) + "ies";
    }
    boolean hisses = verb.matches(".*(?:s|x|z|ch|sh|o)");
    return verb + (hisses ? "es" : "s");
  }

  private static char beforeLast(String verb) {
    return verb.charAt(verb.length() - 2);
  }
}
