package dev.mldigest.summarise;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where the corpora are, which are no part of the project; tests on them skip without them. */
public final class Corpora {
  private Corpora() {}

  public static Path folder() {
    Path folder =
        Path.of(
            System.getProperty(
                "DIGEST_CORPORA",
                Objects.requireNonNullElse(System.getenv("DIGEST_CORPORA"), "../shared/data")));
    assumeTrue(
        Files.isDirectory(folder), "no corpora at '" + folder + "'; set DIGEST_CORPORA to run");
    return folder;
  }
}
