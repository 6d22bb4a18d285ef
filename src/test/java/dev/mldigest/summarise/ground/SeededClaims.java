package dev.mldigest.summarise.ground;

import dev.mldigest.summarise.offline.LeadIn;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Claims that are true of the sentences they cite: copies, and rewordings so mechanical that the
 * meaning must stay. What a rewording cannot change safely it returns as it is.
 */
final class SeededClaims {
  private static final Pattern BRACKETS = Pattern.compile(" \\([^()]{1,80}\\)");
  private static final Pattern RELATIVE = Pattern.compile(",? which [^,;]{5,}\\.$");
  private static final Pattern TAIL =
      Pattern.compile(", (?:and|but|while|whereas|yet) (?:we|it|they|this|our) [^;]{5,}\\.$");
  private static final Pattern FRONT =
      Pattern.compile("^((?:By|Using|When|With|For|On|During|At) [^,]{5,80}), ([^,;]{10,})\\.$");
  private static final Pattern LIST =
      Pattern.compile(
          "\\b([a-z]{3,}(?: [a-z]{4,})?), ([a-z]{3,}(?: [a-z]{4,})?), and ([a-z]{4,})\\b");
  private static final Pattern WE =
      Pattern.compile(
          "^We (propose|present|introduce|describe|develop|study|evaluate) ([^,;:]{10,})\\.$");
  private static final Pattern DEFINED =
      Pattern.compile("((?:[A-Z][a-z]+ ){2,4})\\(([A-Z]{2,5})s?\\)");
  private static final Map<String, String> PARTICIPLES =
      Map.of(
          "propose",
          "proposed",
          "present",
          "presented",
          "introduce",
          "introduced",
          "describe",
          "described",
          "develop",
          "developed",
          "study",
          "studied",
          "evaluate",
          "evaluated");
  private static final Map<String, String> SYNONYMS = synonyms();

  /** A claim with its source, and how it was made. */
  record Cited(NumberedText text, Claim claim, String how) {}

  private SeededClaims() {}

  static List<Cited> of(NumberedText text) {
    List<Cited> all = new ArrayList<>();
    for (int number : new TreeSet<>(text.shown())) {
      String sentence = text.sentences().get(number - 1);
      if (!isPlain(sentence)) {
        continue;
      }
      add(all, text, List.of(number), sentence, "copied");
      rewordings()
          .forEach((how, rewording) -> {
            String claim = rewording.apply(sentence);
            if (!claim.equals(sentence) && Words.of(claim).size() > 4) {
              add(all, text, List.of(number), claim, how);
            }
          });
      if (text.shown().contains(number + 1) && isPlain(text.sentences().get(number))) {
        joined(all, text, number);
      }
    }
    return all;
  }

  /** Long, shouting and quoting sentences make no claims: a gate may refuse them for their form. */
  private static boolean isPlain(String sentence) {
    long words = Words.of(sentence).size();
    long capitals =
        Stream.of(sentence.split(" "))
            .filter(w -> !w.isEmpty() && Character.isUpperCase(w.charAt(0)))
            .count();
    return sentence.length() < 400
        && words > 6
        && capitals * 2 < words
        && sentence.endsWith(".")
        && Sentences.of(sentence).size() == 1
        && Character.isUpperCase(sentence.charAt(0))
        && !UnfitSentences.holdsMarkup(sentence)
        && !UnfitSentences.speaksToAModel(sentence);
  }

  private static void add(
      List<Cited> all, NumberedText text, List<Integer> ids, String claim, String how) {
    String sentence = text.sentences().get(ids.getFirst() - 1);
    int end = sentence.length() < 60 ? sentence.length() : sentence.indexOf(' ', 50);
    String quote = end < 0 ? sentence : sentence.substring(0, end);
    all.add(new Cited(text, new Claim(claim, ids, quote), how));
  }

