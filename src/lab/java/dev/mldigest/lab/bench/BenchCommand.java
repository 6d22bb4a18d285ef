package dev.mldigest.lab.bench;

import dev.mldigest.cli.RankAblation;
import dev.mldigest.extract.LayoutScores;
import dev.mldigest.extract.Rival;
import dev.mldigest.model.LimitsBenchmark;
import dev.mldigest.page.KeysBenchmark;
import dev.mldigest.select.rank.PostOrderFigures;
import dev.mldigest.summarise.offline.VoiceBench;
import dev.mldigest.summarise.opening.SubjectLines;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast, and what for: each prints its figures; docs/benchmarks.md says what they mean. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measure how fast the program is, or what a part of it adds.")
public final class BenchCommand {
  @Command(description = "Feeds parsed and requests made a second.")
  void fetch() throws Exception {
    FetchBenchmark.run();
  }

  @Command(description = "Pages read a second, beside parsing alone; six minutes.")
  void extract(
      @Option(names = "--turns", description = "Only how much longer: two minutes.") boolean turns)
      throws Exception {
    if (turns) {
      ExtractBenchmark.runInTurns();
    } else {
      ExtractBenchmark.run();
    }
  }

  @Command(description = "How pages of 42 layouts of today's generators are read, by layout.")
  void layouts() {
    LayoutScores.run();
  }

  @Command(description = "What a key of the review page costs with sixty cards, in a real browser.")
  void keys() throws Exception {
    KeysBenchmark.run();
  }

  @Command(description = "Seconds to group 1,000 to 100,000 entries into stories.")
  void stories() {
    StoriesBenchmark.run();
  }

  @Command(description = "Subject lines of items of other hands: how many fit, and some to read.")
  void subjects() throws Exception {
    SubjectLines.run();
  }

  @Command(description = "What becomes of the first person in texts of other hands.")
  void voice(@Option(names = "--show", defaultValue = "0") int shown) throws Exception {
    VoiceBench.run(shown);
  }

  @Command(description = "How posts that should stay stand beside others, by sites not seen.")
  void posts() throws Exception {
    PostOrderFigures.run();
  }

  @Command(description = "Milliseconds an abstract's gist takes.")
  void gist() {
    GistBenchmark.run();
  }

  @Command(
      description = "Calls against a limiting provider, and how late late calls end; six minutes.")
  void limits() throws Exception {
    LimitsBenchmark.run();
  }

  @Command(description = "The corpora of articles read by Readability4J, to compare with.")
  void rival() throws Exception {
    Rival.run();
  }

  @Command(description = "How soon a review page is there, and what it holds; Linux.")
  void page(
      @Option(names = "--launcher", defaultValue = "./digest") Path launcher,
      @Option(names = "--output", defaultValue = "output/demo") Path output)
      throws Exception {
    PageBenchmark.run(launcher, output);
  }

  @Command(description = "What each group of the ranker's features adds; ten minutes.")
  void ablation() throws Exception {
    RankAblation.run();
  }
}
