package dev.mldigest.summarise.ground;

import dev.mldigest.text.Sentences;
import dev.mldigest.text.Texts;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a model's claim may depart from the words it cites. {@link Groundedness} judges any text;
 * a model is held to more, because a claim that is dropped costs a sentence and an invented one is
 * mailed to thousands: one sentence, few new words, no new unit, no new certainty, and a comparison
 * in the source's own order.
 */
final class Rewording {
  private static final double MOST_NOVELTY = 0.25;
  private static final int MOST_NOVEL_WORDS = 3;

  private static final Set<String> HEDGES = WordList.read("/summarise/hedges.txt").words();
  private static final Set<String> ABSOLUTES = WordList.read("/summarise/absolutes.txt").words();
  private static final Set<String> COMPARISONS =
      WordList.read("/summarise/comparisons.txt").words();

  private static final Set<String> ORDINARY = WordList.read("/summarise/ordinary.txt").words();

  private static final Set<String> QUANTITIES = WordList.read("/summarise/quantities.txt").words();
  private static final Set<String> NONE = Set.of("no", "none", "nobody", "never", "nothing");

  /** What can be done is not what is done, however it is put. */
  private static final Set<String> ABLE = Set.of("able", "capable", "possible", "unable");

  /** Each of these leaves as few exceptions as the others. */
  private static final Set<String> EACH = Set.of("all", "every", "each", "whenever", "everyone");

  private static final Opposites DIRECTIONS = new Opposites();

  /** Words that bind what they stand with as a whole. */
  private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether", "preliminary");

  private static final Set<String> OURS =
      Set.of("we", "authors", "paper", "also", "is", "are", "i");

  /** How many words on a hedge weakens. */
  private static final int REACH = 5;

