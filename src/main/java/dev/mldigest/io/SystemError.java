package dev.mldigest.io;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the operating system tells by its words alone, as JDK 25 hands them on (Linux and macOS in
 * English, Windows' FormatMessage): read here and nowhere else.
 */
public enum SystemError {
  /** ENOSPC, EDQUOT, ERROR_DISK_FULL. */
  DISK_FULL,

  /** EROFS. */
  READ_ONLY,

  /** EPIPE: whoever read our output has seen enough. */
  BROKEN_PIPE,

  /** Its words are for a person. */
  OTHER;

  public static SystemError of(@Nullable Throwable failure) {
    String said =
        failure == null ? "" : String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("no space left")
        || said.contains("quota exceeded")
        || said.contains("not enough space")) {
      return DISK_FULL;
    }
    if (said.contains("read-only")) {
      return READ_ONLY;
    }
    return said.contains("broken pipe") ? BROKEN_PIPE : OTHER;
  }
}
