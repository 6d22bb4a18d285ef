package dev.mldigest.domain;

/** A value that must never be printed. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
