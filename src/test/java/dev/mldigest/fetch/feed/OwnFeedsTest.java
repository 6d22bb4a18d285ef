package dev.mldigest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.FeedEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Six feeds written for this test, one a format and one broken, and what an entry of each says:
 * title, link and date. A floor falls only in a commit that says why.
 */
class OwnFeedsTest {
  private static final Path FOLDER = Path.of("src/test/resources/feeds");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void every_entry_of_our_own_feeds_is_read_as_it_is_meant() throws IOException {
    List<String> wanted = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("gold.jsonl"))) {
      JsonNode entry = MAPPER.readTree(line);
      String file = entry.path("file").asText();
      if (!files.contains(file)) {
        files.add(file);
      }
      wanted.add(
          line(
              file,
              entry.path("title").asText(),
              entry.path("link").asText(),
              entry.path("published").asText(null)));
    }
    List<String> read = new ArrayList<>();
    for (String file : files) {
      byte[] body = Files.readAllBytes(FOLDER.resolve(file));
      var parsed = (FeedReading.Read) new FeedParser().parse(body, null, null);
      for (FeedEntry entry : parsed.feed().completed().entries()) {
        read.add(line(file, entry.title(), entry.link(), entry.published()));
      }
    }
    assertThat(read).containsExactlyElementsOf(wanted);
  }

  private static String line(@Nullable Object... parts) {
    return String.join(" | ", Arrays.stream(parts).map(Objects::toString).toList());
  }
}
