package dev.mldigest.store;

import dev.mldigest.domain.HostPauses;
import dev.mldigest.store.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Pauses of hosts that outlive the process; each is committed before the call returns. */
final class StoredPauses implements HostPauses {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Database database;

  StoredPauses(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Instant> until(String host) {
    return database
        .transact(
            session -> session.query("host-pause").bind("host", host).mapTo(String.class).findOne())
        .map(Instant::parse);
  }

  /**
   * To the millisecond above: three seconds must not become two by rounding. All instants are
   * written equally long, so that they sort as text.
   */
  @Override
  public void keepOff(String host, Instant until) {
    Instant above = until.plus(Duration.ofNanos(999_999));
    database.transact(session ->
        session
            .update("save-host-pause")
            .bind("host", host)
            .bind("until", MILLIS.format(above))
            .bind("believed", MILLIS.format(HostPauses.believed(above)))
            .execute());
  }
}
