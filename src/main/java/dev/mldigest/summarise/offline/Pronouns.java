package dev.mldigest.summarise.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * One sentence with the pronouns of its first person, and the verbs behind them, as they are of its
 * speaker. The first that it meets is the speaker's name, the others stand for it.
 */
final class Pronouns {
  private static final Set<String> JOINS = Set.of("and", "or", "but", "then");
  private static final Set<String> MORE =
      Set.of("are", "am", "have", "were", "do", "don't", "haven't", "aren't");

  /** "A version of our model": of the model. */
  private static final Set<String> VERSION =
      Set.of("version", "release", "variant", "part", "core", "rest", "size", "performance");

  private final String sentence;
  private final Speaker named;
  private final boolean paper;
  private final List<String> words = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final StringBuilder told = new StringBuilder();
  private boolean isNamed;
  private int done;

  /**
   * @param isNamed true if the reader has just read who speaks
   */
  Pronouns(String sentence, Speaker named, boolean paper, boolean isNamed) {
    this.sentence = sentence;
    this.named = named;
    this.paper = paper;
    this.isNamed = isNamed;
    Matcher word = ThirdPerson.WORD.matcher(sentence);
    while (word.find()) {
      words.add(word.group());
      starts.add(word.start());
    }
  }

  /** Empty where one of its words cannot be said so. */
  Optional<String> all() {
    for (int i = 0; i < words.size(); i++) {
      String first = ThirdPerson.part(words.get(i), true);
      boolean said =
          !ThirdPerson.isFirst(first)
              || ThirdPerson.isQuoted(sentence, starts.get(i))
              || ThirdPerson.isName(sentence, starts.get(i))
              || tell(i, first);
      if (!said) {
        return Optional.empty();
      }
    }
    return Optional.of(told + sentence.substring(done));
  }

  private boolean tell(int at, String first) {
    String low = first.toLowerCase(Locale.ROOT);
    boolean one = low.equals("i") || low.equals("my") || low.equals("me") || low.equals("myself");
    if (one != (named.kind() == Speaker.Kind.PERSON)) {
      return false;
    }
    if (ThirdPerson.SUBJECTS.contains(low)) {
      return subject(at, first);
    }
    if (ThirdPerson.WHOSE.contains(low)) {
      if (isShared(at)) {
        return true;
      }
      put(at, first.length(), isOfTheText(at) ? the(at) : named(at, named.possessive()));
      return true;
    }
    if (ThirdPerson.SELVES.contains(low)
        || (ThirdPerson.WHOM.contains(low) && (paper || isNamed || !low.equals("us")))) {
      put(at, first.length(), named(at, named.name()));
      return !ThirdPerson.SELVES.contains(low) || isNamed;
    }
    return false;
  }

  /** "Our method": the method that the text is about, whoever wrote it. */
  private boolean isOfTheText(int at) {
    Set<String> whose = paper ? Agreement.OWN : Agreement.THEIR_OWN;
    boolean several = named.kind() == Speaker.Kind.AUTHORS || named.equals(Speaker.TEAM);
    boolean said = named.kind() == Speaker.Kind.TEXT || (several && !isNamed && isNamedLater(at));
    return said
        && !(word(at - 1).equals("of") && (paper || !VERSION.contains(word(at - 2))))
        && words.stream()
            .skip(at + 1L)
            .limit(2)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .noneMatch(whose::contains);
  }

  /** "Building on our nest, we": who "we" are comes with "we"; of authors, not at all. */
  private boolean isNamedLater(int at) {
    return named.kind() == Speaker.Kind.AUTHORS
        || words.stream()
            .skip(at + 1L)
            .map(word -> ThirdPerson.part(word, true).toLowerCase(Locale.ROOT))
            .anyMatch(ThirdPerson.SUBJECTS::contains);
  }

  private String the(int at) {
    return starts.get(at) == 0 ? "The" : "the";
  }

  /** "Our lives", "our own understanding": everybody's. */
  private boolean isShared(int at) {
    return words.stream()
        .skip(at + 1L)
        .limit(2)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(Agreement.OURS::contains);
  }

