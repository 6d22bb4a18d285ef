package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads the corpora with Readability4J, the best of the JVM's others, for a paired comparison:
 * {@code mvn -o test -Dtest=RivalTest -Drival=true} writes {@code target/articles-rival-*.json}.
 */
class RivalTest {
  @ParameterizedTest
  @ValueSource(strings = {"news", "web"})
  void readability4j_reads_the_same_pages(String set) throws IOException {
    assumeTrue(Boolean.getBoolean("rival"), "asked for with -Drival=true");
    Map<String, String> texts = new TreeMap<>();
    ShingleScore score = new ShingleScore();
    for (ArticleCorpus.Page page : ArticleCorpus.pages(set)) {
      String text = read(page.body(), page.url());
      texts.put(page.id(), text);
      score.add(page.gold(), text);
    }
    Path file = ArticleCorpus.write("articles-rival-" + set, texts);
    System.out.println(set + ", Readability4J: " + score + ", in " + file);
    assertThat(file).isNotEmptyFile();
  }

  /** A page it throws at is one it reads nothing in. */
  private static String read(byte[] body, String url) throws IOException {
    try {
      var document = Jsoup.parse(new ByteArrayInputStream(body), null, url);
      String text = new Readability4JExtended(url, document).parse().getTextContent();
      return Objects.requireNonNullElse(text, "");
    } catch (IllegalStateException e) {
      return "";
    }
  }
}
