package dev.mldigest.domain;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of asking a source for news. Every outcome is a value; no fetch throws for what the
 * world does.
 */
public sealed interface FetchOutcome {
  /** Characters of a detail that are kept. */
  int LONGEST_DETAIL = 400;

  /** One or two words for reports, for example {@code fetched} or {@code not modified}. */
  String word();

  /** One sentence for a person; empty where the word says it all. */
  String detail();

  /**
   * A feed was read.
   *
   * @param movedTo target of a chain of permanent redirects, or null
   * @param freshFor how long the server asks to be left alone (max-age, Expires), capped; zero if
   *     it does not say
   * @param covered the time of which nothing is missing, where the source was asked by date; null
   *     for a document that holds what it holds
   */
  record Fetched(
      Feed feed,
      Validators validators,
      String bodyHash,
      @Nullable URI movedTo,
      Duration freshFor,
      @Nullable Window covered)
      implements FetchOutcome {
    public Fetched(
        Feed feed,
        Validators validators,
        String bodyHash,
        @Nullable URI movedTo,
        Duration freshFor) {
      this(feed, validators, bodyHash, movedTo, freshFor, null);
    }

    @Override
    public String word() {
      return (feed.complete() ? PollEnding.FETCHED : PollEnding.PARTIAL).word();
    }

    @Override
    public String detail() {
      return feed.warnings().isEmpty() ? "" : feed.warnings().getFirst();
    }
  }

  /**
   * 304, or the same bytes as last time.
   *
   * @param movedTo target of a chain of permanent redirects, or null
   */
  record NotModified(Validators validators, Duration freshFor, @Nullable URI movedTo)
      implements FetchOutcome {
    public NotModified(Validators validators, Duration freshFor) {
      this(validators, freshFor, null);
    }

    @Override
    public String word() {
      return PollEnding.NOT_MODIFIED.word();
    }

    @Override
    public String detail() {
      return "";
    }
  }

  /** 429, or 503 with Retry-After, that outlasted the run. */
  record RateLimited(Duration retryAfter, String detail) implements FetchOutcome {
    public RateLimited {
      detail = printable(detail);
    }

    @Override
    public String word() {
      return PollEnding.RATE_LIMITED.word();
    }
  }

  /** 410: the source is never asked again. */
  record Gone(String detail) implements FetchOutcome {
    public Gone {
      detail = printable(detail);
    }

    @Override
    public String word() {
      return PollEnding.GONE.word();
    }
  }

  /**
   * We would not: a private address, a forbidden scheme, robots.txt, a document with entity
   * declarations.
   */
  record Refused(Refusal why, String detail) implements FetchOutcome {
    public Refused {
      detail = printable(detail);
    }

    @Override
    public String word() {
      return PollEnding.REFUSED.word();
    }
  }

  /**
   * It could not be had.
   *
   * @param status the server's where {@code why} is {@link FetchFailure#HTTP}, else 0
   */
  record Failed(FetchFailure why, int status, String detail) implements FetchOutcome {
    public Failed {
      detail = printable(detail);
    }

    public Failed(FetchFailure why, String detail) {
      this(why, 0, detail);
    }

    /** A server's answer with a status that says no more than itself. */
    public static Failed http(int status, String detail) {
      return new Failed(FetchFailure.HTTP, status, detail);
    }

    /** What went wrong, one to three words: {@code timeout}, {@code http 500}, … */
    @Override
    public String word() {
      return why == FetchFailure.HTTP ? why.word() + " " + status : why.word();
    }

    /** True where no whole answer came in time, which may be our own doing. */
    public boolean isTimeout() {
      return why == FetchFailure.TIMEOUT;
    }

    /** True where no server was heard, as when the network on our side is down. */
    public boolean isConnection() {
      return why.isUnheard();
    }
  }

  /** What servers and parsers say may hold anything: one line for logs and terminals, cut short. */
  private static String printable(String detail) {
    StringBuilder line = new StringBuilder();
    detail
        .codePoints()
        .limit(LONGEST_DETAIL)
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
