package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Floors on pages of others, where they are at hand: multiset overlap of four-word shingles, F1 of
 * mean precision and mean recall. A floor falls only in a commit that says why.
 */
class CorporaTest {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  @ParameterizedTest
  @CsvSource({"news, 0.970", "web, 0.930"})
  void extraction_stays_above_its_floor(String set, double floor) throws IOException {
    String named = Objects.requireNonNullElse(System.getenv("DIGEST_CORPORA"), "../shared/data");
    Path folder = Path.of(System.getProperty("DIGEST_CORPORA", named), "articles", set);
    assumeTrue(Files.isDirectory(folder), "no corpus of articles at " + folder);
    ObjectMapper mapper = new ObjectMapper();
    JsonNode gold = mapper.readTree(folder.resolve("gold.json").toFile());
    double precision = 0;
    double recall = 0;
    int pages = 0;
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode page = mapper.readTree(line);
      Map<List<String>, Integer> wanted =
          shingles(gold.get(page.get("id").asText()).get("text").asText());
      Map<List<String>, Integer> found = shingles(read(folder, page));
      double common = 0;
      for (var one : found.entrySet()) {
        common += Math.min(one.getValue(), wanted.getOrDefault(one.getKey(), 0));
      }
      precision += common / Math.max(1, total(found));
      recall += common / Math.max(1, total(wanted));
      pages++;
    }
    assertThat(2 * precision * recall / (precision + recall) / pages).isGreaterThan(floor);
  }

  private static String read(Path folder, JsonNode page) throws IOException {
    Path file = folder.resolve(page.get("file").asText());
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new Extractor()
          .read(in.readAllBytes(), null, page.get("url").asText(), null)
          .article()
          .text();
    }
  }

  private static Map<List<String>, Integer> shingles(String text) {
    List<String> words =
        new ArrayList<>(WORD.matcher(text).results().map(MatchResult::group).toList());
    Map<List<String>, Integer> shingles = new HashMap<>();
    int size = Math.min(4, words.size());
    for (int i = 0; size > 0 && i + size <= words.size(); i++) {
      shingles.merge(List.copyOf(words.subList(i, i + size)), 1, Integer::sum);
    }
    return shingles;
  }

  private static int total(Map<List<String>, Integer> shingles) {
    return shingles.values().stream().mapToInt(Integer::intValue).sum();
  }
}
