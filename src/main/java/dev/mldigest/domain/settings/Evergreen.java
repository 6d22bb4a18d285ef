package dev.mldigest.domain.settings;

/**
 * What an issue may take from the runners-up of earlier ones.
 *
 * @param most items
 * @param weeks how many weeks back their issue may lie
 */
public record Evergreen(int most, int weeks) {
  public static final Evergreen OFF = new Evergreen(0, 52);
}
