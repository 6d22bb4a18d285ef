package dev.mldigest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;

/**
 * Reads the corpora with Readability4J, the best of the JVM's others, for a paired comparison:
 * writes {@code target/articles-rival-*.json}.
 */
public final class Rival {
  private Rival() {}

  public static void run() throws IOException {
    for (String set : List.of("news", "web")) {
      run(set);
    }
  }

  private static void run(String set) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    ShingleScore score = new ShingleScore();
    for (ArticleCorpus.Page page : ArticleCorpus.pages(set)) {
      String text = read(page.body(), page.url());
      texts.put(page.id(), text);
      score.add(page.gold(), text);
    }
    Path file = ArticleCorpus.write("articles-rival-" + set, texts);
    System.out.println(set + ", Readability4J: " + score + ", in " + file);
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
