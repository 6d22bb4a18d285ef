package dev.mldigest.domain;

/** An answer that was paid for, with the tokens it took. */
public record StoredReply(String text, long inputTokens, long outputTokens) {}
