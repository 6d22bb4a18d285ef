package dev.mldigest.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a week's ledger, as {@code digest inspect week} prints it. */
public record LedgerRow(
    String sourceId,
    @Nullable String guid,
    @Nullable String link,
    @Nullable String canonical,
    String title,
    @Nullable Instant published,
    String entryId,
    @Nullable String storyId,
    Reason reason,
    String detail,
    int words,
    @Nullable String text,
    @Nullable Summary summary) {}
