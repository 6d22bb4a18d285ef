package dev.mldigest.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a predicate of ours picks from a document of somebody else's, in order, within bounds: an
 * editor's CSS selector may cost each element what grows with the page ({@code h2 ~ p} looks at all
 * siblings before), and the page is its site's choice.
 *
 * @param whole false where the rest was left unasked
 */
public record BoundedSearch<T>(List<T> found, boolean whole) {
  /** An ordinary page is done in milliseconds. */
  private static final long MOST_NANOS = 2_000_000_000L;

  public BoundedSearch {
    found = List.copyOf(found);
  }

  /**
   * @param most how many elements are asked
   */
  public static <T> BoundedSearch<T> of(Stream<T> all, Predicate<? super T> wanted, int most) {
    return of(all, wanted, most, System::nanoTime);
  }

  static <T> BoundedSearch<T> of(
      Stream<T> all, Predicate<? super T> wanted, int most, LongSupplier nanoTime) {
    List<T> found = new ArrayList<>();
    long start = nanoTime.getAsLong();
    int asked = 0;
    for (Iterator<T> each = all.iterator(); each.hasNext(); ) {
      T element = each.next();
      if (nanoTime.getAsLong() - start > MOST_NANOS || ++asked > most) {
        return new BoundedSearch<>(found, false);
      }
      if (wanted.test(element)) {
        found.add(element);
      }
    }
    return new BoundedSearch<>(found, true);
  }
}
