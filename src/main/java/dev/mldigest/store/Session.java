package dev.mldigest.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The named statements within one transaction. */
record Session(Handle handle, SqlStatements statements) {

  Query query(String name) {
    return handle.createQuery(statements.get(name));
  }

  Update update(String name) {
    return handle.createUpdate(statements.get(name));
  }
}
