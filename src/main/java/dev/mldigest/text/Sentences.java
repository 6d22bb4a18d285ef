package dev.mldigest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Splits plain text into sentences; evidence refers to them by number, counted from 1.
 *
 * <p>Promises: every sentence is a verbatim span of the text without surrounding white space and
 * without a line break, holds a letter or a digit, and the order is kept; the same text always
 * gives the same numbers; time grows linearly. Leaves the choice among them to others.
 */
public final class Sentences {
  /** No abbreviation of ours is longer; the look back from a full stop never goes farther. */
  private static final int LONGEST_ABBREVIATION = 12;

  /** A megabyte of exclamation marks must stay linear. */
  private static final int MOST_CLOSERS = 16;

  private static final String CLOSERS = "\"'”’»)]}」』）】》〉｣";

  /**
   * Marks that end a sentence whatever follows: of Chinese and Japanese, Hindi, Burmese, Khmer,
   * Ethiopic, Arabic and Urdu.
   */
  private static final String STOPS = "。！？｡．।॥။៕។።؟۔";

  /** Ends of sentences, and what closes behind them, that are as wide as a sign. */
  private static final String SOLID = "。！？｡．」』）】》〉｣";

  /** A Thai clause of some twenty words. */
  private static final int SHORTEST_TO_A_PAUSE = 80;

  /** Five times that; the sentences of a text have a seam then wherever one may be. */
  private static final int LONGEST_TO_A_PAUSE = 400;

  private static final Map<String, WordList> CLAUSES =
      WordList.read("/text/thai-clauses.txt").sections();
  private static final Set<String> GOES_ON = Objects.requireNonNull(CLAUSES.get("goes on")).words();
  private static final Set<String> WAITS = Objects.requireNonNull(CLAUSES.get("waits")).words();

  private static final String OPENERS = "\"'“‘«([{—–-*•#@$€£¿¡";
  private static final Set<String> ABBREVIATIONS = WordList.read("/text/abbreviations.txt").words();

  private Sentences() {}

  /**
   * Sentences one after another, as a paragraph has them: a blank between, but none where a Chinese
   * or Japanese one ends and another begins.
   */
  public static String joined(List<String> sentences) {
    StringBuilder text = new StringBuilder();
    for (String sentence : sentences) {
      boolean solid =
          text.isEmpty()
              || sentence.isEmpty()
              || (SOLID.indexOf(text.charAt(text.length() - 1)) >= 0
                  && !isLatin(sentence.charAt(0)));
      text.append(solid ? "" : " ").append(sentence);
    }
    return text.toString();
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && c < '\u0250';
  }

