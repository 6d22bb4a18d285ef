package dev.mldigest.domain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Writes a file so that a reader, a crash or a full disk never shows half of it: the new content is
 * written beside the file, forced to the disk and renamed over it. On failure the old file stays as
 * it was and nothing is left beside it. Two writers of one file at the same time are for the caller
 * to keep apart; the last rename wins.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the text in UTF-8; as {@link #write(Path, byte[])}. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Replaces the file's content, making its folder if need be. A symbolic link stays one: the file
   * it points to is replaced.
   *
   * @throws IOException with one sentence for the person who chose the place
   */
  public static void write(Path file, byte[] content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(
          "'" + file + "' cannot be written: it is a folder or a device, not a file.");
    }
    try {
      replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw new IOException(sentence(file, e), e);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new FileSystemException(file.toString(), null, "it is not a file's name");
    }
    Files.createDirectories(folder);
    Path fresh = folder.resolve(freshName(file));
    try {
      writeAndForce(fresh, content);
      if (Files.exists(file)) {
        keepPermissions(file, fresh);
      }
      rename(fresh, file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    forceFolder(folder);
  }

  /** Distinct among live writers; one left by a crash is overwritten by its successor. */
  private static String freshName(Path file) {
    return "."
        + file.getFileName()
        + "."
        + ProcessHandle.current().pid()
        + "-"
        + Thread.currentThread().threadId()
        + ".tmp";
  }

  private static void writeAndForce(Path fresh, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    try {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    } catch (UnsupportedOperationException e) {
      // A file system without POSIX permissions has none to keep.
    }
  }

  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The rename itself must survive a power cut too (fsync(2), notes on directories). */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems cannot open a folder; the content itself is already on the disk.
    }
  }

  /** What went wrong, where, and what to do. */
  static String sentence(Path file, Exception e) {
    String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    String start = "'" + file + "' cannot be written: ";
    if (reason.contains("no space left") || reason.contains("quota exceeded")) {
      return start + "the disk is full; free some space and run again.";
    }
    return start
        + switch (e) {
          case AccessDeniedException denied -> "no permission; check who owns the folder.";
          case ReadOnlyFileSystemException readOnly -> "the file system is read-only.";
          case FileAlreadyExistsException exists ->
              "'" + exists.getFile() + "' is a file where a folder is needed.";
          case NotDirectoryException no -> "'" + no.getFile() + "' is not a folder.";
          case FileSystemException system when reason.contains("read-only") ->
              "the file system is read-only.";
          case FileSystemException system when system.getReason() != null ->
              system.getReason() + ".";
          default -> e.getClass().getSimpleName() + " (" + e.getMessage() + ").";
        };
  }
}
