package dev.mldigest.extract.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.Article;
import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.ExtractOutcome;
import dev.mldigest.domain.PageKind;
import dev.mldigest.extract.page.Charsets;
import dev.mldigest.extract.page.Page;
import dev.mldigest.text.TextLength;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a recording, from the files that feeds offer for it (podcast:transcript):
 * WebVTT, SubRip, the JSON of the podcast namespace, HTML, plain text. Cue numbers, times and
 * markup go, captions that roll are said once, speakers stay as {@code Name: }. Bounded; never
 * throws.
 */
public final class Transcripts {
  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_CUES = 100_000;

  /** Some sixty thousand words: what is said in six hours. */
  private static final int MOST_CHARS = 400_000;

  /** Longer lines are read in pieces: what a pattern may cost depends on its line. */
  private static final int LONGEST_LINE = 10_000;

  /** A paragraph ends with a sentence once it is so long, or anywhere at twice that. */
  private static final int PARAGRAPH = 500;

  private static final Pattern TIMES =
      Pattern.compile("\\s*+(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{1,3}\\s*+-->.*");
  private static final Pattern VOICE =
      Pattern.compile("<v(?:\\.[^\\s>]{0,80}+)?\\s++([^<>]{1,80}+)>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z0-9][^<>]{0,200}+>");
  private static final Pattern ASS = Pattern.compile("\\{\\\\[^{}]{0,80}+\\}");
  private static final Pattern NAMED = Pattern.compile("([\\p{Lu}][\\p{L}.' -]{0,40}+):\\s++(.*+)");

  /** Ten hours of cues of a word each; 8 MB of small objects need a heap of 64 MB. */
  private static final long MOST_TOKENS = 600_000;

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

  private Transcripts() {}

  /** The forms that keep speakers and sentences best come first; files of other types are gone. */
  public static List<Enclosure> bestFirst(List<Enclosure> files) {
    return files.stream()
        .filter(file -> rank(file) >= 0)
        .sorted(Comparator.comparingInt(Transcripts::rank))
        .toList();
  }

  private static int rank(Enclosure file) {
    return switch (essence(file.type())) {
      case "text/vtt" -> 0;
      case "application/json" -> 1;
      case "application/x-subrip", "application/srt", "text/srt" -> 2;
      case "text/html" -> 3;
      case "text/plain", "" -> 4;
      default -> -1;
    };
  }

