package dev.mldigest.page.view;

/**
 * What every page of a session shares.
 *
 * @param place where everything of the session is served: the beginning of every path
 * @param week for example 2026-W47
 * @param token that every write must carry
 * @param nonce of this answer, which style and script carry; may be empty in fragments
 */
public record Frame(String place, String week, String token, String nonce) {
  /** The address of the week's page, which those of all that belongs to it begin with. */
  public String base() {
    return place + "/week/" + week;
  }

  public String style() {
    return place + Assets.address("page.css");
  }

  public String script() {
    return place + Assets.address("page.js");
  }
}
