package dev.mldigest.store;

import dev.mldigest.domain.provider.LearnedTrait;
import dev.mldigest.domain.provider.LearnedTraits;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Rows;
import dev.mldigest.store.database.StateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What was found out of models' services, in the state file. */
public final class StoredTraits implements LearnedTraits {
  private final Database database;

  StoredTraits(Database database) {
    this.database = database;
  }

  @Override
  public List<LearnedTrait> of(String service, String model, Instant since) {
    return database.transact(session ->
        session
            .query("service-traits")
            .bind("service", service)
            .bind("model", model)
            .bind("since", Rows.text(since))
            .map((row, context) -> trait(row))
            .list());
  }

  /** Of every service and model, in the order of their names. */
  public List<LearnedTrait> all() {
    return database.transact(
        session -> session.query("all-service-traits").map((row, context) -> trait(row)).list());
  }

  /** Where it cannot be kept, it is found out again: no run ends for it. */
  @Override
  public void learn(LearnedTrait trait) {
    try {
      insert(trait);
    } catch (StateException e) {
      // The ledger will meet the same disk, and says so.
    }
  }

  private void insert(LearnedTrait trait) {
    database.transact(session ->
        session
            .update("learn-service-trait")
            .bind("service", trait.service())
            .bind("model", trait.model())
            .bind("trait", trait.trait())
            .bind("value", trait.value())
            .bind("at", Rows.text(trait.at()))
            .execute());
  }

  private static LearnedTrait trait(ResultSet row) throws SQLException {
    return new LearnedTrait(
        Rows.required(row, "service"),
        Rows.required(row, "model"),
        Rows.required(row, "trait"),
        Rows.required(row, "value"),
        Objects.requireNonNull(Rows.instant(Rows.required(row, "at"))));
  }
}
