package dev.mldigest.summarise.opening;

import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.summarise.offline.LeadIn;
import dev.mldigest.text.Texts;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence of a summary as it may stand where its neighbours and its item do not: without what
 * leads up to it, and not in the voice of whoever wrote the source. Nothing is added but who "we"
 * are, and nothing that limits or negates goes.
 */
final class Retold {
  private static final Map<String, List<String>> CLASSES =
      WordList.read("/summarise/opening.txt").named();

  static final Set<String> APART = words("apart");
  static final Set<String> OPENERS = words("openers");
  private static final Set<String> PRAISE = words("praise");
  private static final Set<String> DOUBTS = words("doubts");

  private static final Set<String> SUBORDINATE = words("subordinate");
  private static final Set<String> ELSEWHERE = words("elsewhere");

  /** "Added to a retriever", "after training": of what, only the main clause says. */
  private static final Pattern PARTICIPLE =
      Pattern.compile(
          "^(?:(?:by|after|before|when|while) )?\\p{L}{2,}(?:ed|ing)"
              + " (?:to|on|upon|in|with|by|from|at|for)\\b|^(?:by|after|before) \\p{L}+ing\\b",
          Pattern.CASE_INSENSITIVE);

  /** "Not only … but also" and "one another" have both sides; "too large" is a degree. */
  private static final Pattern BOTH_SIDES =
      Pattern.compile("\\bbut also\\b|\\b(?:one|each) another\\b|\\btoo(?= \\p{L})");

  private static final Pattern HYPE =
      Pattern.compile(
          "\\b(?:" + either("hype").replace(" ", "\\E[ -]\\Q") + ")\\b", Pattern.CASE_INSENSITIVE);

  /** A dollar sign before no sum. */
  private static final Pattern FORMULA = Pattern.compile("\\$(?!\\d)");

  /** When it was said: it is another day when the digest is read. */
  private static final Pattern WHEN =
      Pattern.compile(
          "^(?:today|yesterday|now|recently|last (?:week|month|year)|this"
              + " (?:week|month|year)),?\\s+",
          Pattern.CASE_INSENSITIVE);

