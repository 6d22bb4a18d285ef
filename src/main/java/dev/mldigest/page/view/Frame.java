package dev.mldigest.page.view;

/**
 * What every page of a session shares.
 *
 * @param week for example 2026-W47
 * @param token that every write must carry
 * @param nonce of this answer, which style and script carry; may be empty in fragments
 */
public record Frame(String week, String token, String nonce) {
  public String style() {
    return Assets.address("page.css");
  }

  public String script() {
    return Assets.address("page.js");
  }
}
