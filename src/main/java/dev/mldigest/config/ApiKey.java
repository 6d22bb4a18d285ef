package dev.mldigest.config;

import dev.mldigest.config.yaml.FileExcerpt;
import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.PublishTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the key that feeds.yaml refers to, in the environment or in a file. Never shows it. */
final class ApiKey {
  /** A key has some hundred bytes: a larger file is another one, named by mistake. */
  private static final int MOST_BYTES = 16_384;

  private final Map<String, String> environment;
  private final Path folder;

  /**
   * @param folder where relative file names start: the folder of feeds.yaml
   */
  ApiKey(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /** True, and a mistake, where the key itself stands in the file. */
  boolean isLiteral(YamlMap map) {
    String written = map.raw("api-key");
    if (written == null || written.isEmpty()) {
      return false;
    }
    map.wrong(
        "api-key",
        "must not hold the key itself: put it in the environment and write"
            + " { env: NAME_OF_THE_VARIABLE }");
    return true;
  }

  /**
   * The key that somebody may have put there by now, and where it is looked for. That it is not
   * there is no mistake.
   */
  PublishTarget.Key wherever(YamlMap reference) {
    if (resolve(reference, false) != null || reference.has("env") == reference.has("file")) {
      return PublishTarget.Key.NONE;
    }
    String variable = Objects.requireNonNullElse(reference.raw("env"), "");
    String file = Objects.requireNonNullElse(reference.raw("file"), "");
    return variable.isEmpty()
        ? new PublishTarget.Key("the file " + FileExcerpt.of(file), inFile(file))
        : new PublishTarget.Key("the environment variable " + variable, inEnvironment(variable));
  }

  private @Nullable Secret inEnvironment(String variable) {
    return clean(environment.getOrDefault(variable, ""), sentence -> {});
  }

  private @Nullable Secret inFile(String file) {
    try (InputStream in = Files.newInputStream(folder.resolve(file))) {
      return clean(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8), sentence -> {});
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  /** The key, or null; that it cannot be found is a mistake only where it is {@code needed}. */
  @Nullable Secret resolve(YamlMap reference, boolean needed) {
    if (reference.has("env") == reference.has("file")) {
      reference.wrong("api-key", "must be { env: NAME } or { file: PATH }");
      return null;
    }
    ValueForm<String> name =
        ValueForm.ofText(
            "must be the name of an environment variable",
            value ->
                value.matches("[A-Za-z_][A-Za-z0-9_]{0,99}")
                    ? ValueForm.good(value)
                    : ValueForm.bad("must be the name of an environment variable"));
    String variable = reference.find("env", name).orElse("");
    String file = reference.find("file", ValueForm.text(1000)).orElse("");
    if (!needed || (variable.isEmpty() && file.isEmpty())) {
      return null;
    }
    return variable.isEmpty() ? fromFile(reference, file) : fromVariable(reference, variable);
  }

  private @Nullable Secret fromVariable(YamlMap reference, String variable) {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      reference.wrong("env", "names the environment variable " + variable + ", which is not set");
      return null;
    }
    return clean(value, sentence -> reference.wrong("env", sentence));
  }

  private @Nullable Secret fromFile(YamlMap reference, String file) {
    try (InputStream in = Files.newInputStream(folder.resolve(file))) {
      String value = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return clean(value, sentence -> reference.wrong("file", sentence));
    } catch (IOException | InvalidPathException e) {
      reference.wrong("file", "names the file " + FileExcerpt.of(file) + ", which cannot be read");
      return null;
    }
  }

  /** A key travels in a request header: printable ASCII in one line. */
  @Nullable Secret clean(String value, Consumer<String> mistake) {
    String key = value.strip();
    if (!key.matches("[!-~]+")) {
      mistake.accept(
          key.isEmpty()
              ? "leads to an empty key"
              : "leads to a key with characters no key can have: spaces, line breaks, letters"
                  + " beyond ASCII");
      return null;
    }
    return new Secret(key);
  }
}