  private static final Pattern MARKED =
      Pattern.compile("([$€£¥₹<>≤≥] ?|(?<![^\\s(\\[])[-+±])(\\d{1,20}(?:[.,]\\d{1,20}){0,6})");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,2000})\"");

  /** Fewer are a name or a term. */
  private static final int FEWEST_QUOTED_WORDS = 3;

  /** How many words beside a comparison are compared. */
  private static final int SIDE = 2;

  private static final int MOST_PLACES = 50;

  private Rewording() {}

  /** What speaks against the claim, given the sentences it cites. */
  static List<Finding> findings(List<String> cited, String claim) {
    List<Finding> findings = new ArrayList<>();
    Span source = new Span(String.join("\n", cited));
    Span claimed = new Span(claim);
    if (Sentences.of(claim).size() > 1) {
      findings.add(new Finding("form", claim, "A claim is more than one sentence."));
    }
    novelty(source, claimed, claim, findings);
    opening(source, claimed, claim, findings);
    units(source, claimed, claim, findings);
    marks(String.join("\n", cited), claim, findings);
    quotations(cited, claim, findings);
    certainty(source, claimed, claim, findings);
    comparison(source, claimed, claim, findings);
    Groundedness.Findings roles = new Groundedness.Findings(claim);
    new ClauseRoles(source, claimed, DIRECTIONS).check(roles);
    findings.addAll(roles.all());
    return findings;
  }

  private static void novelty(Span source, Span claimed, String claim, List<Finding> findings) {
    List<Token> content = claimed.tokens().stream().filter(Token::isContent).toList();
    long novel = content.stream().filter(token -> !DIRECTIONS.knows(source, token)).count();
    if (novel > MOST_NOVEL_WORDS || novel > MOST_NOVELTY * content.size()) {
      findings.add(
          new Finding(
              "novelty",
              claim,
              novel + " of its " + content.size() + " words are not in the cited sentences."));
    }
  }

  /** A capital at the front may be a name: then it must be one that the cited sentences know. */
  private static void opening(Span source, Span claimed, String claim, List<Finding> findings) {
    for (Token token : claimed.tokens()) {
      boolean ordinary = ORDINARY.contains(token.text().toLowerCase(Locale.ROOT));
      if (token.opening() && token.isContent() && !ordinary && !DIRECTIONS.knows(source, token)) {
        findings.add(
            new Finding("name", claim, "'" + token.text() + "' is not in the cited sentences."));
      }
    }
  }

  private static void units(Span source, Span claimed, String claim, List<Finding> findings) {
    List<Token> tokens = claimed.tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token unit = tokens.get(i + 1);
      boolean counts = tokens.get(i).number() && unit.isContent() && !unit.fresh();
      if (counts && !DIRECTIONS.knows(source, unit)) {
        findings.add(
            new Finding("unit", claim, "'" + unit.text() + "' is not in the cited sentences."));
      }
    }
  }

  /** A sign, a currency or a bound before a number is part of it, whichever side has it. */
  private static void marks(String source, String claim, List<Finding> findings) {
    Set<String> there = marked(source);
    for (String number : marked(claim)) {
      if (!there.contains(number)) {
        findings.add(
            new Finding("unit", claim, "'" + number + "' is not so in the cited sentences."));
      }
    }
  }

  /** Words in quotation marks are somebody's own: they stand so, in one go, in one sentence. */
  private static void quotations(List<String> cited, String claim, List<Finding> findings) {
    List<String> sentences = cited.stream().map(Texts::folded).toList();
    Matcher quoted = QUOTED.matcher(Texts.folded(claim));
    while (quoted.find()) {
      String words = quoted.group(1).strip().replaceFirst("[.,;:!?]$", "");
      boolean speech = Words.count(words) >= FEWEST_QUOTED_WORDS;
      if (speech && sentences.stream().noneMatch(sentence -> sentence.contains(words))) {
        findings.add(
            new Finding("quote", claim, "'" + words + "' is not said so in a cited sentence."));
      }
    }
  }

  private static Set<String> marked(String text) {
    Set<String> numbers = new HashSet<>();
    Matcher mark = MARKED.matcher(Texts.folded(text));
    while (mark.find()) {
      numbers.add(mark.group(1) + mark.group(2).replace(",", ""));
    }
    return numbers;
  }

  /** What may be, or is planned, is not what is. */
  private static void certainty(Span source, Span claimed, String claim, List<Finding> findings) {
    boolean unconditional =
        hasAny(source, CONDITIONS) && !hasAny(claimed, CONDITIONS) && !hasAny(claimed, HEDGES);
    if (unconditional || isSurer(source, claimed)) {
      findings.add(
          new Finding("certainty", claim, "The cited sentences are less sure than the claim."));
    }
    if (hasAny(claimed, NONE) && !hasAny(source, NONE) && hasAny(source, QUANTITIES)) {
      findings.add(
          new Finding("certainty", claim, "The cited sentences do not say that there is none."));
    }
    for (Token token : claimed.tokens()) {
      String word = token.text().toLowerCase(Locale.ROOT);
      boolean each = EACH.contains(word) && hasAny(source, EACH);
      if (ABSOLUTES.contains(word) && !each && !source.has(token.key())) {
        findings.add(
            new Finding("certainty", claim, "The cited sentences do not say '" + word + "'."));
      }
    }
  }

  /** A hedge weakens the words that follow it; the claim has one of them, and no hedge by it. */
  private static boolean isSurer(Span source, Span claimed) {
    List<Token> tokens = source.tokens();
    for (int j = 0; j < tokens.size(); j++) {
      // "If" may stand at the other end of the claim.
      boolean kept = CONDITIONS.contains(low(tokens.get(j))) && hasAny(claimed, CONDITIONS);
      if (isHedge(tokens, j) && !kept) {
        for (int k = j + 1;
            k < Math.min(tokens.size(), j + REACH) && !tokens.get(k).opening();
            k++) {
          Token token = tokens.get(k);
          if (token.isContent() && claimed.has(token.key())) {
            if (isAlwaysHedged(source, token.key()) && !isEverHedged(claimed, token.key())) {
              return true;
            }
            break;
          }
        }
      }
    }
    return false;
  }

  /** "We propose a method" is no plan but a fact. */
  private static boolean isHedge(List<Token> tokens, int at) {
    boolean own = at > 0 && OURS.contains(low(tokens.get(at - 1)));
    boolean number = at + 1 < tokens.size() && tokens.get(at + 1).number();
    if (low(tokens.get(at)).equals("about") && !number) {
      return false;
    }
    return HEDGES.contains(low(tokens.get(at)))
        && !(own && low(tokens.get(at)).startsWith("propos"));
  }

  private static boolean isAlwaysHedged(Span span, String key) {
    return span.places(key).stream().limit(MOST_PLACES).allMatch(at -> isHedged(span, at));
  }

  private static boolean isEverHedged(Span span, String key) {
    return span.places(key).stream().limit(MOST_PLACES).anyMatch(at -> isHedged(span, at));
  }

  private static boolean isHedged(Span span, int at) {
    for (int k = Math.max(0, at - REACH); k < Math.min(span.tokens().size(), at + 3); k++) {
      if (isHedge(span.tokens(), k) || ABLE.contains(low(span.tokens().get(k)))) {
        return true;
      }
    }
    return false;
  }

  private static String low(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  private static boolean hasAny(Span span, Set<String> words) {
    return span.tokens().stream()
        .anyMatch(token -> words.contains(token.text().toLowerCase(Locale.ROOT)));
  }

  /** "A beats B" and "B beats A" have the same words. */
  private static void comparison(Span source, Span claimed, String claim, List<Finding> findings) {
    if (!hasAny(claimed, COMPARISONS)) {
      return;
    }
    for (int i = 0; i < claimed.tokens().size(); i++) {
      Token token = claimed.tokens().get(i);
      if (COMPARISONS.contains(low(token))
          && source.has(token.key())
          && isTurned(source, claimed, i)) {
        findings.add(
            new Finding(
                "order", claim, "What stands before and after '" + token.text() + "' is turned."));
        return;
      }
    }
  }

  /** More of the words beside the comparison stand on its other side in the source. */
  private static boolean isTurned(Span source, Span claimed, int at) {
    Set<String> left = beside(claimed, at, -1);
    Set<String> right = beside(claimed, at, 1);
    String key = claimed.tokens().get(at).key();
    return source.places(key).stream()
        .limit(MOST_PLACES)
        .allMatch(place -> {
          Set<String> before = beside(source, place, -1);
          Set<String> after = beside(source, place, 1);
          long straight = only(left, before, after) + only(right, after, before);
          return only(left, after, before) + only(right, before, after) > straight;
        });
  }

  private static long only(Set<String> words, Set<String> in, Set<String> out) {
    return words.stream().filter(word -> in.contains(word) && !out.contains(word)).count();
  }

  private static Set<String> beside(Span span, int at, int step) {
    Set<String> words = new HashSet<>();
    List<Token> tokens = span.tokens();
    for (int k = at + step; k >= 0 && k < tokens.size() && words.size() < SIDE; k += step) {
      Token token = tokens.get(k);
      if (token.isContent() || token.number()) {
        words.add(token.key());
      }
    }
    return words;
  }
}
