package dev.mldigest.domain;

import org.jspecify.annotations.Nullable;

/** A media file attached to an entry; {@code length} in bytes, null where the feed does not say. */
public record Enclosure(String url, @Nullable String type, @Nullable Long length) {}
