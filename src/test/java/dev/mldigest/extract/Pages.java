package dev.mldigest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pages written for these tests. */
public final class Pages {
  public static final String URL = "https://news.example.org/science/tables";

  private Pages() {}

  public static byte[] bytes(String name) {
    try (InputStream in = Pages.class.getResourceAsStream("/pages/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  public static Reading read(String name) {
    return read(name, null);
  }

  static Reading read(String name, @Nullable String selector) {
    return new Extractor().read(bytes(name), "text/html", URL, selector);
  }

  public static Reading readHtml(String html) {
    return new Extractor()
        .read(html.getBytes(java.nio.charset.StandardCharsets.UTF_8), null, URL, null);
  }
}
