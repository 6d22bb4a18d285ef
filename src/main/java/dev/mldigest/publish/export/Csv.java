package dev.mldigest.publish.export;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values (RFC 4180) row by row. Fields of columns that are not wanted are
 * passed over and never kept.
 */
final class Csv {
  /** Characters of a field: what is wanted are addresses, titles and numbers. */
  private static final int LONGEST = 20_000;

  /** Of a header; services have some twenty. */
  private static final int MOST_COLUMNS = 500;

  private static final int END = -1;

  private final Reader in;
  private int next;

  private Csv(Reader in) throws IOException {
    this.in = in;
    this.next = in.read();
    if (next == '\uFEFF') {
      next = in.read();
    }
  }

  /**
   * @param wanted of the columns that are there, those to keep
   * @param row each, by column; what a short row does not have is missing
   * @return the columns that are there, in small letters
   */
  static Set<String> read(
      Reader in, Function<Set<String>, Set<String>> wanted, Consumer<Map<String, String>> row)
      throws IOException {
    Csv csv = new Csv(in);
    List<String> columns = csv.header();
    Set<String> kept = wanted.apply(Set.copyOf(columns));
    while (!kept.isEmpty() && csv.next != END) {
      Map<String, String> fields = csv.row(columns, kept);
      if (!fields.isEmpty()) {
        row.accept(fields);
      }
    }
    return Set.copyOf(columns);
  }

  private List<String> header() throws IOException {
    List<String> columns = new ArrayList<>();
    boolean more = next != END;
    while (more && columns.size() < MOST_COLUMNS) {
      String name = field(true);
      columns.add((name == null ? "" : name).strip().toLowerCase(Locale.ROOT));
      more = another();
    }
    return columns.stream().distinct().toList().equals(columns) ? columns : numbered(columns);
  }

  /** Of columns of one name the first bears it. */
  private static List<String> numbered(List<String> columns) {
    List<String> unlike = new ArrayList<>();
    for (String column : columns) {
      unlike.add(unlike.contains(column) ? column + " " + unlike.size() : column);
    }
    return unlike;
  }

  private Map<String, String> row(List<String> columns, Set<String> kept) throws IOException {
    Map<String, String> fields = new HashMap<>();
    int at = 0;
    boolean more = true;
    while (more) {
      String column = at < columns.size() ? columns.get(at) : "";
      String value = field(at < columns.size() && kept.contains(column));
      if (value != null && !value.isEmpty()) {
        fields.put(column, value);
      }
      at++;
      more = another();
    }
    return fields;
  }

  /** Whether a field follows in this row; past the end of the row where none does. */
  private boolean another() throws IOException {
    if (next == ',') {
      next = in.read();
      return true;
    }
    while (next == '\r' || next == '\n') {
      next = in.read();
    }
    return false;
  }

  private @Nullable String field(boolean keep) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean quoted = next == '"';
    if (quoted) {
      next = in.read();
    }
    while (next != END) {
      if (quoted && next == '"') {
        next = in.read();
        if (next != '"') {
          quoted = false;
          continue;
        }
      } else if (!quoted && (next == ',' || next == '\r' || next == '\n')) {
        break;
      }
      if (keep && text.length() < LONGEST) {
        text.append((char) next);
      }
      next = in.read();
    }
    return keep ? text.toString() : null;
  }
}
