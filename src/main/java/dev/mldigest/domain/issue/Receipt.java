package dev.mldigest.domain.issue;

import dev.mldigest.domain.Week;
import java.time.Instant;

/**
 * What is known of one draft that was made, or was about to be made, of an issue in a service.
 * Written before and after every step, so that whatever was cut off is found and ended.
 *
 * @param target its name in feeds.yaml
 * @param hash of what was sent
 * @param id the service's; empty while none is known
 * @param updated when the service says it was last changed, in the service's own form; may be empty
 * @param fingerprint hash of what was read back; empty while nothing was
 * @param at of this step
 */
public record Receipt(
    String target,
    Week week,
    String hash,
    Step step,
    String id,
    String updated,
    String fingerprint,
    Instant at) {
  /** How far it went. */
  public enum Step {
    /** A draft was asked for; whether the service took it is not known. */
    ASKED,
    /** The service took it; whether it is a draft and holds what was sent was not looked at. */
    MADE,
    /** It was read back: a draft, with what the fingerprint is of. */
    READ
  }

  public Receipt after(Step done, String atService, String changed, String print, Instant now) {
    return new Receipt(target, week, hash, done, atService, changed, print, now);
  }
}
