package dev.mldigest.store;

import dev.mldigest.domain.LinkCheck;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of the links of issues. */
public final class LinkChecks {
  /** Two months: the issue is long out then. */
  private static final Duration KEPT = Duration.ofDays(60);

  private final Database database;

  LinkChecks(Database database) {
    this.database = database;
  }

  /**
   * What was found of an address last: by a check, or by reading its page, whichever is newer.
   *
   * @param page the key that its page is stored by
   */
  public Optional<LinkCheck> find(String address, String page) {
    return database.transact(session ->
        session
            .query("link-check")
            .bind("address", address)
            .bind("page", page)
            .map((row, context) ->
                new LinkCheck(
                    address,
                    Instant.parse(Rows.required(row, "at")),
                    LinkCheck.Ending.of(Rows.required(row, "ending")),
                    Rows.required(row, "landed"),
                    Rows.required(row, "sentence")))
            .findFirst());
  }

  /** Where links led to that led elsewhere: the link by where it landed. */
  public Map<String, String> landings() {
    return database.transact(session ->
        session
            .query("landings")
            .map((row, context) ->
                Map.entry(Rows.required(row, "landed"), Rows.required(row, "address")))
            .list()
            .stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one)));
  }

  public void save(LinkCheck check) {
    database.transact(session -> {
      session
          .update("sweep-link-checks")
          .bind("before", Rows.text(check.at().minus(KEPT)))
          .execute();
      return session
          .update("save-link-check")
          .bind("address", check.address())
          .bind("at", Rows.text(check.at()))
          .bind("ending", check.ending().word())
          .bind("landed", check.landed())
          .bind("sentence", check.sentence())
          .execute();
    });
  }
}