  private String named(int at, String name) {
    String low = ThirdPerson.part(words.get(at), true).toLowerCase(Locale.ROOT);
    String text = isNamed ? named.again(low) : name;
    boolean own = !isNamed && named.isNamed();
    isNamed = true;
    return starts.get(at) == 0 && !own ? LeadIn.capital(text) : text;
  }

  private boolean subject(int at, String first) {
    String drawn = ThirdPerson.part(words.get(at), false);
    int verb = at + 1;
    while (verb < words.size() && Agreement.isAdverb(word(verb))) {
      verb++;
    }
    String auxiliary =
        switch (drawn) {
          case "" -> word(verb);
          case "re" -> "are";
          case "m" -> "am";
          case "ve" -> "have";
          case "ll" -> "will";
          default -> "";
        };
    if (auxiliary.isEmpty() || !isDoing(auxiliary, drawn.isEmpty() ? verb + 1 : at + 1)) {
      return false;
    }
    boolean again = isNamed;
    boolean single = named.isOne() && !(again && named.kind() == Speaker.Kind.PERSON);
    Optional<String> form = single ? Agreement.ofOne(auxiliary) : Optional.of(plural(auxiliary));
    if (form.isEmpty() || (single && isContinued(auxiliary, verb))) {
      return false;
    }
    String subject = named(at, named.name());
    if (drawn.isEmpty()) {
      put(at, first.length(), subject);
      put(verb, words.get(verb).length(), form.get());
    } else {
      put(at, words.get(at).length(), subject + " " + form.get());
    }
    return true;
  }

  /** "I am" said of them. */
  private String plural(String auxiliary) {
    return switch (auxiliary) {
      case "am" -> "are";
      case "was" -> named.kind() == Speaker.Kind.PERSON ? "were" : "was";
      default -> auxiliary;
    };
  }

  private String word(int at) {
    return at >= 0 && at < words.size()
        ? words.get(at).toLowerCase(Locale.ROOT).replace('’', '\'')
        : "";
  }

  /** True if it is plain that the writers did it, not everybody. */
  private boolean isDoing(String auxiliary, int next) {
    if (Agreement.NONE.contains(auxiliary)) {
      return false;
    }
    boolean person = named.kind() == Speaker.Kind.PERSON;
    if (!person
        && (Agreement.EVERYBODY.contains(auxiliary)
            || (!paper && Agreement.SHARED.contains(auxiliary)))) {
      return false;
    }
    if (paper || person) {
      return auxiliary.chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '-');
    }
    int after = next;
    while (Agreement.isAdverb(word(after)) || word(after).equals("been")) {
      after++;
    }
    return switch (auxiliary) {
      case "are", "were", "aren't", "weren't" ->
          (word(after).endsWith("ing") && !word(after).equals("going"))
              || word(after).equals("able");
      case "have", "haven't" -> Agreement.isPast(word(after)) || word(after).endsWith("en");
      case "will" -> Agreement.DOING.contains(word(after));
      default -> Agreement.isDoing(auxiliary) && !Agreement.MODALS.contains(auxiliary);
    };
  }

  /** "We trained it and are releasing it": of one, both verbs would change. */
  private boolean isContinued(String auxiliary, int verb) {
    boolean past = Agreement.isPast(auxiliary) || Agreement.MODALS.contains(auxiliary);
    for (int i = verb + 1; i + 1 < words.size(); i++) {
      if (joins(i)) {
        int next = i + 1;
        while (Agreement.isAdverb(word(next))) {
          next++;
        }
        if (MORE.contains(word(next)) || (!past && Agreement.isPresent(word(next)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A conjunction, or a word with a comma behind it. */
  private boolean joins(int at) {
    int end = starts.get(at) + words.get(at).length();
    return JOINS.contains(word(at)) || sentence.startsWith(",", end);
  }

  private void put(int at, int length, String text) {
    int start = starts.get(at);
    told.append(sentence, done, start).append(text);
    done = start + length;
  }
}
