package dev.mldigest.summarise.offline;

import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.text.PlainTex;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an editor would strike out of a digest's own words: openings that dangle, cut subjects,
 * lines for everybody, TeX and marks of a page, the headline said again, furniture, riddles. Reads
 * the Markdown as it stands, so that it judges whoever wrote it.
 */
final class SayingLint {
  /** One fault: the rule's name and the words it is about. */
  record Fault(String rule, String words) {}

  static final List<String> RULES =
      List.of("dangling", "cut", "generic", "tex", "headline", "furniture", "abbreviation");

  private static final Pattern ITEM =
      Pattern.compile("(?ms)^### \\[(.*?)]\\([^)]*\\)\\s*\\n(.*?)(?=^##|\\z)");
  private static final Pattern SUBJECT = Pattern.compile("(?m)^subject[-\\d]*: \"(.*)\"$");
  private static final Pattern GENERIC =
      Pattern.compile("(?i)follow this line of work|keep up with the field|^everyone|^anyone\\W*$");
  private static final Pattern SELF =
      Pattern.compile(
          "(?i)\\b(?:our mission|mission is|excited to|thrilled to|proud to|subscribe|sign"
              + " up|welcome to)\\b");

  private SayingLint() {}

  /** All faults of a digest, in its order. */
  static List<Fault> of(String markdown) {
    List<Fault> faults = new ArrayList<>();
    Matcher subject = SUBJECT.matcher(markdown);
    while (subject.find()) {
      if (subject.group(1).endsWith("…") || subject.group(1).endsWith("...")) {
        faults.add(new Fault("cut", subject.group(1)));
      }
    }
    Map<String, Integer> said = new HashMap<>();
    int mustReads = 0;
    Matcher item = ITEM.matcher(markdown);
    while (item.find()) {
      mustReads += item.group(2).contains("must-read") ? 1 : 0;
      item(plain(item.group(1)), item.group(2), said, faults);
    }
    if (mustReads > 1) {
      faults.add(new Fault("generic", mustReads + " must-reads"));
    }
    return faults;
  }

  private static void item(
      String title, String body, Map<String, Integer> said, List<Fault> faults) {
    for (String block : body.split("\\n\\s*\\n")) {
      String line = plain(block.strip());
      if (line.startsWith("For:") || line.startsWith("Highlight:")) {
        if (GENERIC.matcher(line.replaceFirst("^\\w+:\\s*(?:A must-read for )?", "")).find()) {
          faults.add(new Fault("generic", line));
        }
      } else if (!line.isEmpty() && !block.strip().startsWith("*") && !line.startsWith("<!--")) {
        sentences(title, Sentences.of(line), said, faults);
      }
    }
  }

  private static void sentences(
      String title, List<String> sentences, Map<String, Integer> said, List<Fault> faults) {
    Set<String> known = new HashSet<>(Words.roots(title));
    List<String> read = new ArrayList<>(List.of(title));
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      for (String rule : faults(title, sentence, known, read, i == 0)) {
        faults.add(new Fault(rule, sentence));
      }
      if (said.merge(sentence, 1, Integer::sum) > 1) {
        faults.add(new Fault("furniture", sentence));
      }
      known.addAll(Words.roots(sentence));
      read.add(sentence);
    }
  }

  /**
   * The rules that a sentence breaks where it stands.
   *
   * @param first true if no sentence of its summary stands before it
   */
  static List<String> faults(
      String title, String sentence, Set<String> known, List<String> read, boolean first) {
    List<String> broken = new ArrayList<>();
    if (Discourse.isTorn(sentence) || (first && Discourse.pointsBack(sentence, known))) {
      broken.add("dangling");
    }
    if (PlainTex.isRaw(sentence) || !bare(Tidy.of(sentence)).equals(bare(sentence))) {
      broken.add("tex");
    }
    if (Worth.repeats(sentence, Set.copyOf(Words.roots(title)))) {
      broken.add("headline");
    }
    if (UnfitSentences.test(sentence) || SELF.matcher(sentence).find()) {
      broken.add("furniture");
    }
    if (!Abbreviations.unexplained(sentence, read).isEmpty()) {
      broken.add("abbreviation");
    }
    return broken;
  }

  /** Blanks and a missing stop are no marks of a page. */
  private static String bare(String sentence) {
    return sentence.replaceAll("[\\s.]", "");
  }

  /** The words of a line of our Markdown: its escapes and its emphasis taken off. */
  private static String plain(String markdown) {
    String words = markdown.replaceAll("\\\\([^\\w\\s])", "$1");
    return words.replace("**", "").replace("\n", " ").strip();
  }

  /** How many faults there are of each rule. */
  static Map<String, Integer> counts(List<Fault> faults) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    RULES.forEach(rule -> counts.put(rule, 0));
    faults.forEach(fault -> counts.merge(fault.rule(), 1, Integer::sum));
    return counts;
  }

  /** As one line. */
  static String shown(Map<String, Integer> counts) {
    return counts.toString().toLowerCase(Locale.ROOT);
  }
}
