package dev.mldigest.cli.inspect;

import dev.mldigest.domain.settings.Settings;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.embed.InProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What texts mean as a run would have it, without a state: nothing of it is left behind. */
final class Embedded implements AutoCloseable {
  private final @Nullable Path folder;
  private final @Nullable InProcess model;

  private Embedded(@Nullable Path folder, @Nullable InProcess model) {
    this.folder = folder;
    this.model = model;
  }

  static Embedded of(Settings.Audience audience) {
    try {
      return switch (audience.likeness()) {
        case WORDS -> new Embedded(null, null);
        case MEANING -> {
          Path folder = Files.createTempDirectory("digest-embeddings");
          yield new Embedded(folder, new InProcess(folder));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Embeddings embeddings() {
    return model == null ? Embeddings.NONE : model;
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
