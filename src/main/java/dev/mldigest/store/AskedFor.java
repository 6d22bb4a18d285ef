package dev.mldigest.store;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceQuery;
import dev.mldigest.store.database.Json;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source is asked for, as text to compare: validators, watermark and gaps belong to one
 * question, not to an id. How its items are shown (title, section, weight) is no part of it, nor is
 * its key, which is a secret.
 */
final class AskedFor {
  private AskedFor() {}

  static String of(Source source) {
    SourceQuery query = source.query();
    return Json.write(
        List.of(
            source.kind().word(),
            source.url().toString(),
            source.categories().stream().sorted().toList(),
            query.words(),
            query.atLeast(),
            query.links() == null ? "" : query.links(),
            text(query.announcements()),
            text(query.oai())));
  }

  /** Whether a row of the state is of this question; an old row knows its address alone. */
  static boolean isSame(Source source, ResultSet row) throws SQLException {
    String known = row.getString("asked_for");
    return known == null
        ? source.url().toString().equals(row.getString("source_url"))
        : known.equals(of(source));
  }

  private static String text(@Nullable URI address) {
    return address == null ? "" : address.toString();
  }
}
