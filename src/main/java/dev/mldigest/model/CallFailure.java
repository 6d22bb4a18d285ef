package dev.mldigest.model;

/** No response came; thrown through LangChain4j and caught by {@link ProviderCall} alone. */
final class CallFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  enum Kind {
    DEADLINE,
    CONNECTION,
    INTERRUPTED
  }

  private final Kind kind;

  CallFailure(Kind kind, Throwable cause) {
    super(kind.name(), cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
