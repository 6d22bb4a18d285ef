package dev.mldigest.fetch.document;

import java.io.Serial;

/** A document is out of all proportion; the message continues a sentence. */
public final class OutOfBounds extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  OutOfBounds(String message) {
    super(message, null, false, false);
  }
}
