package dev.mldigest.store.database;

import dev.mldigest.domain.Week;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state file as bytes, before SQLite sees it: SQLite takes an empty file for a new database, so
 * a second history would begin beside the issues of the first, and it fills a file that was cut
 * short from its log. Offsets are those of the database header (sqlite.org/fileformat2.html, 1.3).
 */
final class StateFile {
  /** Bytes of the header. */
  private static final int HEADER = 100;

  private static final String MAGIC = "SQLite format 3\0";
  private static final int PAGE_SIZE = 16;
  private static final int CHANGES = 24;
  private static final int PAGES = 28;
  private static final int SCHEMA = 60;
  private static final int PAGES_AS_OF = 92;

  private StateFile() {}

  /**
   * What is wrong with a file that is there, or null: that it is no state although one was in use
   * here, as folders of issues or a log of what was written show, or that its end is missing.
   */
  static @Nullable String fault(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    long size = Files.size(file);
    long log = log(file);
    ByteBuffer header = header(file);
    if (size < HEADER ? log > 0 || hasIssues(file) : isBare(header, log) && hasIssues(file)) {
      return "it is empty or cut short, but it was in use before";
    }
    // What was not yet copied from the log may be missing from the file.
    return size >= HEADER && bytes(header) > size + log
        ? "it is cut short: " + size + " of " + bytes(header) + " bytes are there"
        : null;
  }

  /** The file or its log: SQLite alone knows what to do with a log whose file was moved away. */
  static boolean isThere(Path file) throws IOException {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) || log(file) > 0;
  }

  /** A database in which not one table was made, in the log neither. */
  private static boolean isBare(ByteBuffer header, long log) {
    return log == 0 && isDatabase(header) && header.getInt(SCHEMA) == 0;
  }

  /** How long it says it is, or 0 where it does not say so. */
  private static long bytes(ByteBuffer header) {
    if (!isDatabase(header) || header.getInt(CHANGES) != header.getInt(PAGES_AS_OF)) {
      return 0;
    }
    int pageSize = header.getShort(PAGE_SIZE) & 0xffff;
    return (header.getInt(PAGES) & 0xffffffffL) * (pageSize == 1 ? 65_536 : pageSize);
  }

  private static boolean isDatabase(ByteBuffer header) {
    byte[] magic = new byte[MAGIC.length()];
    header.get(0, magic);
    return Arrays.equals(magic, MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  private static long log(Path file) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return Files.isRegularFile(log) ? Files.size(log) : 0;
  }

  private static ByteBuffer header(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ByteBuffer.allocate(HEADER).put(in.readNBytes(HEADER));
    }
  }

  private static boolean hasIssues(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path output = folder == null ? null : folder.getParent();
    if (output == null) {
      return false;
    }
    try (Stream<Path> there = Files.list(output)) {
      return there.anyMatch(
          path -> Files.isDirectory(path) && Week.isWeek(String.valueOf(path.getFileName())));
    }
  }
}
