package dev.mldigest.fetch.mail;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.io.Sha256;
import dev.mldigest.text.date.FeedDates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mails of several files as entries, each once, and a sentence on each that is not there. */
final class MailFiles {
  /** Providers take 25 MB with attachments; a newsletter has a tenth of one. */
  private static final int MOST_BYTES = 10_000_000;

  /** A hundred mails a week, for a year. */
  private static final int MOST_MAILS = 5_000;

  private static final Pattern FORWARDED =
      Pattern.compile("^(?:(?:fwd?|wg|tr|re|aw)\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{3,253}");

  private final ParseNotes notes;
  private final Instant since;
  private final Map<String, FeedEntry> entries = new LinkedHashMap<>();
  private int old;

  /**
   * @param since mails that say they are older are passed over
   */
  MailFiles(ParseNotes notes, Instant since) {
    this.notes = notes;
    this.since = since;
  }

  List<FeedEntry> entries() {
    if (old > 0) {
      notes.warn(
          old + (old == 1 ? " mail is" : " mails are") + " older than eight weeks: passed over.");
    }
    return List.copyOf(entries.values());
  }

  /**
   * @param name as it is told
   */
  void read(Path file, Path name) {
    try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      byte[] beginning = in.readNBytes(5);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(beginning), in);
      if (Mbox.is(beginning)) {
        Mbox mbox = new Mbox(whole, MOST_BYTES);
        int number = 0;
        for (byte[] mail = mbox.next(); mail != null; mail = mbox.next()) {
          add(mail, "Mail " + ++number + " of the file " + name);
        }
      } else {
        add(whole.readNBytes(MOST_BYTES + 1), "The file " + name);
      }
    } catch (IOException e) {
      notes.incomplete("The file " + name + " cannot be read.");
    }
  }

  private void add(byte[] bytes, String place) {
    if (bytes.length > MOST_BYTES) {
      notes.incomplete(place + " is larger than " + MOST_BYTES + " bytes: passed over.");
      return;
    }
    Mail mail = Mail.of(bytes);
    if (!mail.isMail()) {
      notes.incomplete(place + " is no mail: it has no sender, date or subject.");
      return;
    }
    String written = mail.header("date");
    Instant date = FeedDates.read(written);
    if (date == null && !written.isEmpty()) {
      notes.unreadableDate(written);
    }
    if (date != null && date.isBefore(since)) {
      old++;
    } else if (entries.size() >= MOST_MAILS) {
      notes.incomplete("Only the first " + MOST_MAILS + " mails were taken.");
    } else {
      keep(mail, date, bytes, place);
    }
  }

  private void keep(Mail mail, @Nullable Instant date, byte[] bytes, String place) {
    if (!mail.whole()) {
      notes.incomplete(place + " could not be read to its end.");
    }
    String id = mail.header("message-id").replaceAll("[<>\\s]", "");
    String guid = id.isEmpty() ? Sha256.of(bytes) : id;
    MailText text = MailText.of(mail, recipients(mail));
    String subject = FORWARDED.matcher(mail.header("subject")).replaceFirst("");
    entries.putIfAbsent(
        guid,
        FeedEntry.titled(TitleText.folded(subject))
            .guid(guid)
            .link(text.online())
            .published(date)
            .authors(authors(mail.header("from")))
            .content(text.html())
            .build());
  }

  /** The name before the address, else nobody's. */
  private static List<String> authors(String from) {
    String name = TitleText.folded(from.replaceFirst("<[^>]*>\\s*$", "").replace("\"", ""));
    return name.isEmpty() || name.contains("@") ? List.of() : List.of(name);
  }

  private static List<String> recipients(Mail mail) {
    return Stream.of("to", "cc", "delivered-to", "x-original-to")
        .flatMap(name -> ADDRESS.matcher(mail.header(name)).results())
        .map(MatchResult::group)
        .distinct()
        .toList();
  }
}
