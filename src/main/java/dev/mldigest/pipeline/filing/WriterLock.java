package dev.mldigest.pipeline.filing;

import dev.mldigest.io.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One writer of issues at a time in one output folder, for as long as a write takes: a run holds
 * its own lock for minutes, and commands and pages act meanwhile. The operating system holds it, so
 * that it ends with the process. A thread that has it may take it again.
 */
final class WriterLock {
  /** A write takes milliseconds; a disk under load, seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Path folder;
  private final ReentrantLock threads = new ReentrantLock(true);

  WriterLock(Path stateFolder) {
    this.folder = stateFolder;
  }

  <T> T alone(Supplier<T> work) {
    threads.lock();
    try {
      return threads.getHoldCount() > 1 ? work.get() : locked(work);
    } finally {
      threads.unlock();
    }
  }

  private <T> T locked(Supplier<T> work) {
    try {
      OwnerOnly.folder(folder);
      Path file = folder.resolve("review.lock");
      OwnerOnly.file(file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        lock(channel); // it goes with the channel
        return work.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder " + folder + " cannot be written; check its permissions.", e);
    }
  }

  private static void lock(FileChannel channel) throws IOException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (tryLock(channel) == null) {
      if (System.nanoTime() > end) {
        String busy = "Another command has been writing an issue for half a minute; try again.";
        throw DigestText.unreadable(busy);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another writer in this process
    }
  }
}
