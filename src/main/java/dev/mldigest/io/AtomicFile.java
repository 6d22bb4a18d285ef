package dev.mldigest.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file so that a reader, a crash or a full disk never shows half of it: the new content is
 * written beside the file, forced to the disk and renamed over it. On failure the old file stays as
 * it was and nothing is left beside it; what a kill leaves goes with the next write of that file.
 * Two writers of one file at the same time are for the caller to keep apart; the last rename wins.
 */
public final class AtomicFile {
  /** Process and thread, so that two writers never share a file. */
  private static final String WRITER = "\\.(?<pid>\\d+)-\\d+\\.tmp";

  private static final Pattern FRESH = Pattern.compile("\\..+" + WRITER);

  private AtomicFile() {}

  /** Writes the text in UTF-8; as {@link #write(Path, byte[])}. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Replaces the file's content, making its folder if need be. A symbolic link stays one: the file
   * it points to is replaced.
   *
   * @throws DiskFullException with one sentence if there is no room
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
      throw DiskFullException.isBehind(e)
          ? new DiskFullException(sentence(file, e), e)
          : new IOException(sentence(file, e), e);
    }
  }

  /** Writes the file unless it is there byte for byte, whoever wrote it. */
  public static void ensure(Path file, byte[] content) throws IOException {
    boolean there =
        Files.isRegularFile(file)
            && Files.size(file) == content.length
            && Arrays.equals(Files.readAllBytes(file), content);
    if (!there) {
      write(file, content);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path fresh = draft(file, content);
    try {
      rename(fresh, file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    forceFolder(folder(file));
    sweepAfter(file);
  }

  /**
   * The new content beside the file, on the disk, with the old file's permissions; the folder is
   * made if need be. On failure nothing is left.
   */
  static Path draft(Path file, byte[] content) throws IOException {
    Path folder = folder(file);
    Files.createDirectories(folder);
    Path fresh = fresh(file);
    boolean isNew = !Files.exists(file);
    try {
      if (!isNew) {
        OwnerOnly.file(fresh); // what only few may read is not shown while it is written
      }
      writeAndForce(fresh, content);
      if (!isNew) {
        keepOwner(file, fresh);
        keepPermissions(file, fresh);
      }
      return fresh;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
  }

  /**
   * Removes what writers that were killed left in a folder, if it was last written before then.
   * What cannot be removed is left for the next time.
   */
  public static void sweep(Path folder, FileTime before) {
    sweep(folder, FRESH, (path, name) -> Files.getLastModifiedTime(path).compareTo(before) < 0);
  }

  /** The same for one file that was just written: whose writer is gone will never finish. */
  static void sweepAfter(Path file) throws IOException {
    Pattern ofFile = Pattern.compile(Pattern.quote("." + file.getFileName()) + WRITER);
    long own = ProcessHandle.current().pid();
    sweep(
        folder(file),
        ofFile,
        (path, name) -> {
          long pid = Long.parseLong(name.group("pid"));
          return pid == own || ProcessHandle.of(pid).isEmpty();
        });
  }

  private interface Left {
    boolean by(Path path, Matcher name) throws IOException;
  }

  private static void sweep(Path folder, Pattern names, Left left) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (Path path : files) {
        Matcher name = names.matcher(String.valueOf(path.getFileName()));
        if (name.matches()
            && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
            && left.by(path, name)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
      // The next complete run tries again.
    }
  }

  static Path folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new FileSystemException(file.toString(), null, "it is not a file's name");
    }
    return folder;
  }

  /**
   * Where a writer makes a file before it gets its name, distinct among live writers. One left by a
   * crash is its successor's to overwrite, or goes with a {@link #sweep}.
   */
  public static Path fresh(Path file) {
    return file.resolveSibling(
        "."
            + file.getFileName()
            + "."
            + ProcessHandle.current().pid()
            + "-"
            + Thread.currentThread().threadId()
            + ".tmp");
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

  /** A file that root's timer writes again must stay the editor's to edit. */
  private static void keepOwner(Path from, Path to) throws IOException {
    PosixFileAttributeView there = view(from);
    PosixFileAttributeView fresh = view(to);
    if (there == null || fresh == null) {
      return;
    }
    PosixFileAttributes wanted = there.readAttributes();
    PosixFileAttributes given = fresh.readAttributes();
    try {
      if (!wanted.group().equals(given.group())) {
        fresh.setGroup(wanted.group());
      }
      if (!wanted.owner().equals(given.owner())) {
        fresh.setOwner(wanted.owner());
      }
    } catch (FileSystemException e) {
      // Only root may give files away; then the writer owns it, as with any other editor.
    }
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
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
  static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems cannot open a folder; the content itself is already on the disk.
    }
  }

  /** What went wrong, where, and what to do. */
  static String sentence(Path file, Exception e) {
    String start = "'" + file + "' cannot be written: ";
    if (DiskFullException.isBehind(e)) {
      return start + "the disk is full; free some space and run again.";
    }
    return start
        + switch (e) {
          case AccessDeniedException denied -> "no permission; check who owns the folder.";
          case ReadOnlyFileSystemException readOnly -> "the file system is read-only.";
          case FileAlreadyExistsException exists ->
              "'" + exists.getFile() + "' is a file where a folder is needed.";
          case NotDirectoryException no -> "'" + no.getFile() + "' is not a folder.";
          case FileSystemException system when SystemError.of(e) == SystemError.READ_ONLY ->
              "the file system is read-only.";
          case FileSystemException system when system.getReason() != null ->
              system.getReason() + ".";
          default -> e.getClass().getSimpleName() + " (" + e.getMessage() + ").";
        };
  }
}
