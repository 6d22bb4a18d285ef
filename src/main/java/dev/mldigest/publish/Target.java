package dev.mldigest.publish;

/**
 * A place an approved issue goes to. Publishing the same content again changes nothing. A
 * newsletter service is no target of its own: it is a {@code service.DraftService} below {@code
 * service.DraftTarget}, which holds what is the same for all of them.
 */
public interface Target {
  /**
   * @param receipts what is known of earlier drafts in this target
   */
  PublishOutcome publish(Draft draft, Receipts receipts);

  /** Exactly what {@link #publish} would send, without a secret; asks for nothing. */
  String request(Draft draft);
}
