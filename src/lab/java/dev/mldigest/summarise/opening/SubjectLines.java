package dev.mldigest.summarise.opening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Subject lines of items of other hands: how many have one that fits, from their summary or from
 * their title, and twenty of them to read.
 */
public final class SubjectLines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 20;

  private SubjectLines() {}

  public static void run() throws IOException {
    print("one-sentence summaries of SciTLDR, development part", gists("tldr_dev"));
    print("titles of Last Week in AI", headlines());
  }

  private static List<Issue.Item> gists(String name) throws IOException {
    List<Issue.Item> items = new ArrayList<>();
    try (Stream<String> lines = Files.lines(Corpora.at("summaries/" + name + ".gold.jsonl"))) {
      for (String line : lines.toList()) {
        items.add(item("", "arxiv", JSON.readTree(line).path("target").path(0).asText()));
      }
    }
    return items;
  }

  private static List<Issue.Item> headlines() throws IOException {
    List<Issue.Item> items = new ArrayList<>();
    try (Stream<String> lines = Files.lines(Corpora.at("newsroom/lwiai.in.jsonl"))) {
      for (String line : lines.toList()) {
        for (JsonNode item : JSON.readTree(line).path("items")) {
          items.add(item(item.path("title").asText(), "news"));
        }
      }
    }
    return items;
  }

  private static Issue.Item item(String title, String kind, String... sentences) {
    List<SummarySentence> summary =
        Stream.of(sentences).map(text -> new SummarySentence(text, List.of())).toList();
    return Issue.Item.of(
        title,
        new Issue.Report(title, "", "", Instant.EPOCH, kind, List.of()),
        new Summary(summary, "", Summary.OFFLINE),
        "",
        null);
  }

  private static void print(String what, List<Issue.Item> items) {
    List<String> lines = new ArrayList<>();
    for (Issue.Item item : items) {
      Optional<String> line =
          SubjectLine.of(item, OfflineOpening.SUBJECT)
              .or(() -> TitleLine.of(item, OfflineOpening.SUBJECT));
      line.ifPresent(lines::add);
    }
    long cut = lines.stream().filter(line -> line.contains("…")).count();
    System.out.printf(
        "%s: %,d items, %,d with a line of at most %d characters, %d of them with an ellipsis%n",
        what, items.size(), lines.size(), OfflineOpening.SUBJECT, cut);
    Collections.shuffle(lines, new Random(1));
    lines.stream().limit(SHOWN).forEach(line -> System.out.println("  " + line));
  }
}
