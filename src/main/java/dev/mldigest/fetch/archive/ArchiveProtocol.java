package dev.mldigest.fetch.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.mldigest.domain.Baseline;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.document.LocalFiles;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.http.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the editor's own past newsletters: a folder of Markdown files, not followed out of by
 * symbolic links. Each link of each file is an entry, dated by the file; where the file has no
 * date, as {@link Baseline#DATE}: its own time is that of the last copy.
 */
public final class ArchiveProtocol implements Protocol {
  /** Forty years of a weekly; set by hand to bound the time of a poll. */
  private static final int MOST_FILES = 2_000;

  /** A newsletter has some ten kilobytes; a hundred times that is no newsletter. */
  private static final int MOST_BYTES = 2_000_000;

  /** Twenty-five links for each of the most files: bounds what is held at once. */
  private static final int MOST_ENTRIES = 50_000;

  /** Year, month, week and two to spare; keeps out of whatever else lies in the folder. */
  private static final int DEEPEST = 5;

  /** Time zones: the day may have begun elsewhere. */
  private static final Duration AHEAD = Duration.ofDays(1);

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    Path named = Path.of(source.url());
    if (!Files.isDirectory(named)) {
      return new FetchOutcome.Failed(
          FetchFailure.NO_FOLDER, "The folder " + named + " does not exist.");
    }
    return LocalFiles.fetch(
        named,
        state.bodyHash(),
        "The folder " + named + " cannot be read.",
        ArchiveProtocol::files,
        (folder, files, hash) ->
            new FetchOutcome.Fetched(
                feed(source, folder, files, window.to()),
                Validators.NONE,
                hash,
                null,
                Duration.ZERO));
  }

  /** Newest names first: they are what the next issue must not repeat. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
      return walk.filter(path -> Files.isRegularFile(path, NOFOLLOW_LINKS) && isMarkdown(path))
          .sorted((a, b) -> folder.relativize(b).compareTo(folder.relativize(a)))
          .toList();
    }
  }

  private static boolean isMarkdown(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".markdown");
  }

  private static Feed feed(Source source, Path folder, List<Path> files, Instant now) {
    ParseNotes notes = new ParseNotes();
    List<FeedEntry> entries = new ArrayList<>();
    if (files.size() > MOST_FILES) {
      notes.incomplete("Only the last " + MOST_FILES + " files by name were read.");
    }
    int read = 0;
    int undated = 0;
    for (Path file : files.stream().limit(MOST_FILES).toList()) {
      if (entries.size() >= MOST_ENTRIES) {
        notes.incomplete("Only the first " + MOST_ENTRIES + " links were taken.");
        break;
      }
      String name = folder.relativize(file).toString();
      PastNewsletter letter = letter(name, file, notes);
      if (letter != null) {
        Instant date = letter.date() == null ? PastNewsletter.dateIn(name) : letter.date();
        read++;
        undated += date == null ? 1 : 0;
        warnOfFuture(name, date, now, notes);
        entries.addAll(entries(name, letter, date == null ? Baseline.DATE : date));
      }
    }
    warnOfUndated(undated, read, notes);
    return new Feed("markdown", source.title(), null, entries, notes.warnings(), notes.complete());
  }

  private static void warnOfFuture(
      String name, @Nullable Instant date, Instant now, ParseNotes notes) {
    if (date != null && date.isAfter(now.plus(AHEAD))) {
      notes.warn(
          name
              + " is dated in the future, "
              + date.atOffset(ZoneOffset.UTC).toLocalDate()
              + ": its links count from today.");
    }
  }

  private static void warnOfUndated(int undated, int read, ParseNotes notes) {
    if (undated > 0) {
      notes.warn(
          undated
              + " of "
              + read
              + (undated == 1
                  ? " files has no date in its front matter or name: its links"
                  : " files have no date in their front matter or name: their links")
              + " count as covered long ago.");
    }
  }

  private static @Nullable PastNewsletter letter(String name, Path file, ParseNotes notes) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      notes.incomplete("The file " + name + " cannot be read.");
      return null;
    }
    if (bytes.length > MOST_BYTES) {
      notes.incomplete("The file " + name + " is larger than " + MOST_BYTES + " bytes.");
      return null;
    }
    PastNewsletter letter = PastNewsletter.of(new String(bytes, StandardCharsets.UTF_8));
    if (!letter.whole()) {
      notes.warn("The file " + name + " has lines so long that they were read in pieces.");
    }
    return letter;
  }

  private static List<FeedEntry> entries(String name, PastNewsletter letter, Instant date) {
    return letter.links().stream()
        .map(link ->
            FeedEntry.titled(link.title())
                .guid(name + " " + link.url())
                .link(link.url())
                .published(date)
                .build())
        .toList();
  }
}
