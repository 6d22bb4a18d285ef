package dev.mldigest.store.database;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The named statements within one transaction, bound to what most of them are about. */
public record Session(Handle handle, SqlStatements statements) {

  public Query query(String name) {
    return handle.createQuery(statements.get(name));
  }

  public Query query(String name, Week week) {
    return query(name).bind("week", week.toString());
  }

  public Query query(String name, Window window) {
    return query(name).bind("from", Rows.text(window.from())).bind("to", Rows.text(window.to()));
  }

  public Update update(String name) {
    return handle.createUpdate(statements.get(name));
  }

  public PreparedBatch batch(String name) {
    return handle.prepareBatch(statements.get(name));
  }

  public Update update(String name, Week week) {
    return update(name).bind("week", week.toString());
  }
}
