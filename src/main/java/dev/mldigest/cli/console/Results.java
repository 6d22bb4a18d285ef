package dev.mldigest.cli.console;

import dev.mldigest.io.SystemError;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers that it could not be written: print streams swallow what goes
 * wrong, and a full disk behind a pipe must not pass for success. A reader that has had enough (a
 * broken pipe, as of {@code head}) is no failure.
 */
public final class Results extends OutputStream {
  private final OutputStream out =
      new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
  private @Nullable IOException failure;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  /** True if something was lost that someone still wanted. */
  public boolean isLost() {
    return failure != null && SystemError.of(failure) != SystemError.BROKEN_PIPE;
  }

  public String reason() {
    return String.valueOf(failure == null ? null : failure.getMessage());
  }

  private IOException remembered(IOException e) {
    if (failure == null) {
      failure = e;
    }
    return e;
  }
}
