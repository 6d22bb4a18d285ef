package dev.mldigest.select.rank;

import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.embed.InProcess;
import dev.mldigest.select.filter.Doubts;
import dev.mldigest.select.filter.HeldOutDoubts;
import dev.mldigest.select.filter.Lesson;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * In how many of 100 pairs the plain order puts a post that should stay above one that should not,
 * for the audience of feeds.yaml, with and without what is held against it; and how many of both
 * are not shown beside an issue.
 */
public final class PostOrderFigures {
  /** A post and where it stands. */
  private record Placed(boolean kept, double score) {}

  private PostOrderFigures() {}

  public static void run() throws IOException {
    Settings.Audience audience = new ConfigOption().audience();
    Path folder = Files.createDirectories(Path.of("target", "embeddings"));
    try (InProcess meaning = new InProcess(folder)) {
      for (String set : List.of(HeldOutDoubts.POSTS, HeldOutDoubts.FIELD)) {
        List<HeldOutDoubts.Part> parts = HeldOutDoubts.of(Corpora.at(""), set);
        for (Embeddings embeddings : List.of(Embeddings.NONE, meaning)) {
          String by = embeddings == meaning ? "meaning" : "words";
          print(set + ", by " + by, placed(parts, audience, embeddings, false));
          print(set + ", by " + by + " and doubt", placed(parts, audience, embeddings, true));
        }
      }
    }
  }

  private static List<Placed> placed(
      List<HeldOutDoubts.Part> parts,
      Settings.Audience audience,
      Embeddings embeddings,
      boolean doubting) {
    List<Placed> placed = new ArrayList<>();
    for (HeldOutDoubts.Part part : parts) {
      Doubts doubts = doubting ? part.doubts() : Doubts.NONE;
      List<PlainOrder.Scored> scored =
          new PlainOrder(audience, embeddings, Prior.load(), doubts)
              .of(part.lessons().stream().map(PostOrderFigures::standing).toList());
      for (int i = 0; i < scored.size(); i++) {
        placed.add(new Placed(part.lessons().get(i).isKept(), scored.get(i).score()));
      }
    }
    return placed;
  }

  private static Standing standing(Lesson lesson) {
    Piece piece = Piece.of(lesson.title(), lesson.title(), lesson.lead());
    return new Standing(piece, Standing.Work.POST, "a blog", 1, 1, List.of(), List.of());
  }

  private static void print(String what, List<Placed> placed) {
    List<Placed> good = placed.stream().filter(Placed::kept).toList();
    List<Placed> bad = placed.stream().filter(one -> !one.kept).toList();
    double won = 0;
    for (Placed one : good) {
      for (Placed other : bad) {
        won += (1 + Math.signum(one.score - other.score)) / 2;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %.3f of pairs; not shown: %d of %d good, %d of %d bad%n",
        what,
        won / good.size() / bad.size(),
        hidden(good),
        good.size(),
        hidden(bad),
        bad.size());
  }

  private static long hidden(List<Placed> placed) {
    return placed.stream().filter(one -> one.score < Ranker.SHOWN).count();
  }
}
