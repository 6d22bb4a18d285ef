package dev.mldigest.review.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * Which state of the file somebody edited: a program that had it open may save over a newer one
 * what it had read before.
 */
final class Nearest {
  /** States that are looked at, newest first: nobody has a file open for longer. */
  private static final int MOST = 30;

  private Nearest() {}

  /**
   * The text that the file was edited from: the newest, unless an older one, from before something
   * that was done outside of the file, explains it better and nothing of what was done since shows
   * in it. A file that is an older state to the byte was brought back on purpose.
   */
  static String of(String file, History history) {
    String newest = history.state().text();
    String nearest = newest;
    int least = Changes.count(newest, file);
    for (State older : before(history)) {
      if (older.text.equals(file)) {
        return newest;
      }
      int distance = older.others ? Changes.count(older.text, file) : least;
      if (distance < least && !Changes.knows(file, older.text, newest)) {
        least = distance;
        nearest = older.text;
      }
    }
    return nearest;
  }

  /**
   * @param others whether others than the file's editor took a step since
   */
  private record State(String text, boolean others) {}

  /** What stood there before each of the last steps, the newest first. */
  private static List<State> before(History history) {
    List<State> states = new ArrayList<>();
    List<Event> events = history.events();
    boolean others = false;
    for (int i = events.size() - 1; i > 0 && states.size() < MOST; i--) {
      Event event = events.get(i);
      if (!event.act().isPassive()) {
        others |= !event.author().equals(Event.FILE);
        states.add(new State(history.at(i).orElseThrow().text(), others));
      }
    }
    return states;
  }
}
