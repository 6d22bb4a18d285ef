package dev.mldigest.page;

import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Outcome;
import dev.mldigest.testkit.Browser;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** An issue with twelve items, made anew in a folder, and its page. */
final class TwelveItems implements AutoCloseable {
  private static final Pattern ANCHOR = Pattern.compile("<!-- item:(\\S+)");

  final Program program;
  final OpenPage page;
  final List<String> items;
  private String place = "";

  private TwelveItems(Program program, OpenPage page, List<String> items) {
    this.program = program;
    this.page = page;
    this.items = items;
  }

  static TwelveItems in(Path folder) throws IOException {
    return in(folder, 12, digest -> digest);
  }

  /**
   * @param edited what becomes of the digest before the page is opened
   */
  static TwelveItems in(Path folder, int picks, UnaryOperator<String> edited) throws IOException {
    return in(folder, picks, edited, "");
  }

  /**
   * @param more lines of the configuration
   */
  static TwelveItems in(Path folder, int picks, UnaryOperator<String> edited, String more)
      throws IOException {
    try (Internet internet = new Internet()) {
      String settings =
          internet
              .configuration("")
              .replace("picks: 5", "picks: " + picks + "\n  per-publisher: 50")
              .replace("slots: 5", "slots: " + picks)
              .concat(more);
      Program program = new Program(folder, settings, Internet.NOW.toString());
      Program.Ended ended = program.run();
      if (ended.code() != 0) {
        throw new AssertionError(ended.toString());
      }
      List<String> items = items(Files.readString(program.digest(Internet.WEEK)));
      if (items.size() != picks) {
        throw new AssertionError(items.size() + " items, not " + picks);
      }
      Path digest = program.digest(Internet.WEEK);
      Files.writeString(digest, edited.apply(Files.readString(digest)));
      return new TwelveItems(program, new OpenPage(program, Internet.WEEK), items);
    }
  }

  /** Opens the page by its key. */
  Browser open(Browser browser) {
    browser.go(page.server.address());
    browser.until("document.documentElement.classList.contains('js')");
    browser.saved();
    place = browser.told("return location.origin + location.pathname");
    return browser;
  }

  /** The page again, for the browser that came in by the key last. */
  String address() {
    return place;
  }

  private Desk desk() {
    return page.pages.issue(page.week).orElseThrow().desk();
  }

  IssueState state() {
    return desk().load();
  }

  /** False where there is nothing to take back. */
  boolean undo() {
    return state().undoable() != null
        && desk().undo(Desk.LATEST, Event.COMMAND) instanceof Outcome.Saved;
  }

  /** Ids of the items in the file, in its order. */
  List<String> standing() {
    return items(digest());
  }

  private static List<String> items(String digest) {
    return ANCHOR.matcher(digest).results().map(found -> found.group(1)).toList();
  }

  String digest() {
    try {
      return Files.readString(program.digest(Internet.WEEK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    page.close();
  }
}
