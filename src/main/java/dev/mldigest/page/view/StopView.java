package dev.mldigest.page.view;

/**
 * A page that says why there is no other.
 *
 * @param advice what to do now
 */
public record StopView(String nonce, String title, String sentence, String advice) {
  public String style() {
    return Assets.address("page.css");
  }
}
