package dev.mldigest.extract.body;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.extract.ArticleCorpus;
import dev.mldigest.extract.Lengthened;
import dev.mldigest.extract.ShingleScore;
import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.body.feature.BlockFeatures;
import dev.mldigest.extract.body.feature.Trees;
import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Page;
import dev.mldigest.lab.Provenance;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns {@code blocks.trees} from the corpora of articles, or prints what five-fold
 * cross-validation by site or by generator says of pages of unseen ones, of long pages made of such
 * ({@link Lengthened}), and of the same pages cut short or without names ({@link Mutated}), with
 * each page's text in {@code target}.
 */
@Command(
    name = "blocks",
    mixinStandardHelpOptions = true,
    description = "Learn which blocks of a page are its article: blocks.trees.")
public final class BlocksTraining implements Callable<Integer> {
  private static final TreesTrainer.Shape SHAPE = new TreesTrainer.Shape(60, 8, 0.15, 300, 1.0);
  private static final int FOLDS = 5;
  private static final List<String> SETS = List.of("news", "web");

  /** Pages made long a fold, how long, and what one of them weighs beside one that was found. */
  private static final int LONG_PAGES = 30;

  private static final int SHORTEST = 30_000;
  private static final int LONGEST = 240_000;
  private static final double LONG_WEIGHT = 0.12;

  /**
   * What a page weighs whose article was cut short, or whose names were taken away. They are not
   * learned from: with them, and without the two columns that tell the page's size, F1 on sites not
   * seen was .947 of the web and .757 of pages cut short, without them .949 and .742.
   */
  private static final double MUTATED_WEIGHT = 0.3;

  /** A page's blocks with their numbers, whether each is of the article, and its share of words. */
  private static final class Example {
    final ArticleCorpus.Page page;
    final int fold;
    final String gold;
    final Lengthened.Known known;
    final List<Block> blocks;
    final float[][] rows;
    final boolean[] yes;
    final double[] weight;

    Example(ArticleCorpus.Page page, int fold) throws IOException {
      this(page, fold, Page.parse(page.body(), null, page.url()), page.gold(), 1);
    }

    Example(ArticleCorpus.Page page, int fold, Document document, String gold, double share) {
      this.page = page;
      this.fold = fold;
      this.gold = gold;
      Outline outline = Outline.of(document);
      Metadata metadata = Metadata.of(document, outline, page.url());
      Pruner.prune(outline);
      OtherStories.drop(outline, metadata);
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
      label(share);
      known = new Lengthened.Known(outline, body, blocks, yes);
    }

