package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Which files hold work that nothing else holds, by whichever name or link they are reached. */
public final class OwnFiles {
  private final IssueFiles files;

  public OwnFiles(IssueFiles files) {
    this.files = files;
  }

  /**
   * True for the state, an issue's digest and its versions, issue.json: what is published must not
   * replace them.
   */
  public boolean hold(Path file) {
    Path real = real(file);
    if (real.startsWith(real(files.state())) || isOfAnIssue(real(files.output()), real)) {
      return true;
    }
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(files.output(), Files::isDirectory)) {
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
}
