package dev.mldigest.summarise.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints what is said of saved texts without a model, to be read as an editor reads: lines {@code
 * {"title", "text", "markdown", "paper", "source", "url", "news", "byline"}}, all but the first two
 * optional.
 */
final class SayingReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SayingReader() {}

  /**
   * @param skip so many texts first: what was read before
   * @param most then so many at most
   * @param scored of each, so many sentences with what they are worth
   */
  static void print(Path texts, int skip, int most, int scored) throws IOException {
    OfflineSummariser summariser = new OfflineSummariser();
    List<String> lines = Files.readAllLines(texts);
    int end = Math.min(lines.size(), skip + most);
    List<Summary> all = new ArrayList<>();
    for (int i = skip; i < end; i++) {
      OfflineSummariser.Report report = report(MAPPER.readTree(lines.get(i)));
      scores(report, scored);
      Summary summary = summariser.summarise(report);
      all.add(summary);
      System.out.printf(
          "%d. %s [%s, %d sentences]%n   %s%n%n",
          i + 1,
          Texts.oneLine(report.title()),
          report.writer().source(),
          Sentences.of(report.text()).size(),
          summary.sentences().stream().map(SummarySentence::text).collect(Collectors.joining(" ")));
    }
    double sentences = all.stream().mapToInt(s -> s.sentences().size()).average().orElse(0);
    System.out.printf("%d texts, %.2f sentences each%n", all.size(), sentences);
  }

  /** The sentences that are worth most, and what for. */
  private static void scores(OfflineSummariser.Report report, int most) {
    List<String> shown =
        Sentences.of(report.text()).stream().map(Tidy::of).map(LeadIn::strip).toList();
    Worth.Scores worth = new Worth().of(report.title(), shown, report.paper());
    List<Map<String, Double>> features = Telling.of(report.title(), shown);
    IntStream.range(0, shown.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -worth.all().get(i)))
        .limit(most)
        .forEach(i ->
            System.out.printf(
                Locale.ROOT,
                "      %3d %.2f %.2f %s %s%n",
                i,
                worth.all().get(i),
                worth.style().get(i),
                shown.get(i),
                features.get(i).entrySet().stream()
                    .filter(f -> f.getValue() == 1 && f.getKey().charAt(0) != 'f')
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList()));
  }

  private static OfflineSummariser.Report report(JsonNode text) {
    return new OfflineSummariser.Report(
        text.path("title").asText(),
        text.path("text").asText(),
        text.path("markdown").asText(),
        text.path("paper").asBoolean(),
        Furniture.NONE,
        new OfflineSummariser.Writer(
            text.path("source").asText(),
            text.path("url").asText(),
            text.path("news").asBoolean(),
            text.path("byline").asText()));
  }
}