  private static void joined(List<Cited> all, NumberedText text, int number) {
    String first = text.sentences().get(number - 1);
    String second = text.sentences().get(number);
    if (first.length() + second.length() < 400
        && second.matches("(?:We|The|It|This|These|Our|They|In|A) .*")) {
      String low = second.substring(0, 1).toLowerCase(Locale.ROOT) + second.substring(1);
      String claim = first.substring(0, first.length() - 1) + ", and " + low;
      add(all, text, List.of(number, number + 1), claim, "two joined");
    }
  }

  static Map<String, UnaryOperator<String>> rewordings() {
    Map<String, UnaryOperator<String>> all = new TreeMap<>();
    all.put("brackets dropped", s -> BRACKETS.matcher(s).replaceAll(""));
    all.put(
        "clause dropped",
        s -> RELATIVE.matcher(TAIL.matcher(s).replaceFirst(".")).replaceFirst("."));
    all.put("lead-in stripped", LeadIn::strip);
    all.put("front moved back", SeededClaims::fronted);
    all.put(
        "list turned",
        s -> s.contains("respectively") ? s : LIST.matcher(s).replaceAll("$2, $1, and $3"));
    all.put("passive", SeededClaims::passive);
    all.put("abbreviation", s -> DEFINED.matcher(s).replaceAll("$2"));
    all.put("numbers written otherwise", SeededClaims::numbers);
    all.put("synonym", SeededClaims::synonym);
    all.put(
        "reporter", s -> s.replaceFirst("^We ", "The authors ").replaceFirst("^Our ", "Their "));
    all.put(
        "contraction",
        s ->
            s.replace("do not ", "don't ")
                .replace("is not ", "isn't ")
                .replace("does not ", "doesn't ")
                .replace("cannot ", "can't ")
                .replace("are not ", "aren't "));
    all.put(
        "linking word",
        s ->
            s.replace(", but ", ", yet ")
                .replace(" such as ", " like ")
                .replace(", and ", " as well as "));
    return all;
  }

  private static String fronted(String s) {
    Matcher m = FRONT.matcher(s);
    if (!m.matches() || m.group(2).contains(" that ")) {
      return s;
    }
    String front = m.group(1).substring(0, 1).toLowerCase(Locale.ROOT) + m.group(1).substring(1);
    return m.group(2).substring(0, 1).toUpperCase(Locale.ROOT)
        + m.group(2).substring(1)
        + " "
        + front
        + ".";
  }

  private static String passive(String s) {
    Matcher m = WE.matcher(s);
    if (!m.matches()) {
      return s;
    }
    String verb = PARTICIPLES.getOrDefault(m.group(1), "");
    String object = m.group(2);
    int to = object.indexOf(" to ");
    String head = to > 0 ? object.substring(0, to) : object;
    String rest = to > 0 ? object.substring(to) : "";
    return head.substring(0, 1).toUpperCase(Locale.ROOT)
        + head.substring(1)
        + " is "
        + verb
        + rest
        + ".";
  }

  private static String numbers(String s) {
    String out = s.replaceAll("(?<![\\d.,])(\\d{1,3}),(\\d{3})(?![\\d,])", "$1$2");
    if (out.equals(s)) {
      out = s.replaceAll("(?<![\\d.,-])(\\d{1,3})000(?![\\d,.%]\\d)(?= [a-z])", "$1k");
    }
    if (out.equals(s)) {
      out = s.replaceAll("(\\d)%", "$1 percent");
    }
    if (out.equals(s)) {
      out = s.replaceAll("(?<![\\w.-])(\\d+(?:\\.\\d+)?) million\\b", "$1M");
    }
    return out.equals(s) ? s.replaceFirst(" two ", " 2 ").replaceFirst(" three ", " 3 ") : out;
  }

  private static String synonym(String s) {
    for (String word : s.split("[ .,]+")) {
      String other = SYNONYMS.get(word);
      if (other != null) {
        return s.replaceFirst("\\b" + word + "\\b", other);
      }
    }
    return s;
  }

  private static Map<String, String> synonyms() {
    Map<String, String> words = new TreeMap<>();
    for (String line : WordList.read("/summarise/planted-synonyms.txt").lines()) {
      String[] pair = line.split(" ");
      words.put(pair[0], pair[1]);
    }
    return words;
  }
}
