package dev.mldigest.model.pace;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.pace.RateLimits.Kind;
import dev.mldigest.model.pace.RateLimits.Limit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When the next call may be sent so that no limit of the account is passed: requests and tokens per
 * minute, stated in the settings or learned from the provider's answers. Safe for use by several
 * threads; time is handed in, so that the same calls at the same times get the same answers.
 */
public final class Pace {
  private final Map<Kind, TokenBucket> buckets = new EnumMap<>(Kind.class);
  private final long start;
  private boolean refunds;
  private long passed;

  public Pace(LanguageModel.Bounds bounds, long now) {
    this.start = now;
    for (Kind kind : Kind.values()) {
      long stated =
          switch (kind) {
            case REQUESTS -> bounds.requestsPerMinute();
            case TOKENS -> bounds.tokensPerMinute();
            case INPUT, OUTPUT -> 0;
          };
      // One request, and by hand a tenth of a minute's tokens: a few calls, until an answer names
      // more.
      double first = kind == Kind.REQUESTS ? 1 : stated / 10.0;
      buckets.put(kind, new TokenBucket(stated, first, now));
    }
  }

  /**
   * @param at the time from which on the call may be sent
   * @param taken of each limit until then, this call included
   */
  public record Pass(long at, Tokens tokens, Map<Kind, Double> taken) {}

  /** What a call may take. */
  public record Tokens(long input, long output) {
    long total() {
      return input + output;
    }
  }

  public synchronized Pass take(Tokens tokens, long now) {
    long at = now;
    Map<Kind, Double> taken = new EnumMap<>(Kind.class);
    for (Map.Entry<Kind, TokenBucket> one : buckets.entrySet()) {
      long free = one.getValue().take(amount(one.getKey(), tokens), now);
      at = free - at > 0 ? free : at;
      taken.put(one.getKey(), one.getValue().taken());
    }
    return new Pass(at, tokens, taken);
  }

  /** The call was let through; {@code real} is how many tokens the provider counted, or null. */
  public synchronized void passed(Pass pass, Map<Kind, Limit> told, @Nullable Long real, long now) {
    passed++;
    boolean first = !bucket(Kind.TOKENS).isLearned();
    told.forEach((kind, limit) -> bucket(kind).told(limit, since(kind, pass), now));
    Limit tokens = told.get(Kind.TOKENS);
    if (first && tokens != null && real != null) {
      refunds = chargesWhatItTook(tokens, real);
    }
    if (refunds && real != null) {
      bucket(Kind.TOKENS).giveBack((double) pass.tokens().total() - real);
    }
    bucket(Kind.REQUESTS).passed();
  }

  /** The provider turned the call away. */
  public synchronized void limited(
      Pass pass, Map<Kind, Limit> told, @Nullable Duration asked, Duration pause, long now) {
    told.forEach((kind, limit) -> bucket(kind).told(limit, since(kind, pass), now));
    bucket(Kind.REQUESTS)
        .limited(asked, pause, (double) passed, now - start, new TokenBucket.Sent(pass.at(), now));
  }

  private double since(Kind kind, Pass pass) {
    return bucket(kind).taken() - pass.taken().getOrDefault(kind, 0.0);
  }

  /** Some count the tokens a call might take, as OpenAI does, others those it took. */
  private static boolean chargesWhatItTook(Limit limit, long real) {
    double charged = limit.perMinute() - limit.left();
    if (limit.reset() != null) {
      charged = Math.min(charged, limit.reset().toNanos() / 60e9 * limit.perMinute());
    }
    // A fifth and 50 for what others of the account take meanwhile; an estimate is several times
    // more.
    return limit.left() >= 0 && charged <= 1.2 * real + 50;
  }

  private TokenBucket bucket(Kind kind) {
    return Objects.requireNonNull(buckets.get(kind));
  }

  private static double amount(Kind kind, Tokens tokens) {
    return switch (kind) {
      case REQUESTS -> 1;
      case TOKENS -> tokens.total();
      case INPUT -> tokens.input();
      case OUTPUT -> tokens.output();
    };
  }
}
