package dev.mldigest.store.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SqlStatementsTest {
  private static final Pattern DERIVED = Pattern.compile("(?i)from \\(select [^()]*\\)(.{0,12})");

  @Test
  void a_subquery_that_is_read_from_has_a_name_as_the_standard_demands() throws IOException {
    try (InputStream in = SqlStatements.class.getResourceAsStream("/sql/statements.sql")) {
      Matcher derived =
          DERIVED.matcher(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
      assertThat(derived.find()).isTrue();
      do {
        assertThat(derived.group(1)).startsWith(" as ");
      } while (derived.find());
    }
  }
}
