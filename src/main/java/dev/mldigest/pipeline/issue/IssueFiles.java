package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Week;
import dev.mldigest.io.AtomicFile;
import dev.mldigest.io.DiskFullException;
import dev.mldigest.io.KeptFile;
import dev.mldigest.review.Contents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files of an issue under the output folder: {@code 2026-W10/digest.md}, {@code issue.json} and
 * the versions of the digest that were replaced, in {@code history}.
 */
public final class IssueFiles {
  /** Versions of a digest that are kept. */
  static final int VERSIONS = 20;

  private static final long SETTLING_NANOS = 50_000_000;
  private static final int MOST_LOOKS = 40;

  private final Path output;
  private final Consumer<String> passed;

  public IssueFiles(Path output) {
    this(output, step -> {});
  }

  /**
   * @param passed is told each step of a filing, in a word
   */
  IssueFiles(Path output, Consumer<String> passed) {
    this.output = output;
    this.passed = passed;
  }

  /** The folder of all issues. */
  public Path output() {
    return output;
  }

  public Path digest(Week week) {
    return output.resolve(week.toString()).resolve("digest.md");
  }

  public Path json(Week week) {
    return output.resolve(week.toString()).resolve("issue.json");
  }

  /** The folder the state lives in. */
  public Path state() {
    return output.resolve("state");
  }

  /**
   * True for a file that holds work which nothing else holds: the state, an issue's digest and its
   * versions, issue.json; by whichever name or link it is reached. What is published must not
   * replace it.
   */
  public boolean isOwn(Path file) {
    Path real = real(file);
    if (real.startsWith(real(state())) || isOfAnIssue(real(output), real)) {
      return true;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(output, Files::isDirectory)) {
      for (Path folder : folders) {
        if (Week.isWeek(String.valueOf(folder.getFileName()))
            && (isSame(real, folder.resolve("digest.md"))
                || isSame(real, folder.resolve("issue.json"))
                || real.startsWith(real(folder.resolve("history"))))) {
          return true;
        }
      }
      return false;
    } catch (IOException | DirectoryIteratorException e) {
      return false; // No folder: then nothing is in it.
    }
  }

