package dev.mldigest.publish.export;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of comma-separated values (RFC 4180); of each only the columns that are wanted are kept. */
final class Csv {
  /** Services have some twenty. */
  private static final int MOST_COLUMNS = 500;

  /** Characters of a field that is kept: addresses, titles and numbers. */
  private static final int LONGEST = 20_000;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private Csv() {}

  /** It is no such file; the sentence says what is wrong with it. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    Malformed(String sentence) {
      super(sentence);
    }
  }

  /**
   * @param wanted of the columns that are there, in small letters, those to keep
   * @param row each, by column; what is empty or not there is missing
   */
  static void read(
      Reader in, Function<Set<String>, Set<String>> wanted, Consumer<Map<String, String>> row)
      throws IOException {
    try (CSVParser rows = CSVParser.parse(in, FORMAT)) {
      var all = rows.iterator();
      if (!all.hasNext()) {
        throw new Malformed("It is empty.");
      }
      List<String> columns = columns(all.next());
      Set<String> kept = wanted.apply(Set.copyOf(columns));
      while (!kept.isEmpty() && all.hasNext()) {
        row.accept(kept(all.next(), columns, kept));
      }
    } catch (UncheckedIOException e) {
      throw new Malformed("It is no CSV: a quotation mark in it is not closed, or stands wrong.");
    }
  }

  private static List<String> columns(CSVRecord header) throws Malformed {
    if (header.size() > MOST_COLUMNS) {
      throw new Malformed("It has " + header.size() + " columns: that is no export of readers.");
    }
    return header.stream()
        .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Of columns of one name the first counts. */
  private static Map<String, String> kept(CSVRecord row, List<String> columns, Set<String> kept)
      throws Malformed {
    Map<String, String> fields = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (int at = 0; at < Math.min(row.size(), columns.size()); at++) {
      String column = columns.get(at);
      if (seen.add(column) && kept.contains(column) && !row.get(at).isEmpty()) {
        if (row.get(at).length() > LONGEST) {
          throw new Malformed(
              "Its row %d has more than %d characters under '%s'."
                  .formatted(row.getRecordNumber(), LONGEST, column));
        }
        fields.put(column, row.get(at));
      }
    }
    return fields;
  }
}
