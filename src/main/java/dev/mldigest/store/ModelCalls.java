package dev.mldigest.store;

import dev.mldigest.domain.ModelCall;
import dev.mldigest.domain.ModelUse;
import dev.mldigest.domain.ReplyLedger;
import dev.mldigest.domain.StoredReply;
import java.util.Optional;

/** The reply ledger in the state file: each attempt is its own commit. */
public final class ModelCalls implements ReplyLedger {
  private final Database database;

  ModelCalls(Database database) {
    this.database = database;
  }

  @Override
  public Optional<StoredReply> find(String key) {
    return database.transact(session ->
        session
            .query("find-reply")
            .bind("key", key)
            .map((row, context) ->
                new StoredReply(
                    Rows.required(row, "reply"),
                    row.getLong("input_tokens"),
                    row.getLong("output_tokens")))
            .findFirst());
  }

  @Override
  public Optional<String> settled(String key) {
    return database.transact(
        session -> session.query("settled").bind("key", key).mapTo(String.class).findFirst());
  }

  @Override
  public void append(ModelCall call) {
    database.transact(session ->
        session
            .update("append-call")
            .bind("key", call.key())
            .bind("at", Rows.text(call.at()))
            .bind("task", call.task())
            .bind("item", call.itemId())
            .bind("model", call.model())
            .bind("outcome", call.outcome())
            .bind("status", call.status())
            .bind("inputTokens", call.inputTokens())
            .bind("outputTokens", call.outputTokens())
            .bind("millis", call.millis())
            .bind("reply", call.text())
            .execute());
  }

  /** The number of the latest attempt, 0 if there is none. */
  public long last() {
    return database.transact(session -> session.query("last-call").mapTo(Long.class).one());
  }

  /** What the attempts after that number add up to. */
  public ModelUse since(long number) {
    return database.transact(session ->
        session
            .query("calls-since")
            .bind("number", number)
            .map((row, context) ->
                new ModelUse(
                    row.getInt("attempts"),
                    row.getInt("answered"),
                    row.getLong("input_tokens"),
                    row.getLong("output_tokens")))
            .one());
  }
}
