package dev.mldigest.select;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Candidate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Titles and leads as feeds state them, each with what an editor of this newsletter would call it.
 * All invented. {@code filters-train.jsonl} is for learning and tuning; {@code
 * filters-frozen.jsonl} was written and committed before any rule was, and is for figures only.
 */
public final class LabelledSet {
  public static final String KEEP = "keep";
  public static final String TRAIN = "filters-train.jsonl";

  public static final Path FOLDER = Path.of("src/test/resources/select");
  private static final Instant DATE = Instant.parse("2026-11-18T06:00:00Z");

  /**
   * @param label {@code keep}, or the filter that should cut it
   */
  public record Item(Candidate candidate, String label) {
    public String title() {
      return candidate.title();
    }
  }

  private LabelledSet() {}

  public static List<Item> train() {
    return read(TRAIN);
  }

  public static List<Item> frozen() {
    return read("filters-frozen.jsonl");
  }

  private static List<Item> read(String file) {
    ObjectMapper json = new ObjectMapper();
    List<Item> items = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve(file))) {
        JsonNode node = json.readTree(line);
        items.add(new Item(candidate(node), node.path("label").asText()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(items);
  }

  private static Candidate candidate(JsonNode node) {
    String id = node.path("id").asText();
    FeedEntry entry =
        FeedEntry.titled(node.path("title").asText())
            .guid(id)
            .link("https://example.org/" + id)
            .published(DATE)
            .summary(node.path("lead").asText())
            .build();
    String publisher = node.path("source").asText();
    Source source =
        new Source(
            "s-" + id,
            publisher,
            kind(node.path("kind").asText()),
            URI.create("https://example.org/feed"),
            "news",
            1,
            List.of(),
            null);
    Entry harvested = new Entry(id, source.id(), entry, null, DATE, DATE);
    return new Candidate(harvested, source, null);
  }

  private static SourceKind kind(String word) {
    return switch (word) {
      case "post" -> SourceKind.BLOG;
      case "news" -> SourceKind.NEWS;
      case "video" -> SourceKind.VIDEO;
      case "podcast" -> SourceKind.PODCAST;
      case "release" -> SourceKind.RELEASES;
      case "paper" -> SourceKind.PAPERS;
      default -> throw new IllegalArgumentException("unknown kind " + word);
    };
  }
}
