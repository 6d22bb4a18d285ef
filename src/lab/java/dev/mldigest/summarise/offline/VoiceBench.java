package dev.mldigest.summarise.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.testkit.Corpora;
import dev.mldigest.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;

/**
 * What becomes of the first person in texts of other hands: how many whole sentences that speak of
 * themselves are said in the third person, and some of them to read.
 */
public final class VoiceBench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private VoiceBench() {}

  private record Text(String text, Speaker speaker, boolean paper) {}

  /**
   * @param shown of each set, so many to read
   */
  public static void run(int shown) throws IOException {
    print("SciTLDR, training part", abstracts(), shown);
    print("pages of the open web", pages(), shown);
  }

  private static List<Text> abstracts() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(Corpora.at("summaries/tldr_train.jsonl"))) {
      List<String> sentences =
          StreamSupport.stream(JSON.readTree(line).path("source").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      texts.add(new Text(String.join("\n", sentences), Speaker.AUTHORS, true));
    }
    return texts;
  }

  private static List<Text> pages() throws IOException {
    List<Text> texts = new ArrayList<>();
    JSON.readTree(Files.readString(Corpora.at("articles/web/gold.json")))
        .forEach(page -> {
          OfflineSummariser.Writer writer =
              new OfflineSummariser.Writer(
                  page.path("domain")
                      .asText()
                      .replaceFirst("^www\\.", "")
                      .replaceFirst("\\..*", ""),
                  "http://" + page.path("domain").asText() + "/",
                  false,
                  page.path("author").asText(""));
          String text = page.path("text").asText();
          texts.add(
              new Text(
                  text, Speaker.of(writer, page.path("title").asText(""), text, false), false));
        });
    return texts;
  }

  private static void print(String what, List<Text> texts, int shown) {
    List<String> told = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Text text : texts) {
      ThirdPerson voice = new ThirdPerson(text.speaker(), text.paper());
      for (String sentence : Sentences.of(text.text())) {
        String said = LeadIn.strip(Tidy.of(sentence));
        if (UnfitSentences.isWhole(said) && ThirdPerson.speaksItself(said)) {
          Optional<String> third = voice.of(said);
          third.ifPresentOrElse(told::add, () -> left.add(said));
        }
      }
    }
    int all = told.size() + left.size();
    System.out.printf(
        Locale.ROOT,
        "%s: %,d sentences in the first person, %.1f %% said in the third%n",
        what,
        all,
        100.0 * told.size() / all);
    show("told", told, shown);
    show("left", left, shown);
  }

  private static void show(String name, List<String> lines, int shown) {
    Collections.shuffle(lines, new Random(1));
    lines.stream().limit(shown).forEach(line -> System.out.println("  " + name + ": " + line));
  }
}
