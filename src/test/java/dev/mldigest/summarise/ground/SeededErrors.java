package dev.mldigest.summarise.ground;

import dev.mldigest.summarise.ground.SeededClaims.Cited;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plants one error in a true claim.
 *
 * <p>Left out, because no error would be sure: a number put for its equal; a name put for one that
 * shares a word, a spelling or the initials; a number or name put for its neighbour in a list of
 * which both are members ("A and B" becomes "B and B"); two parts of one name or its abbreviation;
 * "not" of "not only", "or not", "if not"; "no" of "no longer" and the like.
 */
final class SeededErrors {
  private static final String WORDS = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.,:/$€£-])(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?(?![\\w-]|[.,:/]\\d)|(?<=[$€£])\\d+(?:[.,]\\d+)*(?![\\w-])|\\b(?:"
              + WORDS
              + ")\\b(?!-)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*");
  private static final Pattern AUXILIARY =
      Pattern.compile(
          "\\b(is|are|was|were|can|will|does|has|have|should|could|must|may|would)"
              + " (?!not\\b|only\\b|never\\b|no\\b)");
  private static final Pattern VERB =
      Pattern.compile(
          "\\b(We|we|They|they|authors)"
              + " (?=(?:propose|present|introduce|show|find|use|study|develop|demonstrate|evaluate|train|prove|provide|expect|believe|achieve|observe|reported|saw|delivered|continue)\\b)");
  private static final Pattern THIRD =
      Pattern.compile(
          "\\b(outperforms|achieves|improves|provides|allows|enables|reduces|requires|leads|shows|learns|uses|yields|produces|generates|works|supports|captures|increases|performs)\\b");
  private static final Pattern WITH = Pattern.compile("\\b(with|With) (?!respect|regard|that)");
  private static final Pattern ARTICLE =
      Pattern.compile(
          "\\b(provides?|achieves?|requires?|has|have|is|are|needs?|offers?|gives?|yields?|finds?|shows?|shown|had|saw)"
              + " an? (?!few\\b|lot\\b|little\\b|number\\b)");
  private static final Pattern REMOVABLE =
      Pattern.compile(
          "\\b(?<!or |if |whether |why |Whether )not (?!only\\b|just\\b|merely\\b|simply\\b|to"
              + " mention\\b|yet\\b|until\\b)|n't\\b|\\bnever |\\bno"
              + " (?!longer|matter|more|later|less|doubt|fewer|one\\b|other\\b|wonder)|\\bwithout"
              + " |\\bfails? to |\\bunable to |\\bcannot\\b|\\black of |\\blacks? ");
  private static final Map<String, List<String>> OPPOSITES = opposites();

  /** A false claim; {@code within} if what was put in stands in the cited sentences too. */
  record Planted(Cited of, String claim, boolean within, String change) {}

  private final Random random;

  SeededErrors(Random random) {
    this.random = random;
  }

  @Nullable Planted number(Cited cited) {
    List<MatchResult> own = NUMBER.matcher(cited.claim().claim()).results().toList();
    Set<String> others = new LinkedHashSet<>();
    for (String sentence : cited.text().sentences()) {
      NUMBER.matcher(sentence).results().map(MatchResult::group).forEach(others::add);
    }
    return own.isEmpty()
        ? null
        : swap(cited, any(own), List.copyOf(others), SeededErrors::sameNumber);
  }

  @Nullable Planted name(Cited cited) {
    List<MatchResult> own = names(cited, cited.claim().claim());
    Set<String> others = new LinkedHashSet<>();
    for (String sentence : cited.text().sentences()) {
      names(cited, sentence).stream().map(MatchResult::group).forEach(others::add);
    }
    return own.isEmpty()
        ? null
        : swap(
            cited,
            any(own),
            List.copyOf(others),
            (one, other) -> sameName(one, other) || oneName(cited, one, other));
  }

  private interface Same {
    boolean test(String one, String other);
  }

  private @Nullable Planted swap(Cited cited, MatchResult at, List<String> others, Same same) {
    String claim = cited.claim().claim();
    List<String> fit =
        others.stream().filter(o -> !same.test(o, at.group()) && !inOneList(claim, at, o)).toList();
    return fit.isEmpty() ? null : planted(cited, at.start(), at.end(), any(fit));
  }

  private Planted planted(Cited cited, int from, int to, String with) {
    String claim = cited.claim().claim();
    String span =
        String.join(
            " ",
            cited.claim().sentenceIds().stream()
                .map(n -> cited.text().sentences().get(n - 1))
                .toList());
    return new Planted(
        cited,
        claim.substring(0, from) + with + claim.substring(to),
        Pattern.compile("(?<![\\w.-])" + Pattern.quote(with.strip()) + "(?![\\w-])")
            .matcher(span)
            .find(),
        claim.substring(from, to) + " -> " + with);
  }

  private static boolean inOneList(String claim, MatchResult at, String other) {
    int place = claim.indexOf(other);
    if (place < 0 || (place < at.end() && place + other.length() > at.start())) {
      return false;
    }
    String between =
        place < at.start()
            ? claim.substring(Math.min(at.start(), place + other.length()), at.start())
            : claim.substring(at.end(), place);
    return between.matches("(?:[\\s,/]|and|or|&|[A-Z0-9][\\w%.-]*)*");
  }

  private static boolean sameNumber(String one, String other) {
    return value(one).equals(value(other));
  }

  private static String value(String number) {
    List<String> words = List.of(WORDS.split("\\|"));
    int word = words.indexOf(number);
    if (word >= 0) {
      return word == 9 ? "10" : word == 10 ? "12" : word == 11 ? "20" : String.valueOf(word + 2);
    }
    String digits = number.replace(",", "").replace("%", "");
    return digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
  }

  private static List<MatchResult> names(Cited cited, String sentence) {
    Set<String> plain = plainWords(cited.text());
    List<MatchResult> names = new ArrayList<>();
    Matcher matcher = WORD.matcher(sentence);
    while (matcher.find()) {
      String word = matcher.group();
      boolean inner = word.length() > 2 && word.chars().skip(1).anyMatch(Character::isUpperCase);
      boolean opening = sentence.substring(0, matcher.start()).matches(".*[.:?!\"“(] ?| *");
      boolean capital =
          Character.isUpperCase(word.charAt(0))
              && word.length() > 2
              && !opening
              && !Words.isStop(word.toLowerCase(Locale.ROOT))
              && !plain.contains(word.toLowerCase(Locale.ROOT));
      if (inner || capital) {
        names.add(matcher.toMatchResult());
      }
    }
    return names;
  }

  private static boolean sameName(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String b = other.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    // Initials, and plurals of initials: a short name whose letters begin or make up the other.
    return a.contains(b) || b.contains(a) || a.charAt(0) == b.charAt(0);
  }

  /** The words that the text has in lower case: with a capital they are no names. */
  private static Set<String> plainWords(NumberedText text) {
    Set<String> plain = new HashSet<>();
    for (String sentence : text.sentences()) {
      WORD.matcher(sentence).results().map(MatchResult::group).forEach(plain::add);
    }
    return plain;
  }

  /** Parts of one name and its abbreviation stand side by side: "Optical Recognition (OCR)". */
  private static boolean oneName(Cited cited, String one, String other) {
    String body = String.join("\n", cited.text().sentences());
    String run = "(?:[ (),\"-]|[A-Z][\\w-]*){0,12}";
    String a = Pattern.quote(one);
    String b = Pattern.quote(other);
    return Pattern.compile(a + "[ (]" + run + b + "|" + b + "[ (]" + run + a).matcher(body).find();
  }

  @Nullable Planted negation(Cited cited) {
    String claim = cited.claim().claim();
    List<MatchResult> gone = REMOVABLE.matcher(claim).results().toList();
    if (!gone.isEmpty() && random.nextInt(4) > 0) {
      MatchResult at = any(gone);
      String with =
          switch (at.group().strip()) {
            case "without" -> "with ";
            case "unable to" -> "able to ";
            case "cannot" -> "can";
            case "lack of" -> "";
            case "lack" -> "have ";
            case "lacks" -> "has ";
            default -> "";
          };
      return planted(cited, at.start(), at.end(), with);
    }
    List<Planted> all = new ArrayList<>();
    String[] nots = {"not ", "never ", "not "};
    after(all, cited, AUXILIARY, nots[random.nextInt(3)]);
    after(all, cited, VERB, random.nextBoolean() ? "do not " : "never ");
    THIRD
        .matcher(claim)
        .results()
        .forEach(m -> {
          String verb = m.group();
          String stem =
              verb.endsWith("ches")
                  ? verb.substring(0, verb.length() - 2)
                  : verb.substring(0, verb.length() - 1);
          String with =
              switch (random.nextInt(3)) {
                case 0 -> "fails to " + stem;
                case 1 -> "doesn't " + stem;
                default -> "does not " + stem;
              };
          all.add(planted(cited, m.start(), m.end(), with));
        });
    WITH.matcher(claim)
        .results()
        .forEach(m -> all.add(planted(cited, m.start(), m.end(), "without ")));
    ARTICLE
        .matcher(claim)
        .results()
        .forEach(m -> all.add(planted(cited, m.end(1), m.end(), " no ")));
    return all.isEmpty() ? null : any(all);
  }

  private void after(List<Planted> all, Cited cited, Pattern pattern, String word) {
    pattern
        .matcher(cited.claim().claim())
        .results()
        .forEach(m -> all.add(planted(cited, m.end(), m.end(), word)));
  }

  @Nullable Planted opposite(Cited cited) {
    String claim = cited.claim().claim();
    List<MatchResult> own =
        WORD.matcher(claim)
            .results()
            .filter(m -> OPPOSITES.containsKey(m.group().toLowerCase(Locale.ROOT)))
            .filter(m ->
                !claim.startsWith("-", m.end())
                    && (m.start() == 0 || claim.charAt(m.start() - 1) != '-'))
            .toList();
    if (own.isEmpty()) {
      return null;
    }
    MatchResult at = any(own);
    String with = any(OPPOSITES.getOrDefault(at.group().toLowerCase(Locale.ROOT), List.of()));
    boolean capital = Character.isUpperCase(at.group().charAt(0));
    return planted(
        cited,
        at.start(),
        at.end(),
        capital ? with.substring(0, 1).toUpperCase(Locale.ROOT) + with.substring(1) : with);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Map<String, List<String>> opposites() {
    Map<String, List<String>> words = new TreeMap<>();
    for (String line : WordList.read("/summarise/planted-opposites.txt").lines()) {
      String[] pair = line.split(" ");
      words.computeIfAbsent(pair[0], k -> new ArrayList<>()).add(pair[1]);
      words.computeIfAbsent(pair[1], k -> new ArrayList<>()).add(pair[0]);
    }
    return words;
  }
}
