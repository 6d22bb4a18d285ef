package dev.mldigest.pipeline.harvest;

import dev.mldigest.web.Redaction;
import java.io.Serial;

/**
 * A defect of this program as it may be logged: what was thrown and where, without the secrets that
 * addresses in its message may hold. Its causes are left out, since they would tell them again.
 */
final class Defect extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private Defect(Throwable thrown) {
    super(Redaction.in(thrown.toString()), null, false, true);
    setStackTrace(thrown.getStackTrace());
  }

  static Defect of(Throwable thrown) {
    return new Defect(thrown);
  }
}