  /** "Experiments on nine tasks demonstrate that", up to the clause; bounded for hostile texts. */
  private static final Pattern FRONT =
      Pattern.compile(
          "^(?:[\\p{L}\\p{N},'-]+\\s+){1,12}?(?:" + either("proves") + ")\\s+that\\s+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MADE =
      Pattern.compile(
          "^(?:we|i|the authors?|they)(?:\\s+(?:also|then|now|further|therefore|have|first))?"
              + "(?:\\s+are\\s+\\p{L}+\\s+to)?\\s+(?:"
              + either("makes")
              + ")\\s+(?=\\S)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AUTHORS =
      Pattern.compile("^The authors (?:also |then |further |first )?(\\p{L}[\\p{L}-]*)\\b");

  private static final Pattern THEIRS = Pattern.compile("\\b(?:they|their|them|authors)\\b");

  private static final Pattern FIRST_PERSON =
      Pattern.compile("\\b(?:we|our|ours|us|i|my|mine|me)\\b", Pattern.CASE_INSENSITIVE);

  /** "Example is a kind of example": a name and what it is. */
  private static final Pattern KIND =
      Pattern.compile("((?:The )?\\p{Lu}[^,;:]{1,70}?) is ((?:an?|the|one of the) .+)");

  private Retold() {}

  static Set<String> words(String name) {
    return Set.copyOf(Objects.requireNonNull(CLASSES.get(name), name));
  }

  /** Those that say that something was shown or made, in the form that "we" do. */
  static Set<String> tellingVerbs() {
    Set<String> verbs = new HashSet<>(words("proves"));
    verbs.addAll(words("makes"));
    return Set.copyOf(verbs);
  }

  /** These, and those of what things do. */
  static Set<String> verbs() {
    Set<String> verbs = new HashSet<>(tellingVerbs());
    verbs.addAll(words("acts"));
    return Set.copyOf(verbs);
  }

  /** The form of such a verb that one does: "they show", "it shows"; past forms are alike. */
  static String ofOne(String verb) {
    boolean past = verb.endsWith("ed") || verb.equals("built") || verb.equals("found");
    if (past) {
      return verb;
    }
    return verb + (verb.endsWith("sh") || verb.endsWith("ch") ? "es" : "s");
  }

  private static String either(String name) {
    return Objects.requireNonNull(CLASSES.get(name), name).stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /** True for a whole sentence that may be looked at. */
  static boolean isUsable(String sentence) {
    return UnfitSentences.isWhole(sentence)
        && !Character.isLowerCase(sentence.codePointAt(0))
        && !UnfitSentences.holdsMarkup(sentence)
        && sentence.chars().noneMatch(c -> "!?！？\\".indexOf(c) >= 0)
        && !FORMULA.matcher(sentence).find()
        && Words.of(sentence).stream().noneMatch(PRAISE::contains);
  }

  /** The sentence on one line, without its lead-in and without the day it was said on. */
  static String bare(String sentence) {
    String text = LeadIn.strip(Texts.oneLine(sentence));
    Matcher when = WHEN.matcher(text);
    String timeless = when.lookingAt() ? capital(text.substring(when.end())) : text;
    return LeadIn.news(timeless);
  }

  /** True if it praises rather than tells what happened. */
  static boolean isHype(String sentence) {
    return HYPE.matcher(sentence).find();
  }

  /** The clause that the sentence says was shown; the sentence where it does not say so. */
  static String clause(String bare) {
    Matcher front = FRONT.matcher(bare);
    if (front.lookingAt() && Words.of(front.group()).stream().noneMatch(DOUBTS::contains)) {
      return capital(bare.substring(front.end()));
    }
    return bare;
  }

  /** What the sentence says was made; empty where it tells of no making. */
  static String made(String bare) {
    Matcher made = MADE.matcher(bare);
    return made.lookingAt() ? capital(bare.substring(made.end())) : "";
  }

  static boolean isFirstPerson(String sentence) {
    return FIRST_PERSON.matcher(sentence).find();
  }

  /** "The paper shows" where no paper was spoken of yet; and of what it presents. */
  static String ofAPaper(String sentence) {
    Matcher kind = KIND.matcher(sentence);
    return kind.matches()
        ? "A paper presents " + named(kind.group(1)) + ", " + kind.group(2)
        : sentence.replaceFirst("^The (?=(?:paper|study|survey|report) \\p{Ll}+s )", "A ");
  }

  /** "The Verifier" within a sentence. */
  private static String named(String name) {
    return name.startsWith("The ") ? "the " + name.substring(4) : name;
  }

  /**
   * "The authors show" of a paper is what the paper shows, where nobody else is spoken of; what
   * else they do they do in it.
   */
  static String ofPaper(String sentence) {
    Matcher doing = AUTHORS.matcher(sentence);
    if (!doing.lookingAt()) {
      return sentence;
    }
    boolean tells = tellingVerbs().contains(doing.group(1));
    return tells && !THEIRS.matcher(sentence.substring(doing.end())).find()
        ? "A paper " + ofOne(doing.group(1)) + sentence.substring(doing.end())
        : "In a paper, t" + sentence.substring(1);
  }

  /** "We" are the authors: their verbs stay as they are. */
  static String ofAuthors(String sentence) {
    String text = sentence.replaceFirst("^We\\b", "The authors").replaceFirst("^Our\\b", "Their");
    return text.replaceAll("\\bwe\\b", "they")
        .replaceAll("\\b[Oo]ur\\b", "their")
        .replaceAll("\\bours\\b", "theirs")
        .replaceAll("\\bus\\b", "them");
  }

  /** True if nothing in it points to what a reader of this line alone does not see. */
  static boolean standsAlone(String text) {
    List<String> words = Words.of(text);
    return !words.isEmpty()
        && !OPENERS.contains(words.getFirst())
        && !leansOnAnother(text)
        && words.stream().noneMatch(APART::contains);
  }

  /** True if it opens with what is no main clause, or says "also" of what stands elsewhere. */
  static boolean leansOnAnother(String text) {
    List<String> words = Words.of(text);
    return words.isEmpty()
        || SUBORDINATE.contains(words.getFirst())
        || PARTICIPLE.matcher(text).lookingAt()
        || Words.of(BOTH_SIDES.matcher(text).replaceAll("")).stream().anyMatch(ELSEWHERE::contains);
  }

  static String capital(String text) {
    return LeadIn.capital(text);
  }
}
