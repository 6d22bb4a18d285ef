package dev.mldigest.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that a person edits in any program while this one replaces it. Promises that a replacement
 * happens only over the content that the caller saw, that every content that was replaced is kept
 * as a numbered version (the newest so many), and that a save at any moment, in place or by
 * renaming, is either seen by the caller or kept as a version. After a crash at any step {@link
 * #recover} leaves the file as it was before or after.
 *
 * <p>How: the old file is renamed away, looked at again, and the new one is linked in without
 * overwriting. So a save before the rename is found in what was taken, a save after it is found
 * standing in the way, and a save through a handle opened before is found when the taken file is
 * read once more.
 */
public final class KeptFile {
  private static final Pattern VERSION = Pattern.compile("(\\d{4,9})\\.md");

  /** Where a replacement stands; tests end the process there. */
  public enum Step {
    DRAFTED,
    COMPARED,
    TAKEN,
    LOOKED,
    PUT,
    KEPT
  }

  /** What became of a replacement. */
  public sealed interface Outcome {
    record Replaced() implements Outcome {}

    /** The file holds something else than the caller saw; it was not touched. */
    record Changed() implements Outcome {}

    /**
     * The file was replaced, but someone who had it open wrote into the old one meanwhile.
     *
     * @param old what the old one holds now
     */
    record Late(Version old) implements Outcome {}
  }

  /**
   * A content that was replaced.
   *
   * @param number counts up, from 1
   */
  public record Version(int number, Path file) {}

  private final Path file;
  private final Path history;
  private final int most;
  private final Consumer<Step> passed;

  /**
   * @param history the folder of the versions
   * @param most how many of them are kept
   * @param passed is told each step
   */
  public KeptFile(Path file, Path history, int most, Consumer<Step> passed) {
    this.file = file;
    this.history = history;
    this.most = most;
    this.passed = passed;
  }

  /** The content, or empty where there is no file. */
  public Optional<byte[]> read() throws IOException {
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * The content for one who only reads: what was taken while a replacement is under way, or was cut
   * off.
   */
  public Optional<byte[]> standing() throws IOException {
    Optional<byte[]> content = read();
    Path taken = taken(target());
    if (content.isPresent() || !Files.exists(taken)) {
      return content;
    }
    try {
      return Optional.of(Files.readAllBytes(taken));
    } catch (NoSuchFileException e) {
      return read(); // The replacement came to its end.
    }
  }

  /**
   * Replaces the content; what is the same already is not touched.
   *
   * @param seen what the caller made the new content from; null for no file
   */
  public Outcome replace(byte @Nullable [] seen, byte[] fresh) throws IOException {
    if (Arrays.equals(seen, fresh)) {
      boolean same = Arrays.equals(seen, read().orElse(null));
      return same ? new Outcome.Replaced() : new Outcome.Changed();
    }
    Path real = target();
    Path draft = draft(real, fresh);
    try {
      passed.accept(Step.DRAFTED);
      return Arrays.equals(seen, read().orElse(null))
          ? swap(real, draft, seen)
          : new Outcome.Changed();
    } catch (IOException e) {
      putBack(e);
      throw e;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Where not even that can be done, {@link #standing} reads what was taken. */
  private void putBack(IOException failure) {
    try {
      recover();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private Outcome swap(Path real, Path draft, byte @Nullable [] seen) throws IOException {
    passed.accept(Step.COMPARED);
    Path taken = taken(real);
    if (seen != null) {
      try {
        Files.move(real, taken, StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException e) {
        return new Outcome.Changed();
      }
      passed.accept(Step.TAKEN);
      if (!Arrays.equals(seen, Files.readAllBytes(taken))) {
        recover();
        return new Outcome.Changed();
      }
    }
    passed.accept(Step.LOOKED);
    try {
      put(draft, real);
    } catch (FileAlreadyExistsException e) {
      recover();
      return new Outcome.Changed();
    }
    AtomicFile.forceFolder(AtomicFile.folder(real));
    AtomicFile.sweepAfter(real);
    passed.accept(Step.PUT);
    if (seen == null) {
      return new Outcome.Replaced();
    }
    Version old = keep(taken);
    passed.accept(Step.KEPT);
    return Arrays.equals(seen, Files.readAllBytes(old.file()))
        ? new Outcome.Replaced()
        : new Outcome.Late(old);
  }

  /** Ends what a crash cut off: the old file goes back, or to the versions if a new one stands. */
  public void recover() throws IOException {
    Path real = target();
    Path taken = taken(real);
    if (!Files.exists(taken)) {
      return;
    }
    try {
      put(taken, real);
      Files.deleteIfExists(taken);
    } catch (FileAlreadyExistsException e) {
      keep(taken);
    }
  }

  /** Keeps a content that never stood in the file's place, or no longer does. */
  public Version keep(byte[] content) throws IOException {
    return keep(draft(target(), content));
  }

  private Path draft(Path real, byte[] content) throws IOException {
    try {
      return AtomicFile.draft(real, content);
    } catch (IOException e) {
      throw DiskFullException.isBehind(e)
          ? new DiskFullException(AtomicFile.sentence(file, e), e)
          : e;
    }
  }

  /** The versions, oldest first. */
  public List<Version> versions() throws IOException {
    if (!Files.isDirectory(history)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(history)) {
      return files
          .flatMap(one -> version(one).stream())
          .sorted(Comparator.comparingInt(Version::number))
          .toList();
    }
  }

  private static Optional<Version> version(Path path) {
    var name = VERSION.matcher(path.getFileName().toString());
    return name.matches()
        ? Optional.of(new Version(Integer.parseInt(name.group(1)), path))
        : Optional.empty();
  }

  /** Never over a file that stands there. */
  private static void put(Path draft, Path real) throws IOException {
    try {
      Files.createLink(real, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.move(draft, real); // A file system without hard links: looks, then renames.
    }
  }

  private Version keep(Path taken) throws IOException {
    Files.createDirectories(history);
    List<Version> kept = versions();
    int next = kept.isEmpty() ? 1 : kept.getLast().number() + 1;
    Path version = history.resolve("%04d.md".formatted(next));
    try {
      Files.move(taken, version, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(taken, version);
    }
    for (Version old : kept.subList(0, Math.max(0, kept.size() + 1 - most))) {
      Files.deleteIfExists(old.file());
    }
    AtomicFile.forceFolder(history);
    return new Version(next, version);
  }

  /** The file itself, behind a symbolic link, also where that points to nothing just now. */
  private Path target() throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    return Files.isSymbolicLink(file)
        ? file.toAbsolutePath().resolveSibling(Files.readSymbolicLink(file))
        : file.toAbsolutePath();
  }

  private static Path taken(Path real) {
    return real.resolveSibling("." + real.getFileName() + ".taken");
  }
}
