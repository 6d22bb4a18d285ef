package dev.mldigest.extract.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.extract.page.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the cues of a transcript in each of the forms that feeds offer. */
final class CueFiles {
  /** So that as many captions as are read ({@link Cues}) fit with their times. */
  static final int MOST_BYTES = 8 << 20;

  /** Longer lines are read in pieces: what a pattern may cost depends on its line. */
  private static final int LONGEST_LINE = 10_000;

  /** Ten hours of cues of a word each; 8 MB of small objects need a heap of 64 MB. */
  private static final long MOST_TOKENS = 600_000;

  private static final Pattern TIMES =
      Pattern.compile("\\s*+(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{1,3}\\s*+-->.*");
  private static final Pattern VOICE =
      Pattern.compile("<v(?:\\.[^\\s>]{0,80}+)?\\s++([^<>]{1,80}+)>");

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(50)
                      .maxStringLength(MOST_BYTES)
                      .maxTokenCount(MOST_TOKENS)
                      .build())
              .build());

  private CueFiles() {}

  /** WebVTT and SubRip: the lines under each line of times; the rest is numbers and notes. */
  static List<Cue> timed(String text) {
    Cues cues = new Cues();
    boolean inCue = false;
    String speaker = "";
    for (String line : lines(text)) {
      if (line.contains("-->")) {
        inCue = TIMES.matcher(line).matches();
        speaker = "";
      } else if (line.isBlank()) {
        inCue = false;
      } else if (inCue) {
        Matcher voice = VOICE.matcher(line);
        speaker = voice.find() ? voice.group(1).strip() : speaker;
        cues.addLine(speaker, line);
      }
    }
    return cues.all();
  }

  /** https://github.com/Podcastindex-org/podcast-namespace: segments with speaker and body. */
  static List<Cue> json(String text) {
    Cues cues = new Cues();
    try {
      JsonNode root = MAPPER.readTree(text);
      for (JsonNode segment : root.isArray() ? root : root.path("segments")) {
        String words = segment.path("body").asText(segment.path("text").asText(""));
        if (!words.isBlank()) {
          cues.add(Cues.folded(segment.path("speaker").asText("")), Cues.folded(words));
        }
      }
    } catch (IOException e) {
      return List.of(); // broken: the show notes are there
    }
    return cues.all();
  }

  static List<Cue> html(String text) {
    TranscriptPage page = TranscriptPage.of(Page.parse(text, ""));
    Cues cues = new Cues();
    String speaker = "";
    for (TranscriptPage.Line line : page.lines()) {
      String words = Cues.folded(line.text());
      if (line.names()) {
        speaker = words.replaceFirst(":$", "");
      } else if (!words.isEmpty()) {
        cues.add(speaker, words);
        speaker = "";
      }
    }
    return cues.all().isEmpty() ? plain(page.whole()) : cues.all();
  }

  /** A time of the recording at the beginning of a line, or at the end of a speaker's. */
  private static final Pattern TIME =
      Pattern.compile(
          "^\\s*[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?[\\])]?(?:\\s*[-–—:]?\\s+|$)"
              + "|(?<=^.{1,60})\\s[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?[\\])]?\\s*$");

  /** Fewer are times of day that somebody speaks of. */
  private static final int FEWEST_TIMES = 3;

  static List<Cue> plain(String text) {
    Cues cues = new Cues();
    List<String> lines = lines(text).stream().filter(line -> !line.isBlank()).toList();
    boolean timed =
        lines.stream().filter(line -> TIME.matcher(line).find()).count() >= FEWEST_TIMES;
    lines.stream()
        .map(line -> timed ? TIME.matcher(line).replaceAll("") : line)
        .filter(line -> !line.isBlank())
        .forEach(line -> cues.addLine("", line));
    return cues.all();
  }

  private static List<String> lines(String text) {
    return text.lines().flatMap(CueFiles::pieces).toList();
  }

  /** Whole words where there are words: some transcripts are one line. */
  private static Stream<String> pieces(String line) {
    if (line.length() <= LONGEST_LINE) {
      return Stream.of(line);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (line.length() - from > LONGEST_LINE) {
      int space = line.lastIndexOf(' ', from + LONGEST_LINE);
      int to = space > from + LONGEST_LINE / 2 ? space : from + LONGEST_LINE;
      pieces.add(line.substring(from, to));
      from = to;
    }
    pieces.add(line.substring(from));
    return pieces.stream();
  }
}