  /** The sentences of the text in order. */
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      boolean lineEnds = isBreak(text.charAt(at));
      int end = lineEnds ? at : endOfSentence(text, start, at);
      if (end >= at) {
        add(sentences, text, start, end);
        start = lineEnds ? at + 1 : end;
        at = start;
      } else {
        at++;
      }
    }
    add(sentences, text, start, text.length());
    return List.copyOf(sentences);
  }

  private static void add(List<String> sentences, String text, int start, int end) {
    String sentence = text.substring(start, end).strip();
    if (sentence.chars().anyMatch(Character::isLetterOrDigit)) {
      sentences.add(sentence);
    }
  }

  /** Everything that shows as a new line, also the rare ones (Unicode TR 18, RL1.6). */
  private static boolean isBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** Where the sentence ends whose closing mark stands at {@code at}, or -1 if none does. */
  private static int endOfSentence(String text, int start, int at) {
    char mark = text.charAt(at);
    if (STOPS.indexOf(mark) >= 0) {
      int end = pastClosers(text, at + 1);
      // "「…。」と述べた": what was said is part of what says so.
      boolean goesOn = end > at + 1 && end < text.length() && "とっ、，".indexOf(text.charAt(end)) >= 0;
      return goesOn || isPoint(text, at) ? -1 : end;
    }
    if (mark == ' ') {
      return isPause(text, start, at) ? at : -1;
    }
    if (mark != '.' && mark != '!' && mark != '?' && mark != '…') {
      return -1;
    }
    int end = pastClosers(text, at + 1);
    if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      return -1;
    }
    if (mark == '.' && end == at + 1 && isAbbreviation(text, start, at)) {
      return -1;
    }
    return startsSentence(text, end) ? end : -1;
  }

  /** The full-width stop also stands within numbers. */
  private static boolean isPoint(String text, int at) {
    return text.charAt(at) == '．'
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }

  /** Thai and Lao have no stops: a blank parts sentences, and often clauses. */
  private static boolean isPause(String text, int start, int at) {
    return at - start >= SHORTEST_TO_A_PAUSE
        && isWithoutStops(text.charAt(at - 1))
        && at + 1 < text.length()
        && isWithoutStops(text.charAt(at + 1))
        && (at - start > LONGEST_TO_A_PAUSE || isWhole(text, start, at));
  }

  /** Whether the clause behind the blank is not of the same sentence as the one before it. */
  private static boolean isWhole(String text, int start, int at) {
    int clause = Math.max(start, text.lastIndexOf(' ', at - 1) + 1);
    return GOES_ON.stream().noneMatch(word -> text.startsWith(word, at + 1))
        && WAITS.stream().noneMatch(word -> text.startsWith(word, clause));
  }

  private static boolean isWithoutStops(char c) {
    return c >= '\u0e01' && c <= '\u0eff';
  }

  /** Whether it ends as a statement does, in writing that marks the end of one. */
  public static boolean isStatement(String sentence) {
    String end = sentence.substring(Math.max(0, sentence.length() - 3));
    return end.chars().anyMatch(c -> ".!…".indexOf(c) >= 0 || (c != '？' && STOPS.indexOf(c) >= 0))
        || isWithoutStops(end.charAt(end.length() - 1));
  }

  private static int pastClosers(String text, int from) {
    int end = from;
    while (end < text.length()
        && end < from + MOST_CLOSERS
        && (CLOSERS.indexOf(text.charAt(end)) >= 0 || ".!?…。！？".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  /** True unless the text goes on in lower case, as after "e.g." or an ellipsis. */
  private static boolean startsSentence(String text, int from) {
    int next = from;
    // A window, not the whole run of white space: a megabyte of spaces must stay linear.
    while (next < text.length() && next < from + 4 && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next >= text.length()) {
      return true;
    }
    char c = text.charAt(next);
    if (Character.isLetter(c)) {
      return !Character.isLowerCase(c) || isCamel(text, next);
    }
    return Character.isDigit(c)
        || OPENERS.indexOf(c) >= 0
        || ".!?".indexOf(c) >= 0
        || Character.isWhitespace(c)
        || c > 0x2000;
  }

  /** Names such as "iPhone" and "vLLM" may open a sentence. */
  private static boolean isCamel(String text, int at) {
    return at + 1 < text.length() && Character.isUpperCase(text.charAt(at + 1));
  }

  private static boolean isAbbreviation(String text, int start, int stop) {
    int from = stop;
    int least = Math.max(start, stop - LONGEST_ABBREVIATION);
    while (from > least && isWordPart(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, stop);
    if (word.isEmpty()) {
      return false;
    }
    if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
      return isInitial(text, start, from);
    }
    return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** "J. Smith" holds an initial; "plan B." and "vitamin C." end a sentence. */
  private static boolean isInitial(String text, int start, int from) {
    int before = from - 1;
    while (before > start && before > from - 3 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    if (before < start) {
      return true;
    }
    int word = before;
    while (word > start
        && word > before - LONGEST_ABBREVIATION
        && Character.isLetter(text.charAt(word - 1))) {
      word--;
    }
    char first = text.charAt(word);
    return !Character.isLetter(first) || Character.isUpperCase(first);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }
}
