package dev.mldigest.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts that ship within the program: word lists, templates, statements, weights. */
public final class Resource {
  private Resource() {}

  /**
   * The whole of a resource, which is UTF-8.
   *
   * @param path from the root, as {@code /select/field.txt}
   * @throws IllegalStateException if there is none: the program was built without it
   */
  public static String text(String path) {
    try (InputStream in = Resource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The program is incomplete: " + path + " is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The program's " + path + " cannot be read.", e);
    }
  }
}
