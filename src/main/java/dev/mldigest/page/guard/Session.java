package dev.mldigest.page.guard;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A browser that was let in. Each page that it loads is an author of its own, so that two tabs
 * never take each other's acts for theirs; the page's token says which one it is, and proves that
 * the page came from here.
 */
public final class Session {
  private final String id = Secret.fresh();
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

  /** A token for one more page. */
  public String token() {
    String page = Integer.toString(pages.incrementAndGet());
    return page + "." + Secret.seal(page, secret);
  }

  /** The author whom a token names, as events do; empty if it is not from here. */
  public Optional<String> author(@Nullable String token) {
    int dot = token == null ? -1 : token.indexOf('.');
    if (token == null || dot < 1) {
      return Optional.empty();
    }
    String page = token.substring(0, dot);
    return Secret.isSame(token.substring(dot + 1), Secret.seal(page, secret))
        ? Optional.of(name + "-" + page)
        : Optional.empty();
  }
}
