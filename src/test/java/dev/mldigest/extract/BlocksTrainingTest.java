package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/**
 * Learns {@code blocks.trees} from the corpora of articles: {@code mvn -o test
 * -Dtest=BlocksTrainingTest -Dtrain=true} writes the file and prints what five-fold
 * cross-validation by site says of pages of unseen sites, with each page's text in {@code target}.
 */
class BlocksTrainingTest {
  private static final Path FILE = Path.of("src/main/resources/extract/blocks.trees");
  private static final TreesTrainer.Shape SHAPE = new TreesTrainer.Shape(60, 8, 0.15, 300, 1.0);
  private static final int FOLDS = 5;

  /** A page's blocks with their numbers, whether each is of the article, and its share of words. */
  private static final class Example {
    final ArticleCorpus.Page page;
    final List<Block> blocks;
    final float[][] rows;
    final boolean[] yes;
    final double[] weight;

    Example(ArticleCorpus.Page page) throws IOException {
      this.page = page;
      Document document = Page.parse(page.body(), null, page.url());
      Metadata metadata = Metadata.of(document, page.url());
      Outline outline = Outline.of(document);
      Pruner.prune(outline);
      int body = BodyFinder.find(outline);
      blocks = BlockJudge.proposed(outline, body, metadata);
      rows = new float[blocks.size()][0];
      int columns = BlockFeatures.names().size();
      BlockFeatures.each(
          outline,
          blocks,
          body,
          metadata.title(),
          (i, row) -> rows[i] = Arrays.copyOf(row, columns));
      yes = new boolean[rows.length];
      weight = new double[rows.length];
      label();
    }

    /**
     * A block of four words and more is of the article if half of its shingles are; a shorter one
     * if it is a line of it, or occurs in it and stands between blocks that are of it.
     */
    private void label() {
      List<String> gold = ArticleCorpus.words(page.gold());
      Set<List<String>> runs = new HashSet<>();
      for (int size = 1; size <= 4; size++) {
        for (int i = 0; i + size <= gold.size(); i++) {
          runs.add(List.copyOf(gold.subList(i, i + size)));
        }
      }
      Set<List<String>> lines = new HashSet<>();
      page.gold().lines().map(ArticleCorpus::words).forEach(lines::add);
      boolean[] brief = new boolean[rows.length];
      double sum = 0;
      for (int i = 0; i < rows.length; i++) {
        List<String> words = ArticleCorpus.words(blocks.get(i).text);
        weight[i] = Math.max(3, words.size());
        sum += weight[i];
        int common = 0;
        for (int k = 0; k + 4 <= words.size(); k++) {
          common += runs.contains(words.subList(k, k + 4)) ? 1 : 0;
        }
        yes[i] = words.size() < 4 ? lines.contains(words) : common * 2 >= words.size() - 3;
        brief[i] = words.size() < 4 && !yes[i] && runs.contains(words);
      }
      for (int i = 0; i < rows.length; i++) {
        yes[i] |= brief[i] && isWithin(i, brief);
        weight[i] *= 1000 / sum;
      }
    }

    private boolean isWithin(int i, boolean[] brief) {
      int before = i - 1;
      while (before >= 0 && brief[before]) {
        before--;
      }
      int after = i + 1;
      while (after < rows.length && brief[after]) {
        after++;
      }
      return before >= 0 && after < rows.length && yes[before] && yes[after];
    }

    /** How many blocks the trees are asked about. */
    int open() {
      return (int) Arrays.stream(rows).filter(row -> row.length > 0).count();
    }

    String text(Trees trees) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < rows.length; i++) {
        Block block = blocks.get(i);
        boolean settled = block.isSettled();
        if (settled ? block.kept() : BlockJudge.keeps(trees, block, rows[i])) {
          text.append(block.text).append('\n');
        }
      }
      return text.toString();
    }
  }

  @Test
  void the_trees_are_learned_and_judged_on_sites_they_did_not_see() throws IOException {
    assumeTrue(Boolean.getBoolean("train"), "asked for with -Dtrain=true");
    List<Example> examples = new ArrayList<>();
    Map<String, List<Example>> sets = new HashMap<>();
    for (String set : List.of("news", "web")) {
      for (ArticleCorpus.Page page : ArticleCorpus.pages(set)) {
        Example example = new Example(page);
        examples.add(example);
        sets.computeIfAbsent(set, name -> new ArrayList<>()).add(example);
      }
    }
    Map<String, Integer> folds = folds(examples);
    List<Trees> judges =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(fold ->
                new Trees(
                    learned(
                        examples.stream()
                            .filter(e -> folds.getOrDefault(e.page.site(), 0) != fold)
                            .toList())))
            .toList();
    for (String set : sets.keySet()) {
      ArticleCorpus.Score score = new ArticleCorpus.Score();
      Map<String, String> run = new TreeMap<>();
      for (Example e : sets.getOrDefault(set, List.of())) {
        String text = e.text(judges.get(folds.getOrDefault(e.page.site(), 0)));
        score.add(e.page.gold(), text);
        run.put(e.page.id(), text);
      }
      Path file = ArticleCorpus.write("articles-unseen-" + set, run);
      System.out.println(set + ", sites not seen: " + score + ", in " + file);
    }
    write(learned(examples));
    assertThat(FILE).isNotEmptyFile();
  }

  private static Map<String, Integer> folds(List<Example> examples) {
    Set<String> names = new TreeSet<>();
    examples.forEach(e -> names.add(e.page.site()));
    List<String> sites = new ArrayList<>(names);
    Collections.shuffle(sites, new Random(1));
    Map<String, Integer> folds = new HashMap<>();
    for (int i = 0; i < sites.size(); i++) {
      folds.put(sites.get(i), i % FOLDS);
    }
    return folds;
  }

  private static List<Trees.Tree> learned(List<Example> examples) {
    List<float[]> rows = new ArrayList<>();
    int n = examples.stream().mapToInt(Example::open).sum();
    boolean[] yes = new boolean[n];
    double[] weight = new double[n];
    int at = 0;
    for (Example e : examples) {
      for (int i = 0; i < e.rows.length; i++) {
        if (e.rows[i].length > 0) {
          rows.add(e.rows[i]);
          yes[at] = e.yes[i];
          weight[at++] = e.weight[i];
        }
      }
    }
    return new TreesTrainer(rows.toArray(float[][]::new), yes, weight).train(SHAPE);
  }

  private static void write(List<Trees.Tree> trees) throws IOException {
    List<String> names = BlockFeatures.names();
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(FILE), false, StandardCharsets.UTF_8)) {
      out.println("# Learned by BlocksTrainingTest; read by Trees. Do not edit: learn again.");
      for (Trees.Tree tree : trees) {
        out.println("tree");
        for (int i = 0; i < tree.column().length; i++) {
          out.println(
              tree.column()[i] < 0
                  ? "  " + i + " " + tree.bound()[i]
                  : "  %d %s <= %s ? %d : %d"
                      .formatted(
                          i,
                          names.get(tree.column()[i]),
                          tree.bound()[i],
                          tree.yes()[i],
                          tree.no()[i]));
        }
      }
    }
  }
}
