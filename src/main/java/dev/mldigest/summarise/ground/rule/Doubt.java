package dev.mldigest.summarise.ground.rule;

import java.util.List;

/**
 * What a rule has against an assertion.
 *
 * @param kind as findings name it
 * @param detail one sentence that names the word at fault
 */
public record Doubt(String kind, String detail) {
  public static final List<Doubt> NONE = List.of();

  public static List<Doubt> of(String kind, String detail) {
    return List.of(new Doubt(kind, detail));
  }
}
