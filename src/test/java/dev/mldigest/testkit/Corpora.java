package dev.mldigest.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Corpora of others, which are no part of the project. The environment variable {@value #VARIABLE}
 * alone says where they are, and it is read here alone.
 */
public final class Corpora {
  public static final String VARIABLE = "DIGEST_CORPORA";

  private Corpora() {}

  /**
   * Their folder, or empty where the variable is not set.
   *
   * @throws IllegalStateException if it names no folder: a mistake, and no reason to skip
   */
  public static Optional<Path> folder() {
    String named = System.getenv(VARIABLE);
    if (named == null || named.isBlank()) {
      return Optional.empty();
    }
    Path folder = Path.of(named);
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(VARIABLE + " names '" + folder + "', which is no folder.");
    }
    return Optional.of(folder);
  }

  /** A file or folder among them; where it is not, the test is skipped and says why. */
  public static Path at(String path) {
    Optional<Path> there = folder().map(folder -> folder.resolve(path)).filter(Files::exists);
    assumeTrue(
        there.isPresent(),
        () -> "'" + path + "' is among the corpora alone; set " + VARIABLE + " to their folder");
    return there.orElseThrow();
  }
}
