package dev.mldigest.summarise.ground;

import dev.mldigest.io.Sha256;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.TextCut;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A source as a model gets to read it: its fit sentences, numbered, one a line, up to about 1,500
 * words, between markers with a code that the text cannot hold because it is the text's own hash.
 */
public record NumberedText(List<String> sentences, Set<Integer> shown) {
  /** Some 2,000 tokens; docs/models.md counts a week by it. News says first what matters. */
  private static final int MOST_WORDS = 1_500;

  /** A lead and the paragraph after it, to find passages of the editor's on like matter. */
  private static final int ABOUT = 8;

  // A title as feeds have them and a source's name, with room to spare; longer ones are cut.
  private static final int TITLE_CHARS = 300;
  private static final int SOURCE_CHARS = 100;

  /** Of a longer sentence only the front is shown; a quote must stand there. */
  private static final int MOST_CHARS = 500;

  public NumberedText {
    sentences = List.copyOf(sentences);
    shown = Set.copyOf(shown);
  }

  public static NumberedText of(String text) {
    List<String> sentences = Sentences.of(text);
    Set<Integer> shown = new TreeSet<>();
    int words = 0;
    for (int i = 0; i < sentences.size() && words < MOST_WORDS; i++) {
      String sentence = sentences.get(i);
      if (UnfitSentences.isWhole(sentence)) {
        shown.add(i + 1);
        words += Words.count(sentence);
      }
    }
    return new NumberedText(sentences, shown);
  }

  /**
   * The values of a summarising prompt.
   *
   * @param voice passages of the editor's, one a line
   */
  public Map<String, String> values(String title, String source, String voice) {
    String heading = line(title, TITLE_CHARS);
    String body = numbered();
    String nonce = Sha256.of(heading + "\n" + body + "\n" + voice).substring(0, 12);
    return Map.of(
        "title",
        heading,
        "source",
        line(source, SOURCE_CHARS),
        "sentences",
        body,
        "voice",
        voice,
        "nonce",
        nonce);
  }

  /** The first few sentences shown: what the text is about. */
  public String front() {
    return shown.stream()
        .sorted()
        .limit(ABOUT)
        .map(n -> sentences.get(n - 1))
        .collect(Collectors.joining("\n"));
  }

  private String numbered() {
    List<String> lines = new ArrayList<>();
    shown.stream()
        .sorted()
        .forEach(n -> lines.add("[" + n + "] " + line(sentences.get(n - 1), MOST_CHARS)));
    return String.join("\n", lines);
  }

  /** One line without control or format characters, cut between words. */
  private static String line(String text, int most) {
    return TextCut.front(Texts.oneLine(text), most);
  }
}
