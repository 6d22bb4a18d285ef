package dev.mldigest.select.filter;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.lab.Provenance;
import dev.mldigest.select.FilterScore;
import dev.mldigest.select.LabelledSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns {@code filters.weights} from the training set of our own, or prints what cross-validation
 * by publisher says of items of publishers not seen.
 */
@Command(
    name = "filters",
    mixinStandardHelpOptions = true,
    description = "Learn what the filters cut by: filters.weights.")
public final class FiltersTraining implements Callable<Integer> {
  private static final int FOLDS = 10;

  static final double C = 30;

  private static final Map<String, Predicate<String>> GROUPS = new LinkedHashMap<>();

  static {
    Predicate<String> words = name -> name.startsWith("word ") || name.startsWith("title ");
    Predicate<String> cues = name -> name.contains("cue ");
    Predicate<String> form = name -> name.startsWith("form ");
    GROUPS.put("words", words.and(cues.negate()));
    GROUPS.put("cues, form", cues.or(form));
    GROUPS.put("words, cues", words.or(cues));
    GROUPS.put("all", name -> true);
  }

  @Option(names = "--judge", description = "Write nothing; print what cross-validation says.")
  private boolean judge;

  @Override
  public Integer call() throws IOException {
    List<LabelledSet.Item> items = LabelledSet.train();
    if (judge) {
      judge(items);
    } else {
      write(new FilterTrainer(C, name -> true).weights(items));
    }
    return ExitCode.OK;
  }

  private static void judge(List<LabelledSet.Item> items) {
    GROUPS.forEach((name, used) -> {
      for (double c : new double[] {10, 30, 100}) {
        System.out.println(grid(name + ", C " + c, unseen(new FilterTrainer(c, used), items)));
      }
    });
    for (double sure : new double[] {0.5, 0.6, 0.7, 0.8}) {
      System.out.println(bound(sure, unseen(new FilterTrainer(C, name -> true), items)));
    }
    System.out.println(crossValidated().table("training set, publishers not seen"));
  }

  /** What the filters answer on the training set, each item by weights of other publishers. */
  static FilterScore crossValidated() {
    FilterScore score = new FilterScore();
    unseen(new FilterTrainer(C, name -> true), LabelledSet.train())
        .forEach((item, model) -> score.add(item.label(), FiltersTest.answer(item, model)));
    return score;
  }

  private static Map<LabelledSet.Item, FilterModel> unseen(
      FilterTrainer trainer, List<LabelledSet.Item> items) {
    List<String> publishers =
        new ArrayList<>(
            new TreeSet<>(items.stream().map(item -> item.candidate().source().title()).toList()));
    Collections.shuffle(publishers, new Random(1));
    Map<LabelledSet.Item, FilterModel> models = new LinkedHashMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      Set<String> held = new TreeSet<>();
      for (int i = fold; i < publishers.size(); i += FOLDS) {
        held.add(publishers.get(i));
      }
      FilterModel model =
          trainer.learn(
              items.stream().filter(i -> !held.contains(i.candidate().source().title())).toList());
      items.stream()
          .filter(i -> held.contains(i.candidate().source().title()))
          .forEach(i -> models.put(i, model));
    }
    return models;
  }

  /** Per filter the loss, and the recall at the bound that one in a hundred others passes. */
  private static String grid(String name, Map<LabelledSet.Item, FilterModel> models) {
    StringBuilder line = new StringBuilder("%-28s".formatted(name));
    for (Filter filter : FilterTrainer.LEARNED) {
      List<Double> yes = new ArrayList<>();
      List<Double> no = new ArrayList<>();
      double loss = 0;
      for (Map.Entry<LabelledSet.Item, FilterModel> e : models.entrySet()) {
        if (e.getKey().label().equals("language")
            || e.getKey().candidate().source().kind().isPaper()) {
          continue;
        }
        double p = FiltersTest.probability(e.getKey(), e.getValue(), filter);
        boolean is = e.getKey().label().equals(filter.word());
        loss -= Math.log(is ? p : 1 - p);
        if (is) {
          yes.add(p);
        } else if (e.getKey().label().equals("keep")) {
          no.add(p);
        }
      }
      no.sort(Comparator.reverseOrder());
      double bound = no.get(no.size() / 100);
      long found = yes.stream().filter(p -> p > bound).count();
      line.append(
          "  %s: loss %.3f, keep at most %.2f, %.2f above %.2f"
              .formatted(
                  filter.word(),
                  loss / (yes.size() + no.size()),
                  no.getFirst(),
                  (double) found / yes.size(),
                  bound));
    }
    return line.toString();
  }

  /** What one bound for all filters would cut, without phrases and marks. */
  private static String bound(double sure, Map<LabelledSet.Item, FilterModel> models) {
    int[] cut = new int[2];
    models.forEach((item, model) -> {
      boolean keep = item.label().equals(LabelledSet.KEEP);
      boolean over =
          FilterTrainer.LEARNED.stream()
              .anyMatch(filter -> FiltersTest.probability(item, model, filter) >= sure);
      cut[keep ? 1 : 0] += over && !item.candidate().source().kind().isPaper() ? 1 : 0;
    });
    return "bound %.1f: %d cut rightly, %d wrongly".formatted(sure, cut[0], cut[1]);
  }

  private static void write(Map<Filter, Map<String, Double>> weights) throws IOException {
    List<String> lines = new ArrayList<>();
    weights.forEach((filter, byName) -> {
      lines.add("filter " + filter.word());
      byName.entrySet().stream()
          .sorted(
              Comparator.comparingDouble((Map.Entry<String, Double> w) -> -Math.abs(w.getValue()))
                  .thenComparing(Map.Entry::getKey))
          .forEach(w -> lines.add(String.format(Locale.ROOT, "%.3f %s", w.getValue(), w.getKey())));
    });
    new Provenance(
            FiltersTraining.class,
            "train filters",
            "FilterModel",
            "logistic regression (L2R_LR), C " + C + ", the " + FilterTrainer.MOST + " strongest",
            LabelledSet.FOLDER,
            List.of(LabelledSet.TRAIN))
        .write("select/filters.weights", lines);
  }
}
