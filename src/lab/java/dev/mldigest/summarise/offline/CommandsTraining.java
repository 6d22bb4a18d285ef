package dev.mldigest.summarise.offline;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.extract.ArticleCorpus;
import dev.mldigest.lab.Provenance;
import dev.mldigest.testkit.Corpora;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns {@code command-verbs.txt}: the bare verbs by which a sentence may give an order. A word is
 * one if on the pages of others it mostly stands behind "to", "can", "you" and the like.
 */
@Command(
    name = "commands",
    mixinStandardHelpOptions = true,
    description = "Learn by which words a sentence gives an order: command-verbs.txt.")
public final class CommandsTraining implements Callable<Integer> {
  /** What a bare verb stands behind. */
  private static final Set<String> BEFORE =
      Set.of(
          "to", "can", "will", "should", "must", "could", "would", "may", "might", "please", "you",
          "we", "they", "let", "help", "helps");

  /** Of these, those that no past form follows. */
  private static final Set<String> BARE_ONLY =
      Set.of("to", "can", "will", "should", "must", "could", "would", "please");

  /** Nouns stand behind these seldom, verbs that are nouns too in a quarter of their places. */
  private static final double SHARE = 0.3;

  /** Verbs that are mostly nouns: before an article they are orders nevertheless. */
  private static final double SHARE_OF_NOUNS = 0.1;

  /** Fewer times, or on fewer pages, and it may be a slip. */
  private static final int FEWEST = 4;

  private static final int FEWEST_PAGES = 3;

  @Option(
      names = "--judge",
      description = "Write nothing; print what the other set's openings say.")
  private boolean judge;

  @Override
  public Integer call() throws IOException {
    if (judge) {
      judge(new TreeSet<>(CommandForm.VERBS));
      return ExitCode.OK;
    }
    Map<String, Integer> all = new HashMap<>();
    Map<String, Integer> bare = new HashMap<>();
    Map<String, Integer> strictly = new HashMap<>();
    Map<String, Set<String>> pages = new HashMap<>();
    for (ArticleCorpus.Page page : ArticleCorpus.pages("web")) {
      List<String> words = Words.of(page.gold().toLowerCase(Locale.ROOT));
      for (int i = 1; i < words.size(); i++) {
        all.merge(words.get(i), 1, Integer::sum);
        if (BEFORE.contains(words.get(i - 1))) {
          bare.merge(words.get(i), 1, Integer::sum);
          strictly.merge(words.get(i), BARE_ONLY.contains(words.get(i - 1)) ? 1 : 0, Integer::sum);
          pages.computeIfAbsent(words.get(i), word -> new HashSet<>()).add(page.id());
        }
      }
    }
    Set<String> verbs = new TreeSet<>();
    Set<String> nouns = new TreeSet<>();
    bare.forEach((word, count) -> {
      boolean often =
          count >= FEWEST && Objects.requireNonNull(pages.get(word)).size() >= FEWEST_PAGES;
      double share = (double) count / all.getOrDefault(word, 1);
      if (often && word.matches("[a-z]{3,}")) {
        boolean noun = strictly.getOrDefault(word, 0) >= SHARE_OF_NOUNS * all.getOrDefault(word, 1);
        if (share >= SHARE) {
          verbs.add(word);
        } else if (noun && !word.endsWith("ly")) {
          nouns.add(word);
        }
      }
    });
    new Provenance(
            CommandsTraining.class,
            "train commands",
            "CommandForm",
            "at least %d times, on %d pages and in %s (nouns too: %s) of its places behind a word that bare verbs follow"
                .formatted(FEWEST, FEWEST_PAGES, SHARE, SHARE_OF_NOUNS),
            Corpora.at(""),
            List.of("articles/web/gold.json"))
        .write(
            "summarise/command-verbs.txt",
            List.of("verb: " + String.join(", ", verbs), "noun too: " + String.join(", ", nouns)));
    return ExitCode.OK;
  }

  /** What of news pages, of which nothing was learned, is called an order. */
  private static void judge(Set<String> verbs) throws IOException {
    int sentences = 0;
    int orders = 0;
    for (ArticleCorpus.Page page : ArticleCorpus.pages("news")) {
      for (String sentence : Sentences.of(page.gold())) {
        sentences++;
        if (CommandForm.test(sentence)) {
          orders++;
          System.out.println("  " + sentence);
        }
      }
    }
    System.out.printf(
        "%d verbs; of %d sentences %d give an order%n", verbs.size(), sentences, orders);
  }
}