    /**
     * A block of four words and more is of the article if half of its shingles are; a shorter one
     * if it is a line of it, or occurs in it and stands between blocks that are of it.
     */
    private void label(double share) {
      List<String> wanted = ShingleScore.words(gold);
      Set<List<String>> runs = new HashSet<>();
      for (int size = 1; size <= 4; size++) {
        for (int i = 0; i + size <= wanted.size(); i++) {
          runs.add(List.copyOf(wanted.subList(i, i + size)));
        }
      }
      Set<List<String>> lines = new HashSet<>();
      gold.lines().map(ShingleScore::words).forEach(lines::add);
      boolean[] brief = new boolean[rows.length];
      double sum = 0;
      for (int i = 0; i < rows.length; i++) {
        List<String> words = ShingleScore.words(blocks.get(i).text);
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
        weight[i] *= 1000 * share / sum;
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

    /** Sets a column to what tells nothing. */
    void forget(int column) {
      for (float[] row : rows) {
        if (row.length > 0) {
          row[column] = 0;
        }
      }
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

  @Option(names = "--judge", description = "Write nothing; print what cross-validation says.")
  private boolean judge;

  @Option(
      names = "--by-generator",
      description = "Judge generators not seen instead of sites: all pages of one are in one fold.")
  private boolean byGenerator;

  @Option(
      names = "--mutated",
      description = "Judge what is learned with pages cut short or made nameless too.")
  private boolean mutated;

  @Option(
      names = "--without",
      split = ",",
      description = "Columns that are not learned from, to see what they are worth.")
  private List<String> without = List.of();

  @Override
  public Integer call() throws IOException {
    Map<String, List<ArticleCorpus.Page>> sets = new LinkedHashMap<>();
    List<ArticleCorpus.Page> pages = new ArrayList<>();
    for (String set : SETS) {
      sets.put(set, ArticleCorpus.pages(set));
      pages.addAll(sets.get(set));
    }
    Map<ArticleCorpus.Page, String> kin = new HashMap<>();
    for (ArticleCorpus.Page page : pages) {
      kin.put(page, byGenerator ? Mutated.generator(page) : page.site());
    }
    Map<String, Integer> folds = folds(kin.values());
    Map<ArticleCorpus.Page, Example> found = new LinkedHashMap<>();
    List<Example> shortened = new ArrayList<>();
    List<Example> nameless = new ArrayList<>();
    Random random = new Random(5);
    for (ArticleCorpus.Page page : pages) {
      int fold = folds.getOrDefault(kin.getOrDefault(page, ""), 0);
      Example example = new Example(page, fold);
      found.put(page, example);
      nameless.add(new Example(page, fold, Mutated.nameless(page), page.gold(), MUTATED_WEIGHT));
      Example again = new Example(page, fold);
      String left = Mutated.cutShort(again.known, random);
      if (!left.isEmpty()) {
        shortened.add(
            new Example(page, fold, Lengthened.document(again.known), left, MUTATED_WEIGHT));
      }
    }
    List<Example> made = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      made.addAll(lengthened(found.values(), fold));
    }
    List<Example> all = new ArrayList<>(found.values());
    all.addAll(made);
    if (judge && mutated) {
      all.addAll(shortened);
      all.addAll(nameless);
    }
    List<Example> asked = new ArrayList<>(all);
    asked.addAll(shortened);
    asked.addAll(nameless);
    without.forEach(column -> asked.forEach(e -> e.forget(BlockFeatures.names().indexOf(column))));
    if (judge) {
      List<Trees> judges = judges(all);
      judge(sets, found, made, judges);
      judge("short", shortened, judges);
      judge("nameless", nameless, judges);
    } else {
      write(learned(all));
    }
    return ExitCode.OK;
  }

  private static void judge(
      Map<String, List<ArticleCorpus.Page>> sets,
      Map<ArticleCorpus.Page, Example> found,
      List<Example> made,
      List<Trees> judges) {
    sets.forEach((set, of) -> judge(set, of.stream().map(found::get).toList(), judges));
    judge("long", made, judges);
  }

  private static List<Trees> judges(List<Example> all) {
    return IntStream.range(0, FOLDS)
        .parallel()
        .mapToObj(fold -> new Trees(learned(all.stream().filter(e -> e.fold != fold).toList())))
        .toList();
  }

  private static void judge(String set, List<Example> examples, List<Trees> judges) {
    ShingleScore score = new ShingleScore();
    Map<String, String> run = new TreeMap<>();
    for (Example e : examples) {
      String text = e.text(judges.get(e.fold));
      score.add(e.gold, text);
      run.put(e.page.id(), text);
    }
    try {
      Path file = ArticleCorpus.write("articles-unseen-" + set, run);
      System.out.println(set + ", sites not seen: " + score + ", in " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some pages of a fold, made long with what others of the same fold say. */
  private static List<Example> lengthened(Collection<Example> found, int fold) {
    Random random = new Random(7 + fold);
    List<Example> here = new ArrayList<>(found.stream().filter(e -> e.fold == fold).toList());
    Lengthened others = new Lengthened(here.stream().map(e -> e.known).toList(), random);
    Collections.shuffle(here, random);
    List<Example> made = new ArrayList<>();
    for (Example e : here.subList(0, Math.min(LONG_PAGES, here.size()))) {
      double more = random.nextDouble() * Math.log((double) LONGEST / SHORTEST);
      String gained = others.lengthen(e.known, (int) (SHORTEST * Math.exp(more)));
      if (!gained.isEmpty()) {
        String gold = e.gold + "\n" + gained;
        made.add(new Example(e.page, fold, Lengthened.document(e.known), gold, LONG_WEIGHT));
      }
    }
    return made;
  }

  private static Map<String, Integer> folds(Collection<String> names) {
    List<String> sites = new ArrayList<>(new TreeSet<>(names));
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
    List<String> lines = new ArrayList<>();
    for (Trees.Tree tree : trees) {
      lines.add("tree");
      for (int i = 0; i < tree.column().length; i++) {
        lines.add(
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
    new Provenance(
            BlocksTraining.class,
            "train blocks",
            "Trees",
            SHAPE + ", " + LONG_PAGES + " long pages a fold of weight " + LONG_WEIGHT,
            Corpora.at(""),
            SETS.stream().map(set -> "articles/" + set).toList())
        .write("extract/blocks.trees", lines);
  }
}
