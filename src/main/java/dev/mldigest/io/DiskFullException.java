package dev.mldigest.io;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** There is no room to write; the message is one sentence for a person. */
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1L;

  public DiskFullException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** True if want of room lies behind a failure; the JDK tells it by the system's words alone. */
  public static boolean isBehind(@Nullable Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof DiskFullException || saysSo(cause.getMessage()));
  }

  private static boolean saysSo(@Nullable String message) {
    String words = String.valueOf(message).toLowerCase(Locale.ROOT);
    return words.contains("no space left") // ENOSPC
        || words.contains("quota exceeded") // EDQUOT
        || words.contains("not enough space"); // ERROR_DISK_FULL
  }
}
