package dev.mldigest.fetch.document;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Validators;
import dev.mldigest.io.FileMarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of the editor's own as a source: read only where any of them changed. */
public final class LocalFiles {
  private LocalFiles() {}

  /** Which files there are. */
  public interface Listing {
    List<Path> under(Path place) throws IOException;
  }

  /** What they hold. */
  public interface Reading {
    /**
     * @param hash to be remembered, by which the same files are known again
     */
    FetchOutcome of(Path place, List<Path> files, String hash) throws IOException;
  }

  /**
   * @param named may be a link: it is followed, none below it
   * @param remembered hash of the last poll, or null
   * @param unreadable one sentence, where the files cannot be read
   */
  public static FetchOutcome fetch(
      Path named,
      @Nullable String remembered,
      String unreadable,
      Listing listing,
      Reading reading) {
    try {
      Path place = named.toRealPath();
      List<Path> files = listing.under(place);
      String hash = FileMarks.of(place, files);
      return hash.equals(remembered)
          ? new FetchOutcome.NotModified(Validators.NONE, Duration.ZERO)
          : reading.of(place, files, hash);
    } catch (IOException | UncheckedIOException e) {
      return new FetchOutcome.Failed(FetchFailure.UNREADABLE, unreadable);
    }
  }
}
