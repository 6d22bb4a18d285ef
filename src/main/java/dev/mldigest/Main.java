package dev.mldigest;

import dev.mldigest.cli.Digest;

/** Entry point of the {@code digest} command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Digest.process(args));
  }
}
