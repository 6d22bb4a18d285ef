package dev.mldigest.extract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.extract.meta.Titles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Pages of others with their articles as plain text, where they are at hand; else tests skip. */
public final class ArticleCorpus {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ArticleCorpus() {}

  public record Page(String id, String url, Path file, String gold) {
    public byte[] body() throws IOException {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        return in.readAllBytes();
      }
    }

    /** The registrable domain, roughly: pages of one site are learned from or judged, not both. */
    public String site() {
      String[] parts = Titles.host(url).split("\\.");
      int n = parts.length;
      return n < 2 ? url : parts[n - 2] + "." + parts[n - 1];
    }
  }

  public static List<Page> pages(String set) throws IOException {
    String named = Objects.requireNonNullElse(System.getenv("DIGEST_CORPORA"), "../shared/data");
    Path folder = Path.of(System.getProperty("DIGEST_CORPORA", named), "articles", set);
    assumeTrue(Files.isDirectory(folder), "no corpus of articles at " + folder);
    JsonNode gold = MAPPER.readTree(folder.resolve("gold.json").toFile());
    List<Page> pages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode page = MAPPER.readTree(line);
      String id = page.get("id").asText();
      pages.add(
          new Page(
              id,
              page.get("url").asText(),
              folder.resolve(page.get("file").asText()),
              gold.get(id).get("text").asText()));
    }
    return pages;
  }

  /**
   * Writes one reading of a corpus, as the scorers of articles take it.
   *
   * @param texts by page
   * @return the file
   */
  public static Path write(String name, Map<String, String> texts) throws IOException {
    Path file = Path.of("target", name + ".json");
    MAPPER.writeValue(file.toFile(), texts);
    return file;
  }

  public static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Runs of four words with how often each occurs; a shorter text is one run. */
  static Map<List<String>, Integer> shingles(String text) {
    List<String> words = words(text);
    Map<List<String>, Integer> shingles = new HashMap<>();
    int size = Math.min(4, words.size());
    for (int i = 0; size > 0 && i + size <= words.size(); i++) {
      shingles.merge(List.copyOf(words.subList(i, i + size)), 1, Integer::sum);
    }
    return shingles;
  }

  /** Precision and recall over pages; F1 is that of their means. */
  public static final class Score {
    private double precision;
    private double recall;
    private int pages;

    public void add(String gold, String text) {
      Map<List<String>, Integer> wanted = shingles(gold);
      Map<List<String>, Integer> found = shingles(text);
      double common = 0;
      for (var one : found.entrySet()) {
        common += Math.min(one.getValue(), wanted.getOrDefault(one.getKey(), 0));
      }
      precision += common / Math.max(1, total(found));
      recall += common / Math.max(1, total(wanted));
      pages++;
    }

    double f1() {
      return 2 * precision * recall / (precision + recall) / pages;
    }

    @Override
    public String toString() {
      return "F1 %.4f, precision %.4f, recall %.4f, %d pages"
          .formatted(f1(), precision / pages, recall / pages, pages);
    }

    private static int total(Map<List<String>, Integer> shingles) {
      return shingles.values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}