  private static String essence(@Nullable String type) {
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * @param contentType as the server named it; the feed's word and the first characters go before
   * @param file as the feed names it
   * @param url of the entry, which becomes the article's
   */
  public static ExtractOutcome read(
      byte[] body,
      @Nullable String contentType,
      Enclosure file,
      String url,
      String title,
      PageKind kind) {
    String text = Charsets.decode(body, contentType, MOST_BYTES).text();
    List<String> paragraphs = paragraphs(text, essence(file.type()), essence(contentType));
    String plain = String.join("\n", paragraphs);
    if (plain.isBlank()) {
      return new ExtractOutcome.Unreadable(PageKind.EMPTY, "The transcript holds no words.");
    }
    return new ExtractOutcome.Extracted(
        new Article(
            url,
            title,
            null,
            null,
            null,
            null,
            null,
            kind,
            plain,
            String.join("\n\n", paragraphs.stream().map(Transcripts::escaped).toList()),
            TextLength.words(plain),
            null));
  }

  /** Inert as Markdown: what was said is no markup. */
  private static String escaped(String paragraph) {
    return paragraph.replaceAll("([\\\\`*_\\[\\]<>#|!])", "\\\\$1");
  }

  /** What the text is, whatever it is called. */
  private static List<String> paragraphs(String text, String said, String served) {
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[{")) {
      return spoken(json(start));
    }
    if (start.startsWith("WEBVTT") || text.contains("-->")) {
      return spoken(cues(text));
    }
    boolean html = said.equals("text/html") || served.equals("text/html");
    return html || start.startsWith("<") ? html(text) : plain(text);
  }

  /**
   * @param speaker empty where it is not told
   */
  private record Cue(String speaker, String words) {}

  // ------------------------------------------------------------------ WebVTT and SubRip

  /** The lines under each line of times; everything else is numbers, notes and styles. */
  private static List<Cue> cues(String text) {
    List<Cue> cues = new ArrayList<>();
    boolean inCue = false;
    String speaker = "";
    for (String line : lines(text)) {
      if (line.contains("-->")) {
        inCue = TIMES.matcher(line).matches();
        speaker = "";
      } else if (line.isBlank()) {
        inCue = false;
      } else if (inCue && cues.size() < MOST_CUES) {
        Matcher voice = VOICE.matcher(line);
        speaker = voice.find() ? voice.group(1).strip() : speaker;
        add(cues, speaker, line);
      }
    }
    return cues;
  }

  private static void add(List<Cue> cues, String speaker, String line) {
    String clean = ASS.matcher(TAG.matcher(line).replaceAll("")).replaceAll("");
    String words = folded(Parser.unescapeEntities(clean, false));
    Matcher named = NAMED.matcher(words);
    if (speaker.isEmpty() && named.matches() && !named.group(2).isBlank()) {
      cues.add(new Cue(named.group(1), named.group(2)));
    } else if (!words.isEmpty()) {
      cues.add(new Cue(speaker, words));
    }
  }

  // ------------------------------------------------------------------ JSON, HTML, plain text

  /** https://github.com/Podcastindex-org/podcast-namespace: segments with speaker and body. */
  private static List<Cue> json(String text) {
    List<Cue> cues = new ArrayList<>();
    try {
      JsonNode root = MAPPER.readTree(text);
      JsonNode segments = root.isArray() ? root : root.path("segments");
      for (JsonNode segment : segments) {
        String words = segment.path("body").asText(segment.path("text").asText(""));
        if (!words.isBlank() && cues.size() < MOST_CUES) {
          cues.add(new Cue(folded(segment.path("speaker").asText("")), folded(words)));
        }
      }
    } catch (IOException e) {
      return List.of(); // broken: the show notes are there
    }
    return cues;
  }

  private static List<String> html(String text) {
    TranscriptPage page = TranscriptPage.of(Page.parse(text, ""));
    List<Cue> cues = new ArrayList<>();
    String speaker = "";
    for (TranscriptPage.Line line : page.lines()) {
      String words = folded(line.text());
      if (line.names()) {
        speaker = words.replaceFirst(":$", "");
      } else if (!words.isEmpty() && cues.size() < MOST_CUES) {
        cues.add(new Cue(speaker, words));
        speaker = "";
      }
    }
    return cues.isEmpty() ? plain(page.whole()) : spoken(cues);
  }

  private static List<String> plain(String text) {
    List<Cue> cues = new ArrayList<>();
    for (String line : lines(text)) {
      if (!line.isBlank() && cues.size() < MOST_CUES) {
        add(cues, "", line);
      }
    }
    return spoken(cues);
  }

  private static List<String> lines(String text) {
    return text.lines().flatMap(Transcripts::pieces).toList();
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

  // ------------------------------------------------------------------ paragraphs

  private static List<String> spoken(List<Cue> cues) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    String speaker = "";
    String before = "";
    int left = MOST_CHARS;
    for (Cue cue : cues) {
      boolean turn = !cue.speaker().isEmpty() && !cue.speaker().equals(speaker);
      String fresh = turn ? cue.words() : fresh(before, cue.words());
      left -= fresh.length() + (turn ? cue.speaker().length() + 3 : 1);
      if (left < 0) {
        break;
      }
      if (turn || full(paragraph)) {
        end(paragraphs, paragraph);
      }
      if (turn) {
        speaker = cue.speaker();
        paragraph.append(speaker).append(": ");
      } else if (!paragraph.isEmpty() && !fresh.isEmpty()) {
        paragraph.append(' ');
      }
      paragraph.append(fresh);
      before = cue.words();
    }
    end(paragraphs, paragraph);
    return paragraphs;
  }

  private static boolean full(StringBuilder paragraph) {
    int length = paragraph.length();
    boolean sentence = length > 0 && ".?!…".indexOf(paragraph.charAt(length - 1)) >= 0;
    return length >= PARAGRAPH * 2 || (length >= PARAGRAPH && sentence);
  }

  private static void end(List<String> paragraphs, StringBuilder paragraph) {
    if (!paragraph.toString().isBlank()) {
      paragraphs.add(paragraph.toString().strip());
    }
    paragraph.setLength(0);
  }

  /** Rolling captions repeat the line before, or go on with it. */
  private static String fresh(String before, String now) {
    if (before.isEmpty() || now.equals(before)) {
      return before.isEmpty() ? now : "";
    }
    return now.startsWith(before + " ") ? now.substring(before.length() + 1) : now;
  }

  private static String folded(String text) {
    return text.replaceAll("[\\s\\u00a0\\u200b]+", " ").strip();
  }
}
