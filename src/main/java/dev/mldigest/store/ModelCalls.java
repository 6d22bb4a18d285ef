package dev.mldigest.store;

import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.domain.spending.ModelCosts;
import dev.mldigest.domain.spending.ModelSpending;
import dev.mldigest.domain.spending.ModelUse;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.domain.spending.StoredReply;
import dev.mldigest.io.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The reply ledger in the state file: each attempt is its own commit. */
public final class ModelCalls implements ReplyLedger {
  private static final RowMapper<ModelUse> USE = ConstructorMapper.of(ModelUse.class);

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
            .map((row, context) -> Optional.ofNullable(whole(row)))
            .findFirst()
            .flatMap(reply -> reply));
  }

  /** SQLite does not see a bit that flips inside a text; answers from before hashes are trusted. */
  private static @Nullable StoredReply whole(ResultSet row) throws SQLException {
    String text = Rows.required(row, "reply");
    String hash = row.getString("reply_hash");
    return hash == null || hash.equals(Sha256.of(text))
        ? new StoredReply(
            text, row.getLong("input_tokens"), row.getLong("output_tokens"), micros(row))
        : null;
  }

  @Override
  public Optional<String> settled(String key) {
    return database.transact(
        session -> session.query("settled").bind("key", key).mapTo(String.class).findFirst());
  }

  @Override
  public ModelSpending spent(String week) {
    return database.transact(session ->
        session
            .query("spent")
            .bind("week", week)
            .map(ConstructorMapper.of(ModelSpending.class))
            .one());
  }

  @Override
  public Optional<String> append(ModelCall call) {
    try {
      insert(call);
      return Optional.empty();
    } catch (StateException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void insert(ModelCall call) {
    ModelCall.Asked asked = call.asked();
    ModelCall.Came came = call.came();
    ModelCall.Bill bill = call.bill();
    String text = came.text();
    ModelCall.Cost cost = bill.cost();
    database.transact(session ->
        session
            .update("append-call")
            .bind("key", asked.key())
            .bind("at", Rows.text(call.at()))
            .bind("task", asked.task())
            .bind("item", asked.itemId())
            .bind("model", asked.model())
            .bind("outcome", came.outcome())
            .bind("status", came.status())
            .bind("inputTokens", bill.inputTokens())
            .bind("outputTokens", bill.outputTokens())
            .bind("millis", came.millis())
            .bind("reply", text)
            .bind("replyHash", text == null ? null : Sha256.of(text))
            .bind("week", asked.week())
            .bind("estimated", bill.estimated() ? 1 : 0)
            .bind("cost", cost == null ? null : cost.micros())
            .bind("currency", cost == null ? null : cost.currency())
            .bind("priced", cost == null ? null : cost.asOf())
            .execute());
  }

  @Override
  public void reused(String key, String week, Instant at) {
    database.transact(session ->
        session
            .update("reuse-reply")
            .bind("key", key)
            .bind("week", week)
            .bind("at", Rows.text(at))
            .execute());
  }

  /** The number of the latest attempt, 0 if there is none. */
  public long last() {
    return database.transact(session -> session.query("last-call").mapTo(Long.class).one());
  }

  /** What the attempts after that number add up to. */
  public ModelUse since(long number) {
    return database.transact(
        session -> session.query("calls-since").bind("number", number).map(USE).one());
  }

  /** By week, task and model, in that order. */
  public List<ModelCosts> costs() {
    return database.transact(session ->
        session
            .query("costs")
            .map((row, context) ->
                new ModelCosts(
                    Rows.required(row, "week"),
                    Rows.required(row, "task"),
                    Rows.required(row, "model"),
                    row.getInt("questions"),
                    USE.map(row, context),
                    row.getInt("reused"),
                    row.getLong("saved_tokens"),
                    row.getLong("saved_cost")))
            .list());
  }

  private static @Nullable Long micros(ResultSet row) throws SQLException {
    long micros = row.getLong("cost");
    return row.wasNull() ? null : micros;
  }
}
