package dev.mldigest.publish.export;

import dev.mldigest.web.CanonicalUrl;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an export by its columns: whose it is shows in them. */
public final class Exports {
  /** A year's clicks of a large letter; it is read row by row. */
  private static final long MOST_BYTES = 500_000_000;

  private Exports() {}

  /** A form of export. */
  interface Form {
    /** Columns to keep; empty where it is not this form. */
    Set<String> wanted(Set<String> columns);

    void add(Map<String, String> row);

    ExportOutcome outcome();
  }

  /**
   * @throws IOException if the file cannot be read
   */
  public static ExportOutcome read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      return new ExportOutcome.Unusable("It has more than 500 MB.");
    }
    try (Reader in = Files.newBufferedReader(file)) {
      return read(in);
    } catch (CharacterCodingException e) {
      return new ExportOutcome.Unusable("It is no text in UTF-8.");
    } catch (Csv.Malformed e) {
      return new ExportOutcome.Unusable(String.valueOf(e.getMessage()));
    }
  }

  /** Two forms of one link are one; whose it is, is not known yet. */
  static String page(String link) {
    return CanonicalUrl.of(link).map(page -> page + CanonicalUrl.place(link)).orElse(link);
  }

  static ExportOutcome read(Reader in) throws IOException {
    Reading reading = new Reading();
    Csv.read(in, reading::choose, reading::add);
    return reading.outcome();
  }

  /** Which form it is is known once the columns are. */
  private static final class Reading {
    private @Nullable Form form;

    Set<String> choose(Set<String> columns) {
      Optional<Form> fitting =
          Stream.<Form>of(new ListmonkClicks(), new ButtondownEvents(), new PostTable())
              .filter(one -> !one.wanted(columns).isEmpty())
              .findFirst();
      form = fitting.orElse(null);
      return fitting.map(one -> one.wanted(columns)).orElse(Set.of());
    }

    void add(Map<String, String> row) {
      if (form != null) {
        form.add(row);
      }
    }

    ExportOutcome outcome() {
      return form == null
          ? new ExportOutcome.Unusable(
              "Its columns are those of no export that is known: listmonk's clicks, Buttondown's"
                  + " events, or a table of posts with sends, opens or clicks. Columns are parted"
                  + " by commas.")
          : form.outcome();
    }
  }
}
