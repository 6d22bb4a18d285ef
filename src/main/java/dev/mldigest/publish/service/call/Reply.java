package dev.mldigest.publish.service.call;

import java.util.function.Function;

/** What a service answered, or why it is not known. */
public sealed interface Reply<T> {
  /** It did, and this is what it said. */
  record Got<T>(T value) implements Reply<T> {}

  /**
   * @param sentence what went wrong; it never holds a secret
   */
  record Trouble<T>(Why why, String sentence) implements Reply<T> {}

  /** What follows from it. */
  enum Why {
    /** Nothing was done, and the same will be refused again: a person must act. */
    REFUSED,
    /** Nothing was done; later it may be. */
    LATER,
    /** It may have been done: the answer was lost, or says nothing. */
    UNSURE,
    /** There is no such thing there. */
    GONE
  }

  default <U> Reply<U> then(Function<T, Reply<U>> next) {
    return switch (this) {
      case Got<T>(T value) -> next.apply(value);
      case Trouble<T>(Why why, String sentence) -> new Trouble<>(why, sentence);
    };
  }

  static <T> Reply<T> got(T value) {
    return new Got<>(value);
  }
}
