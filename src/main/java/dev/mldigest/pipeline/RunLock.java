package dev.mldigest.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time in one output folder, and one service. The operating system holds the lock, so
 * that it ends with the process, however that ends: a killed run never blocks the next.
 */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private RunLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** The lock, or empty where another run holds it. */
  public static Optional<RunLock> acquire(Path stateFolder) {
    return acquire(stateFolder, "run.lock");
  }

  /** For as long as a service lasts, which leaves the folder to other runs between its own. */
  public static Optional<RunLock> serving(Path stateFolder) {
    return acquire(stateFolder, "serve.lock");
  }

  private static Optional<RunLock> acquire(Path stateFolder, String name) {
    try {
      Files.createDirectories(stateFolder);
      FileChannel channel =
          FileChannel.open(
              stateFolder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new RunLock(channel, lock));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder " + stateFolder + " cannot be written; check its permissions.", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
