package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.io.AtomicFile;
import dev.mldigest.io.DiskFullException;
import dev.mldigest.io.KeptFile;
import dev.mldigest.review.Contents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files of an issue under the output folder: {@code 2026-W10/digest.md}, {@code issue.json} and
 * the versions of the digest that were replaced, in {@code history}.
 */
public final class IssueFiles {
  /** Versions of a digest that are kept. */
  static final int VERSIONS = 20;

  /** Between two looks at a file: an editor that saves in place is through in less. */
  private static final long SETTLING_NANOS = 50_000_000;

  /** Two seconds of looking: who writes for longer than that is not saving a digest. */
  private static final int MOST_LOOKS = 40;

  private final Path output;
  private final Consumer<String> passed;
  private final WriterLock writers;

  public IssueFiles(Path output) {
    this(output, step -> {});
  }

  /**
   * @param passed is told each step of a filing, in a word
   */
  IssueFiles(Path output, Consumer<String> passed) {
    this.output = output;
    this.passed = passed;
    this.writers = new WriterLock(output.resolve("state"));
  }

  /** Work during which no other thread or process writes an issue of this folder. */
  <T> T alone(Supplier<T> work) {
    return writers.alone(work);
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

  /** The digest as it stands on disk, with whatever the editor did to it. */
  public Optional<String> readDigest(Week week) {
    try {
      return kept(week).standing().map(bytes -> DigestText.of(digest(week), bytes));
    } catch (IOException e) {
      throw unreadable(week, e);
    }
  }

  /** The digest as it stands in its own place, which is what a replacement looks at. */
  private Optional<String> readPlace(Week week) {
    try {
      return kept(week).read().map(bytes -> DigestText.of(digest(week), bytes));
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

  private UncheckedIOException unreadable(Week week, IOException e) {
    return DigestText.unreadable(
        "The digest " + digest(week) + " cannot be read: " + e.getMessage() + ".");
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
      throw DigestText.unreadable("The version " + version.file() + " cannot be read.");
    }
  }

  /**
   * The text of a version.
   *
   * @throws UncheckedIOException with one sentence if it cannot be read
   */
  public String read(KeptFile.Version version) {
    try {
      return DigestText.of(version.file(), Files.readAllBytes(version.file()));
    } catch (IOException e) {
      throw DigestText.unreadable("The version " + version.file() + " cannot be read.");
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

  /** The same; what holds it already is not touched. */
  void ensureJson(Week week, String json) {
    try {
      AtomicFile.ensure(json(week), bytes(json));
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
