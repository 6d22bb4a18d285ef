package dev.mldigest.store.database;

import dev.mldigest.io.AtomicFile;
import dev.mldigest.io.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite is a program of the operating system's kind, which can only be loaded from a file. Left to
 * itself the driver unpacks it into the temporary folder at each start, where many servers allow no
 * programs and a killed process leaves it behind. So it is unpacked once, beside the state. Where
 * that folder allows no programs either, the driver goes on to the temporary folder.
 */
public final class NativeLibrary {
  /** Settings of the driver's; whoever made one of them knows better. */
  private static final String FOLDER = "org.sqlite.lib.path";

  private static final String UNPACKED = "org.sqlite.tmpdir";

  private NativeLibrary() {}

  /** To be called before the first connection of the process; later calls change nothing. */
  public static synchronized void keepIn(Path folder) {
    if (System.getProperty(FOLDER) != null || System.getProperty(UNPACKED) != null) {
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    String platform = LibraryLoaderUtil.getNativeLibResourcePath(); // asks a program each time
    String packedAs = platform + "/" + name;
    try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(packedAs)) {
      if (packed != null) {
        Path home = folder.toAbsolutePath().resolve(home(platform, SQLiteJDBCLoader.getVersion()));
        OwnerOnly.folder(home);
        AtomicFile.ensure(home.resolve(name), packed.readAllBytes());
        System.setProperty(FOLDER, home.toString());
      }
    } catch (IOException e) {
      // A full or read-only disk: the driver tries the temporary folder.
    }
  }

  /** The folder of a version, for example {@code sqlite-3.54.1.0-Linux-x86_64}. */
  private static String home(String platform, String version) {
    String[] parts = platform.split("/", -1);
    int last = parts.length - 1;
    return String.join("-", "sqlite", version, parts[last - 1], parts[last]);
  }

  /** Removes the libraries of other versions for this platform. */
  public static void sweep(Path folder) {
    String platform = LibraryLoaderUtil.getNativeLibResourcePath();
    String own = home(platform, SQLiteJDBCLoader.getVersion());
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder, home(platform, "[0-9]*"))) {
      for (Path home : homes) {
        if (!home.endsWith(own)) {
          Files.deleteIfExists(home.resolve(LibraryLoaderUtil.getNativeLibName()));
          Files.delete(home);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Another process may have it open (Windows); the next complete run tries again.
    }
  }
}
