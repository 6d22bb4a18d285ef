package dev.mldigest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.testkit.Corpora;
import dev.mldigest.web.Host;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Pages of others with their articles as plain text, where they are at hand; else tests skip. */
public final class ArticleCorpus {
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
      String[] parts = Host.of(url).name().split("\\.");
      int n = parts.length;
      return n < 2 ? url : parts[n - 2] + "." + parts[n - 1];
    }
  }

  public static List<Page> pages(String set) throws IOException {
    Path folder = Corpora.at("articles/" + set);
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
}
