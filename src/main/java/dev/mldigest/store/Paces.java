package dev.mldigest.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mldigest.domain.FeedPace;
import dev.mldigest.store.database.Json;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a feed asks of its readers, as JSON in a column. */
final class Paces {
  private static final TypeReference<Row> ROW = new TypeReference<>() {};

  private Paces() {}

  record Row(long every, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {}

  static String write(FeedPace pace) {
    return pace.equals(FeedPace.UNSAID)
        ? "{}"
        : Json.write(new Row(pace.every().toSeconds(), pace.skipHours(), pace.skipDays()));
  }

  static FeedPace read(@Nullable String json) {
    if (json == null || json.equals("{}")) {
      return FeedPace.UNSAID;
    }
    Row row = Json.read(json, ROW);
    return new FeedPace(Duration.ofSeconds(row.every()), row.skipHours(), row.skipDays());
  }
}
