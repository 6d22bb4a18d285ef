package dev.mldigest.store;

import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.domain.spending.ModelCosts;
import dev.mldigest.domain.spending.ModelFault;
import dev.mldigest.domain.spending.ModelSpending;
import dev.mldigest.domain.spending.ModelUse;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.domain.spending.StoredReply;
import dev.mldigest.io.Sha256;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Rows;
import dev.mldigest.store.database.StateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The reply ledger in the state file: each attempt is a commit before it is sent, and one after.
 */
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
  public ModelSpending spent(String week) {
    return database.transact(session ->
        session
            .query("spent")
            .bind("week", week)
            .map(ConstructorMapper.of(ModelSpending.class))
            .one());
  }

  @Override
  public Begun begin(ModelCall call) {
    try {
      return new Begun.Kept(
          database.transact(session -> {
            ModelCall.Asked asked = call.asked();
            came(session.update("begin-call"), call)
                .bind("key", asked.key())
                .bind("at", Rows.text(call.at()))
                .bind("task", asked.task())
                .bind("item", asked.itemId())
                .bind("model", asked.model())
                .bind("week", asked.week())
                .execute();
            return session.query("last-call").mapTo(Long.class).one();
          }));
    } catch (StateException e) {
      return new Begun.Lost(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<String> finish(long number, ModelCall call) {
    try {
      database.transact(
          session -> came(session.update("finish-call"), call).bind("number", number).execute());
      return Optional.empty();
    } catch (StateException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Update came(Update update, ModelCall call) {
    ModelCall.Came came = call.came();
    ModelCall.Bill bill = call.bill();
    String text = came.text();
    ModelCall.Cost cost = bill.cost();
    return update
        .bind("outcome", came.outcome())
        .bind("status", came.status())
        .bind("inputTokens", bill.inputTokens())
        .bind("outputTokens", bill.outputTokens())
        .bind("millis", came.millis())
        .bind("reply", text)
        .bind("replyHash", text == null ? null : Sha256.of(text))
        .bind("estimated", bill.estimated() ? 1 : 0)
        .bind("cost", cost == null ? null : cost.micros())
        .bind("currency", cost == null ? null : cost.currency())
        .bind("priced", cost == null ? null : cost.asOf())
        .bind("detail", came.detail().isEmpty() ? null : came.detail())
        .bind("remark", came.remark().isEmpty() ? null : came.remark());
  }

  @Override
  public void used(String key, boolean used) {
    database.transact(session ->
        session.update("use-reply").bind("key", key).bind("unused", used ? 0 : 1).execute());
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

  /** What is to be said of the calls after that number: of the first, as the others are alike. */
  public List<String> remarksSince(long number) {
    return database.transact(session ->
        session.query("remarks-since").bind("number", number).mapTo(String.class).list());
  }

  /** What went wrong, by week, task and model, in that order; the most frequent first. */
  public List<ModelFault> faults() {
    return database.transact(session ->
        session.query("model-faults").map(ConstructorMapper.of(ModelFault.class)).list());
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
