package dev.mldigest.extract.page;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What can be read off the class attributes of a page, each read once: a page has thousands of
 * elements and some hundred classes. Not for several threads.
 */
public final class ByClass {
  private static final int ANY = -1;

  private final Outline page;
  private final int lists;
  private final ToLongFunction<String> reader;

  /** By the number of a class attribute what was read off it. */
  private final long[] read;

  private final boolean[] known;

  /**
   * @param reader asked for a class attribute; that of an element without one is empty
   */
  public ByClass(Outline page, ToLongFunction<String> reader) {
    this(page, ANY, reader);
  }

  /**
   * @param lists of {@link ClassWords} without a word of which nothing, 0, is read off a class
   */
  public ByClass(Outline page, int lists, ToLongFunction<String> reader) {
    this.page = page;
    this.lists = lists;
    this.reader = reader;
    read = new long[page.looks];
    known = new boolean[page.looks];
  }

  /** The same for a yes or no: {@link #is}. */
  public static ByClass whether(Outline page, int lists, Predicate<String> reader) {
    return new ByClass(page, lists, names -> reader.test(names) ? 1 : 0);
  }

  public long of(int element) {
    int look = page.look[element];
    if (!known[look]) {
      known[look] = true;
      boolean may = lists == ANY || page.names(element, lists);
      read[look] = may ? reader.applyAsLong(page.names[element]) : 0;
    }
    return read[look];
  }

  public boolean is(int element) {
    return of(element) != 0;
  }
}
