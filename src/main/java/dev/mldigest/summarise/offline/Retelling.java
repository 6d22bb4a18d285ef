package dev.mldigest.summarise.offline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Proves that a sentence in the third person says of its speaker what the source says of "we" or
 * "I", word by word: every word is the source's, in its place, but for the pronouns of the first
 * person, which stand for the speaker, and a verb close behind one of them, which may agree with
 * one instead of several. Knows nothing of how the sentence was made.
 */
final class Retelling {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*|[^\\s\\p{L}\\p{N}]");

  /** Adverbs may stand between a pronoun and its verb: "we have also now". */
  private static final int BETWEEN = 3;

  private static final Set<String> DRAWN = Set.of("are", "is", "am", "have", "has", "will");

  private Retelling() {}

  static boolean isOf(String told, String said, Speaker speaker) {
    if (told.equals(speaker.saying(said))) {
      return true;
    }
    List<String> source = words(said);
    List<String> target = words(told);
    List<String> name = words(speaker.name());
    List<String> whose = words(speaker.possessive());
    int at = 0;
    int since = BETWEEN + 1;
    for (String word : source) {
      String pronoun = ThirdPerson.part(word, true).toLowerCase(Locale.ROOT);
      boolean first = ThirdPerson.isFirst(ThirdPerson.part(word, true));
      if (first && !(at < target.size() && target.get(at).equals(word))) {
        int length = stand(pronoun, target, at, name, whose, speaker);
        if (length == 0) {
          return false;
        }
        at += length;
        if (word.length() > pronoun.length()) {
          if (at >= target.size() || !DRAWN.contains(target.get(at))) {
            return false;
          }
          at++;
        }
        since = 0;
      } else if (at < target.size()
          && (isSame(word, target.get(at)) || (since <= BETWEEN && agrees(word, target.get(at))))) {
        at++;
        since++;
      } else {
        return false;
      }
    }
    return at == target.size();
  }

  /** How many words stand for the pronoun; none if they do not. */
  private static int stand(
      String pronoun,
      List<String> target,
      int at,
      List<String> name,
      List<String> whose,
      Speaker speaker) {
    List<String> full = Set.of("our", "my").contains(pronoun) ? whose : name;
    if (begins(target, at, full)) {
      return full.size();
    }
    boolean plain = pronoun.equals("our") && begins(target, at, List.of("the"));
    return plain || begins(target, at, List.of(speaker.again(pronoun))) ? 1 : 0;
  }

  private static boolean begins(List<String> target, int at, List<String> wanted) {
    if (at + wanted.size() > target.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!isSame(target.get(at + i), wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(String one, String other) {
    return one.equalsIgnoreCase(other);
  }

  private static boolean agrees(String verb, String told) {
    String low = verb.toLowerCase(Locale.ROOT).replace('’', '\'');
    Optional<String> form = Agreement.ofOne(low);
    return (form.isPresent() && form.get().equals(told))
        || (low.equals("am") && told.equals("are"))
        || (low.equals("was") && told.equals("were"));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
