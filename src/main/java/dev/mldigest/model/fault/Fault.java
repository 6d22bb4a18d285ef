package dev.mldigest.model.fault;

/** What is wrong, as far as it matters to who asked. */
public enum Fault {
  /** The account has no money left. */
  NO_CREDIT,
  /** What the account may use of this model for a day or longer is used up. */
  QUOTA,
  /** The key, or whoever owns it, may not ask. */
  NO_ACCESS,
  /** The service has no model, or no deployment, of that name. */
  NO_MODEL,
  /** What answers there is not the service's API. */
  WRONG_ADDRESS,
  /** A filter declined this one text. */
  FLAGGED,
  /** The request is longer than the model reads. */
  TOO_LONG,
  /** The provider threw away what the model had written, because it was not what was asked for. */
  GARBLED,
  /** Overloaded, starting, loading the model: it passes. */
  BUSY,
  /** Faster than the account may. */
  RATE_LIMITED,
  /** The server failed, and says no more. */
  BROKEN,
  /** Something in the request is not to its taste. */
  REJECTED
}