  /** Also where such a file is gone just now: it is expected there. */
  private static boolean isOfAnIssue(Path output, Path file) {
    if (!file.startsWith(output) || output.relativize(file).getNameCount() < 2) {
      return false;
    }
    Path inside = output.relativize(file);
    String name = inside.getName(1).toString().toLowerCase(Locale.ROOT);
    return Week.isWeek(inside.getName(0).toString())
        && name.matches("digest(\\.kept-\\d+)?\\.md|issue\\.json|history");
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false; // One of them is not there.
    }
  }

  /** With the links followed of as much of it as is there. */
  private static Path real(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    for (Path there = whole; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(whole)).normalize();
      } catch (IOException e) {
        // Not there: its folder may be.
      }
    }
    return whole;
  }

  /** The digest as it stands on disk, with whatever the editor did to it. */
  public Optional<String> readDigest(Week week) {
    try {
      return kept(week).standing().map(bytes -> text(digest(week), bytes));
    } catch (IOException e) {
      throw unreadable(week, e);
    }
  }

  /** The digest as it stands in its own place, which is what a replacement looks at. */
  private Optional<String> readPlace(Week week) {
    try {
      return kept(week).read().map(bytes -> text(digest(week), bytes));
    } catch (IOException e) {
      throw unreadable(week, e);
    }
  }

  /**
   * The digest once nobody is at work on it: a program that saves in place empties the file first.
   */
  Optional<String> readSettled(Week week) {
    Optional<String> before = readPlace(week);
    for (int look = 0; look < MOST_LOOKS; look++) {
      LockSupport.parkNanos(SETTLING_NANOS);
      Optional<String> now = readPlace(week);
      if (now.equals(before)) {
        break;
      }
      before = now;
    }
    return before;
  }

  /** The same; waits only where what it finds looks like a save in its middle. */
  Optional<String> readWhole(Week week) {
    Optional<String> text = readPlace(week);
    return text.filter(Contents::isBlank).isPresent() ? readSettled(week) : text;
  }

  private static String text(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(
          "The digest "
              + file
              + " is not UTF-8 text"
              + (isUtf16(bytes) ? " but UTF-16" : "")
              + "; it was left as it is: save it as UTF-8 and try again.");
    }
  }

  private UncheckedIOException unreadable(Week week, IOException e) {
    return unreadable("The digest " + digest(week) + " cannot be read: " + e.getMessage() + ".");
  }

  private static UncheckedIOException unreadable(String sentence) {
    return new UncheckedIOException(sentence, new IOException(sentence));
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private KeptFile kept(Week week) {
    Path file = digest(week);
    return new KeptFile(
        file, file.resolveSibling("history"), VERSIONS, step -> passed.accept(step.name()));
  }

  /** The versions of the digest that were replaced, oldest first. */
  public List<KeptFile.Version> versions(Week week) {
    try {
      return kept(week).versions();
    } catch (IOException e) {
      throw unwritable(week, e);
    }
  }

  /** True if the digest is that version, to the byte. */
  public boolean holds(Week week, KeptFile.Version version) {
    try {
      return Files.exists(digest(week)) && Files.mismatch(digest(week), version.file()) < 0;
    } catch (IOException e) {
      throw unreadable("The version " + version.file() + " cannot be read.");
    }
  }

  /**
   * The text of a version.
   *
   * @throws UncheckedIOException with one sentence if it cannot be read
   */
  public String read(KeptFile.Version version) {
    try {
      return text(version.file(), Files.readAllBytes(version.file()));
    } catch (IOException e) {
      throw unreadable("The version " + version.file() + " cannot be read.");
    }
  }

  /** Moves a digest that the state knows nothing of out of the way, under a name of its own. */
  Path keepAside(Week week) {
    Path file = digest(week);
    int number = 1;
    Path kept = file.resolveSibling("digest.kept-1.md");
    while (Files.exists(kept)) {
      number++;
      kept = file.resolveSibling("digest.kept-" + number + ".md");
    }
    try {
      return Files.move(file, kept);
    } catch (IOException e) {
      throw new UncheckedIOException("The digest " + file + " cannot be moved out of the way.", e);
    }
  }

  /** Ends what a crash cut off in the replacing of the digest. */
  public void recover(Week week) {
    try {
      kept(week).recover();
    } catch (IOException e) {
      throw unwritable(week, e);
    }
  }

  /**
   * Puts the digest in the place of what was seen there, and keeps that as a version: the one way
   * that this program ever replaces a digest.
   *
   * @param seen as it was read, or null for no file
   */
  KeptFile.Outcome replace(Week week, @Nullable String seen, String text) {
    try {
      return kept(week).replace(seen == null ? null : bytes(seen), bytes(text));
    } catch (IOException e) {
      throw unwritable(week, e);
    }
  }

  /** Keeps a text of the digest as a version. */
  KeptFile.Version keep(Week week, String text) {
    try {
      return kept(week).keep(bytes(text));
    } catch (IOException e) {
      throw unwritable(week, e);
    }
  }

  void writeJson(Week week, String json) {
    try {
      Files.createDirectories(json(week).getParent());
      AtomicFile.write(json(week), json);
    } catch (IOException e) {
      throw unwritable(week, e);
    }
  }

  /** Tells that a filing came so far. */
  void passed(String step) {
    passed.accept(step);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private UncheckedIOException unwritable(Week week, IOException e) {
    return new UncheckedIOException(
        digest(week).getParent()
            + " cannot be written; check its permissions and the space on the disk, then run"
            + " again: nothing was lost.",
        e instanceof DiskFullException ? e : new IOException(e.getMessage()));
  }
}
