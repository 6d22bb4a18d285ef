package dev.mldigest.page.guard;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser that was let in. Each page that it loads is an author of its own, so that two tabs
 * never take each other's acts for theirs; the page's token says which one it is, and proves that
 * the page came from here.
 */
public final class Session {
  private static final Pattern TOKEN =
      Pattern.compile("(([0-9]{1,9})\\.([0-9]{1,9}))\\.([A-Za-z0-9_-]+)");

  private final String id = Secret.fresh();
  private final String place = "/" + Secret.fresh();
  private final String secret = Secret.fresh();
  private final String name;
  private final AtomicInteger pages = new AtomicInteger();

  /**
   * @param name that no other session has, also none of an earlier start
   */
  Session(String name) {
    this.name = name;
  }

  /** What the browser's cookie holds. */
  public String id() {
    return id;
  }

  /**
   * Where everything of this browser's is served: the beginning of every path. Cookies know no
   * ports, so the cookie goes to this path alone, which no server of another port can name.
   */
  public String place() {
    return place;
  }

  /** Whether a path lies there. */
  boolean holds(String path) {
    int end = path.indexOf('/', 1);
    return end > 0 && Secret.isSame(path.substring(0, end), place);
  }

  /**
   * A token for one more page.
   *
   * @param state number of the state that it shows
   */
  public String token(int state) {
    String page = pages.incrementAndGet() + "." + state;
    return page + "." + Secret.seal(page, secret);
  }

  /** What a token says; empty if it is not from here. */
  public Optional<Author> author(@Nullable String token) {
    Matcher form = TOKEN.matcher(token == null ? "" : token);
    return form.matches() && Secret.isSame(form.group(4), Secret.seal(form.group(1), secret))
        ? Optional.of(new Author(name + "-" + form.group(2), Integer.parseInt(form.group(3))))
        : Optional.empty();
  }

  /**
   * A page, as events name who did something.
   *
   * @param state number of the state that it showed when it was loaded
   */
  public record Author(String name, int state) {}
}
