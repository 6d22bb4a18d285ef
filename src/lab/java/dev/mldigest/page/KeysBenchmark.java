package dev.mldigest.page;

import dev.mldigest.testkit.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.openqa.selenium.Keys;

/**
 * What a key costs on a page of sixty cards: script, style and layout by the browser's own clocks
 * (Performance.getMetrics, processor time of its thread, so that other programs do not count), with
 * all that follows until the page is quiet; and how long until the next picture, by Event Timing.
 */
public final class KeysBenchmark {
  private static final int CARDS = 60;
  private static final int ITEMS = 12;

  /** Enough that the worst of a hundred is seen six times. */
  private static final int PRESSED = 600;

  /** As an editor goes through an issue: mostly on, often accepting, now and then all else. */
  private static final String MIX = "jjjjjjkkaaaauUppJKwwhh";

  private static final List<String> CLOCKS =
      List.of("ScriptDuration", "RecalcStyleDuration", "LayoutDuration");

  private KeysBenchmark() {}

  public static void run() throws IOException {
    Path folder = Files.createTempDirectory("keys");
    try (Browser browser = Browser.open();
        TwelveItems issue = TwelveItems.in(folder, ITEMS, KeysBenchmark::longer)) {
      issue.open(browser);
      browser.driver().executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
      browser.script(
          """
          window.events = [];
          new PerformanceObserver(list => list.getEntries().forEach(each => {
            if (each.name === 'keydown') { events.push(each.duration); }
          })).observe({ type: 'event', durationThreshold: 16 });
          """);
      measure(browser);
    }
  }

  /** The issue with blocks of an editor's own, until it has sixty cards. */
  private static String longer(String digest) {
    StringBuilder blocks = new StringBuilder();
    for (int i = 0; i < CARDS - ITEMS; i++) {
      blocks.append(
          """
          ### [What we learnt from serving model %d to many](https://example.org/%d)

          *Example · 1 March 2026*

          It answers in %d milliseconds on one card. The write-up says what broke first, what that cost, and which of the three remedies stayed.

          """
              .formatted(i, i, 100 + i));
    }
    int end = digest.indexOf("## Also seen");
    return end < 0
        ? digest + "\n" + blocks
        : digest.substring(0, end) + blocks + digest.substring(end);
  }

  private static void measure(Browser browser) {
    Random random = new Random(19);
    List<Double> costs = new ArrayList<>();
    Map<String, Double> worst = new HashMap<>();
    for (int i = 0; i < PRESSED; i++) {
      String key = MIX.charAt(random.nextInt(MIX.length())) + "";
      double before = clocks(browser);
      browser.press(key);
      quiet(browser);
      double cost = (clocks(browser) - before) * 1000;
      costs.add(cost);
      worst.merge(key, cost, Math::max);
      while (Boolean.TRUE.equals(browser.script("return !!document.querySelector('.strip')"))) {
        browser.press(Keys.ESCAPE); // a question was asked: what comes next is a key, no text
      }
    }
    String cards = browser.told("return document.querySelectorAll('.card').length");
    System.out.printf("%s cards, %d keys of %s%n", cards, PRESSED, MIX);
    print("script, style and layout a key, ms", costs);
    System.out.println("worst by key, ms: " + new TreeMap<>(worst));
    List<Double> events =
        Arrays.stream(browser.told("return events.join(' ')").split(" "))
            .filter(each -> !each.isEmpty())
            .map(Double::valueOf)
            .toList();
    System.out.printf(
        "Event Timing: %d of %d keys took 16 ms or more to the next picture%n",
        events.size(), PRESSED);
    print("of those, ms (told in steps of 8)", events);
  }

  /** Until what the key began is over: saved, its source shown, two pictures drawn. */
  private static void quiet(Browser browser) {
    browser
        .driver()
        .executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            const saving = document.getElementById('saving');
            setTimeout(function look() {
              if (saving.dataset.state !== 'saved') { setTimeout(look, 20); return; }
              requestAnimationFrame(() => requestAnimationFrame(done));
            }, 120);
            """);
  }

  private static double clocks(Browser browser) {
    Map<String, Object> told =
        browser.driver().executeCdpCommand("Performance.getMetrics", Map.of());
    double sum = 0;
    for (Object metric : (List<?>) Objects.requireNonNull(told.get("metrics"))) {
      Map<?, ?> pair = (Map<?, ?>) metric;
      if (CLOCKS.contains(String.valueOf(pair.get("name")))) {
        sum += ((Number) Objects.requireNonNull(pair.get("value"))).doubleValue();
      }
    }
    return sum;
  }

  private static void print(String what, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      System.out.println(what + ": none");
      return;
    }
    System.out.printf(
        "%s: median %.1f, p95 %.1f, p99 %.1f, most %.1f%n",
        what, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1]);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }
}
