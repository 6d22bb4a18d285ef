package dev.mldigest.fetch.mail;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads newsletters from where a mail program keeps them: a mail ({@code .eml}), an mbox, or a
 * folder of either, Maildir included. Each mail is an entry with its whole text. Nothing is asked
 * of anybody, and nothing is changed in the files.
 */
public final class MailProtocol implements Protocol {
  /** Ten years of three newsletters a day: bounds the time of a poll. */
  private static final int MOST_FILES = 10_000;

  /** Year, month, folders of a mail program. */
  private static final int DEEPEST = 6;

  /**
   * How long before the issue a mail is still taken in: what is older is evidence for nothing, and
   * the state need not keep ten years of mail.
   */
  private static final Duration KEPT = Duration.ofDays(56);

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    Path named = Path.of(source.url());
    if (!Files.exists(named)) {
      return new FetchOutcome.Failed(
          FetchFailure.NO_FOLDER, "There is no file and no folder " + named + ".");
    }
    return LocalFiles.fetch(
        named,
        state.bodyHash(),
        "The mails in " + named + " cannot be read.",
        MailProtocol::files,
        (place, files, hash) -> fetched(feed(source, place, files, window), hash, state, window));
  }

  /** What is in the files was read; what was taken out of them nobody can know of. */
  private static FetchOutcome fetched(Feed feed, String hash, SourceState state, Window window) {
    Instant before = state.coveredTo();
    Instant from = before != null && before.isBefore(window.from()) ? before : window.from();
    return new FetchOutcome.Fetched(
        feed,
        Validators.NONE,
        hash,
        null,
        Duration.ZERO,
        feed.complete() ? new Window(from, window.to()) : null);
  }

  /** Newest first: if not all can be read, it is these that count. */
  private static List<Path> files(Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    try (Stream<Path> walk = Files.walk(place, DEEPEST)) {
      return walk.filter(path -> Files.isRegularFile(path, NOFOLLOW_LINKS) && isMail(path))
          .sorted(
              Comparator.comparing(MailProtocol::changed)
                  .reversed()
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By its name; in a Maildir, where names say nothing, by its folder. */
  private static boolean isMail(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String folder = file.getParent() == null ? "" : String.valueOf(file.getParent().getFileName());
    return !name.startsWith(".")
        && (Stream.of(".eml", ".mbox", ".mbx").anyMatch(name::endsWith)
            || folder.equals("cur")
            || folder.equals("new"));
  }

  private static Feed feed(Source source, Path place, List<Path> files, Window window)
      throws IOException {
    ParseNotes notes = new ParseNotes();
    if (files.size() > MOST_FILES) {
      notes.incomplete("Only the " + MOST_FILES + " files that changed last were read.");
    }
    MailFiles mails = new MailFiles(notes, window.from().minus(KEPT));
    for (Path file : files.stream().limit(MOST_FILES).toList()) {
      mails.read(file, file.equals(place) ? file.getFileName() : place.relativize(file));
    }
    List<FeedEntry> entries = mails.entries();
    return new Feed("mail", source.title(), null, entries, notes.warnings(), notes.complete());
  }
}
