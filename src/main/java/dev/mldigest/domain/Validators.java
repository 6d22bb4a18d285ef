package dev.mldigest.domain;

import org.jspecify.annotations.Nullable;

/**
 * HTTP validators of a stored response (RFC 9110 section 8.8), byte for byte as they were received.
 */
public record Validators(@Nullable String entityTag, @Nullable String lastModified) {
  public static final Validators NONE = new Validators(null, null);
}
