package dev.mldigest.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How pages of {@link Layouts} are read, of which nothing was learned: by layout. */
public final class LayoutScores {
  /** Pages of each: every language, and most lengths. */
  private static final int EACH = 12;

  private LayoutScores() {}

  public static void run() {
    for (boolean changed : List.of(false, true)) {
      ShingleScore all = new ShingleScore();
      Map<String, ShingleScore> by = new TreeMap<>();
      Extractor extractor = new Extractor();
      for (Layouts.Made page : Layouts.pages(EACH, changed, 11)) {
        Reading reading =
            extractor.read(
                page.html().getBytes(StandardCharsets.UTF_8),
                "text/html; charset=utf-8",
                "https://notes.example.org/a-note",
                null);
        String text = reading.unreadable() == null ? reading.article().text() : "";
        all.add(page.gold(), text);
        by.computeIfAbsent(page.layout(), any -> new ShingleScore()).add(page.gold(), text);
      }
      System.out.println((changed ? "names changed: " : "as set: ") + all);
      List<Map.Entry<String, ShingleScore>> worst = new ArrayList<>(by.entrySet());
      worst.sort((one, other) -> Double.compare(one.getValue().f1(), other.getValue().f1()));
      worst.forEach(of -> System.out.println("  " + of.getKey() + ": " + of.getValue()));
    }
  }
}
