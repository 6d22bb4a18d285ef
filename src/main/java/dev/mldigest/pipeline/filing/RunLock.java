package dev.mldigest.pipeline.filing;

import dev.mldigest.io.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time in one output folder, and one service. The operating system holds the lock, so
 * that it ends with the process, however that ends: a killed run never blocks the next.
 */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private final FileTime since;

  private RunLock(FileChannel channel, FileLock lock, FileTime since) {
    this.channel = channel;
    this.lock = lock;
    this.since = since;
  }

  /** When it was taken, by the clock of the disk: what is older was left by an earlier run. */
  public FileTime since() {
    return since;
  }

  /** The lock, or empty where another run holds it. */
  public static Optional<RunLock> acquire(Path stateFolder) {
    return acquire(stateFolder, "run.lock");
  }

  /** For as long as a service lasts, which leaves the folder to other runs between its own. */
  public static Optional<RunLock> serving(Path stateFolder) {
    return acquire(stateFolder, "serve.lock");
  }

  /** For as long as an issue is on its way to a service. */
  public static Optional<RunLock> publishing(Path stateFolder) {
    return acquire(stateFolder, "publish.lock");
  }

  private static Optional<RunLock> acquire(Path stateFolder, String name) {
    try {
      OwnerOnly.folder(stateFolder);
      Path file = stateFolder.resolve(name);
      OwnerOnly.file(file);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new RunLock(channel, lock, signed(file, channel)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder " + stateFolder + " cannot be written; check its permissions.", e);
    }
  }

  /** Writes its process into the lock: who looks sees who holds it, and the disk sets its time. */
  private static FileTime signed(Path file, FileChannel channel) {
    try {
      byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(pid), 0);
      channel.truncate(pid.length);
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // On a full disk nothing counts as old.
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
