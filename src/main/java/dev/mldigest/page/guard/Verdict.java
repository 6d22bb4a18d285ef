package dev.mldigest.page.guard;

/** What the guard says of a request. */
public sealed interface Verdict {
  /**
   * It is the editor's.
   *
   * @param session of the browser
   */
  record Admitted(Session session) implements Verdict {}

  /** It brings the one-time key, which is good. The key is used up. */
  record Entered(Session session) implements Verdict {}

  /**
   * It is answered with that and nothing else.
   *
   * @param status of HTTP
   * @param reason one sentence
   */
  record Refused(int status, String reason) implements Verdict {}
}
