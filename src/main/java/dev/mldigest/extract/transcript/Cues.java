package dev.mldigest.extract.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The cues of a transcript while it is read: without markup, and no more than a bound. */
final class Cues {
  /** Nine hours of captions, three a second. */
  private static final int MOST = 100_000;

  private static final Pattern TAG = Pattern.compile("</?[A-Za-z0-9][^<>]{0,200}+>");

  /** The override codes of SubStation Alpha, which SubRip files carry too. */
  private static final Pattern ASS = Pattern.compile("\\{\\\\[^{}]{0,80}+\\}");

  private static final Pattern NAMED = Pattern.compile("([\\p{Lu}][\\p{L}.' -]{0,40}+):\\s++(.*+)");

  private final List<Cue> cues = new ArrayList<>();

  List<Cue> all() {
    return cues;
  }

  void add(String speaker, String words) {
    if (cues.size() < MOST) {
      cues.add(new Cue(speaker, words));
    }
  }

  /** A line with its markup; one without a speaker may begin with a name and a colon. */
  void addLine(String speaker, String line) {
    if (cues.size() >= MOST) {
      return;
    }
    String clean = ASS.matcher(TAG.matcher(line).replaceAll("")).replaceAll("");
    String words = folded(Parser.unescapeEntities(clean, false));
    Matcher named = NAMED.matcher(words);
    if (speaker.isEmpty() && named.matches() && !named.group(2).isBlank()) {
      add(named.group(1), named.group(2));
    } else if (!words.isEmpty()) {
      add(speaker, words);
    }
  }

  /** One blank for each run of them, also of those without width. */
  static String folded(String text) {
    return text.replaceAll("[\\s\\u00a0\\u200b]+", " ").strip();
  }
}
