package dev.mldigest.select.filter;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.lab.Provenance;
import dev.mldigest.select.LabelledSet;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns {@code filters.weights} from the training set of our own and {@code filters-wide.weights}
 * from that and what others wrote, or prints what cross-validation says of publishers, sites and
 * subjects not seen.
 */
@Command(
    name = "filters",
    mixinStandardHelpOptions = true,
    description = "Learn what the filters cut by: filters.weights, filters-wide.weights.")
public final class FiltersTraining implements Callable<Integer> {
  @Option(names = "--judge", description = "Write nothing; print what cross-validation says.")
  private boolean judge;

  @Override
  public Integer call() throws IOException {
    Path corpora = Corpora.at("");
    List<Lesson> others = Lessons.ofOthers(corpora);
    if (judge) {
      new UnseenFigures(Lessons.own(), others).print();
    } else {
      List<Lesson> own = Lessons.own();
      write("filters", FilterTrainer.OWN, own, LabelledSet.FOLDER, List.of(LabelledSet.TRAIN));
      List<Lesson> all = Stream.of(Lessons.strong(own), others).flatMap(List::stream).toList();
      write("filters-wide", FilterTrainer.WIDE, all, corpora, Lessons.CORPUS);
    }
    return ExitCode.OK;
  }

  private static void write(
      String name, FilterTrainer trainer, List<Lesson> lessons, Path folder, List<String> corpus)
      throws IOException {
    List<String> lines = new ArrayList<>();
    trainer
        .weights(lessons)
        .forEach((filter, byName) -> {
          lines.add("filter " + filter.word());
          byName.entrySet().stream()
              .sorted(
                  Comparator.comparingDouble(
                          (Map.Entry<String, Double> w) -> -Math.abs(w.getValue()))
                      .thenComparing(Map.Entry::getKey))
              .forEach(
                  w -> lines.add(String.format(Locale.ROOT, "%.3f %s", w.getValue(), w.getKey())));
        });
    new Provenance(
            FiltersTraining.class,
            "train filters",
            "FilterModel",
            trainer.parameters(),
            folder,
            corpus)
        .write("select/" + name + ".weights", lines);
  }
}
