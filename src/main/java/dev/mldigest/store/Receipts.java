package dev.mldigest.store;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Rows;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What is known of drafts in newsletter services. */
public final class Receipts {
  private final Database database;

  Receipts(Database database) {
    this.database = database;
  }

  /**
   * Those of a week, oldest first.
   *
   * @param target its name in feeds.yaml
   */
  public List<Receipt> of(String target, Week week) {
    return database.transact(session ->
        session
            .query("receipts", week)
            .bind("target", target)
            .map(ConstructorMapper.of(Receipt.class))
            .list());
  }

  /** Those of all targets that a service knows by that identifier, newest first. */
  public List<Receipt> withId(String id) {
    return database.transact(session ->
        session
            .query("receipts-by-id")
            .bind("id", id)
            .map(ConstructorMapper.of(Receipt.class))
            .list());
  }

  /** Keeps it in the place of the one of the same target, week and hash. */
  public void keep(Receipt receipt) {
    database.transact(session ->
        session
            .update("keep-receipt", receipt.week())
            .bind("target", receipt.target())
            .bind("hash", receipt.hash())
            .bind("step", receipt.step().name())
            .bind("id", receipt.id())
            .bind("updated", receipt.updated())
            .bind("fingerprint", receipt.fingerprint())
            .bind("at", Rows.text(receipt.at()))
            .execute());
  }
}
