package dev.mldigest.io;

import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** There is no room to write; the message is one sentence for a person. */
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1L;

  public DiskFullException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** True if want of room lies behind a failure. */
  public static boolean isBehind(@Nullable Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause ->
            cause instanceof DiskFullException || SystemError.of(cause) == SystemError.DISK_FULL);
  }
}
