package dev.mldigest.select.rank;

import dev.mldigest.select.piece.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Has the best-ranked stories put in order by someone who is not trusted, window by window. Each
 * window is shown twice, the second time in the reverse of the first order: an answer that follows
 * the order shown contradicts itself then, and what contradicts itself is not used. Whatever the
 * answers say, no story leaves its window or moves more than {@value #CLAMP} places: who talks a
 * model into the first place gains no more than that.
 */
public final class Rerank {
  /** Models lose the thread of longer lists. */
  static final int WINDOW = 25;

  /** Most places that a story may move, up or down. */
  static final int CLAMP = 10;

  /** Least agreement of the two answers (Kendall's tau). */
  static final double FLOOR = 0.2;

  private final OrderJudge judge;
  private final int most;
  private final long seed;
  private final List<String> notes = new ArrayList<>();

  /** Of each window that is used, the ids of its stories as they should stand; null until asked. */
  private @Nullable List<List<String>> orders;

  public Rerank(OrderJudge judge, int most, long seed) {
    this.judge = judge;
    this.most = most;
    this.seed = seed;
  }

  /** What was asked and whether it is used, one sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * The stories in their new order. The scores stay where they are and the stories move, so that
   * each differs from its plain score by what the places it moved are worth.
   *
   * @param ranked best first; asked about are the best of the first call
   */
  public List<Ranker.Scored> applied(List<Ranker.Scored> ranked) {
    List<List<String>> wanted = orders;
    if (wanted == null) {
      wanted = asked(ranked.subList(0, Math.min(most, ranked.size())));
      orders = wanted;
    }
    return wanted.isEmpty() ? ranked : moved(ranked, placed(targets(ranked, wanted)));
  }

  private List<List<String>> asked(List<Ranker.Scored> best) {
    List<List<String>> usable = new ArrayList<>();
    for (int first = 0; first + 1 < best.size(); first += WINDOW) {
      List<Ranker.Scored> window = best.subList(first, Math.min(first + WINDOW, best.size()));
      List<Integer> order = order(window, first);
      if (!order.isEmpty()) {
        usable.add(order.stream().map(place -> window.get(place).story().id()).toList());
      }
    }
    return usable;
  }

  /** The places in the window as both answers have them in the mean; empty if they are no use. */
  private List<Integer> order(List<Ranker.Scored> window, int first) {
    String places = "places " + (first + 1) + " to " + (first + window.size());
    List<Integer> shown = new ArrayList<>(IntStream.range(0, window.size()).boxed().toList());
    Collections.shuffle(shown, new Random(seed + first));
    List<Integer> one = answer(window, shown);
    List<Integer> other = one.isEmpty() ? one : answer(window, shown.reversed());
    if (other.isEmpty()) {
      notes.add("The model gave no order for " + places + ".");
      return List.of();
    }
    double agreement = KendallTau.of(one, other, window.size());
    double bias =
        (KendallTau.of(one, shown, window.size())
                + KendallTau.of(other, shown.reversed(), window.size()))
            / 2;
    boolean used = agreement >= FLOOR;
    notes.add(
        String.format(
            Locale.ROOT,
            "The model's order for %s is %s: asked twice, it agrees with itself by %.2f%s and with"
                + " the order it was shown by %.2f (Kendall's tau).",
            places,
            used ? "used" : "not used",
            agreement,
            used ? "" : String.format(Locale.ROOT, ", less than %.2f,", FLOOR),
            bias));
    return used ? mean(one, other, window.size()) : List.of();
  }

  /** The answer as places in the window: what is not there is ignored, what repeats counts once. */
  private List<Integer> answer(List<Ranker.Scored> window, List<Integer> shown) {
    List<Piece> pieces =
        shown.stream().map(place -> Piece.of(window.get(place).story().primary())).toList();
    return judge.order(pieces).stream()
        .filter(number -> number >= 1 && number <= shown.size())
        .distinct()
        .map(number -> shown.get(number - 1))
        .toList();
  }

  private static List<Integer> mean(List<Integer> one, List<Integer> other, int items) {
    int[] sum = new int[items];
    for (List<Integer> answer : List.of(one, other)) {
      List<Integer> whole = new ArrayList<>(answer);
      IntStream.range(0, items).filter(place -> !answer.contains(place)).forEach(whole::add);
      IntStream.range(0, items).forEach(place -> sum[whole.get(place)] += place);
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, items).boxed().toList());
    order.sort((a, b) -> Integer.compare(sum[a], sum[b])); // stable: ties stay as ranked
    return order;
  }

  /** Where each story should stand. */
  private static int[] targets(List<Ranker.Scored> ranked, List<List<String>> wanted) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < ranked.size(); place++) {
      places.put(ranked.get(place).story().id(), place);
    }
    int[] target = new int[ranked.size()];
    Arrays.setAll(target, place -> place);
    for (List<String> window : wanted) {
      List<Integer> order = window.stream().map(places::get).filter(Objects::nonNull).toList();
      List<Integer> free = order.stream().sorted().toList();
      for (int i = 0; i < order.size(); i++) {
        target[order.get(i)] = free.get(i);
      }
    }
    return target;
  }

  /**
   * The stories' former places in the new order: at each place the one that is due there by the
   * clamp, else of those that may stand there the one that should stand first. As no two are due at
   * one place, none is ever late.
   */
  private static int[] placed(int[] target) {
    int[] former = new int[target.length];
    boolean[] taken = new boolean[target.length];
    for (int place = 0; place < target.length; place++) {
      int next = -1;
      int last = Math.min(target.length - 1, place + CLAMP);
      for (int one = Math.max(0, place - CLAMP); one <= last; one++) {
        boolean due = one == place - CLAMP && !taken[one];
        if (due || (!taken[one] && (next < 0 || target[one] < target[next]))) {
          next = one;
        }
        if (due) {
          break;
        }
      }
      taken[next] = true;
      former[place] = next;
    }
    return former;
  }

  private static List<Ranker.Scored> moved(List<Ranker.Scored> ranked, int[] former) {
    List<Ranker.Scored> moved = new ArrayList<>(ranked.size());
    for (int place = 0; place < former.length; place++) {
      Ranker.Scored story = ranked.get(former[place]);
      moved.add(
          former[place] == place
              ? story
              : story.moved(former[place] + 1, place + 1, ranked.get(place).score()));
    }
    return moved;
  }
}
