package dev.mldigest.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folders and files for the eyes of their owner alone, whatever the umask. What exists already
 * keeps the permissions that somebody gave it. On a file system without POSIX permissions (FAT,
 * many network shares) they are made as it can make them.
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private OwnerOnly() {}

  /** Makes the folder with mode 700 if it is not there; the folders above it as usual. */
  public static void folder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      make(attributes -> Files.createDirectory(folder, attributes), "rwx------");
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Makes the file, empty and with mode 600, if it is not there. */
  public static void file(Path file) throws IOException {
    try {
      make(attributes -> Files.createFile(file, attributes), "rw-------");
    } catch (FileAlreadyExistsException e) {
      // Then it is somebody's, and so are its permissions.
    }
  }

  private interface Making {
    void with(FileAttribute<?>... attributes) throws IOException;
  }

  private static void make(Making making, String mode) throws IOException {
    try {
      making.with(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
    } catch (UnsupportedOperationException e) {
      making.with();
    }
  }

  /**
   * The folder and the files in it that others than their owner may read, write or enter, the
   * folder first; nothing where the file system has no such permissions.
   */
  public static List<Path> seenByOthers(Path folder) throws IOException {
    List<Path> seen = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : Stream.concat(Stream.of(folder), files.sorted()).toList()) {
        if (isSeenByOthers(path)) {
          seen.add(path);
        }
      }
    } catch (UnsupportedOperationException e) {
      return List.of();
    }
    return seen;
  }

  private static boolean isSeenByOthers(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(path)) {
      return false; // A temporary file may go while the folder is read.
    }
    return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
  }
}
