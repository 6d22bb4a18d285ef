package dev.mldigest.embed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeds in this process, by a model that is loaded for the first text. Where it cannot be, there
 * are no embeddings, and the log says why once. Names no class of the model's libraries itself:
 * they may be left out.
 */
public final class InProcess implements Embeddings, AutoCloseable {
  /** Of the numbers; to be changed with the model. */
  public static final String MODEL = "all-MiniLM-L6-v2, 8 bit";

  private static final Logger LOG = LoggerFactory.getLogger(InProcess.class);

  /** Behind the letters of Latin, also those of other languages than English. */
  private static final char FIRST_OTHER = '\u0250';

  private static final Embedding UNKNOWN = Embedding.of(new float[MiniLm.SIZE]);

  private final Path folder;
  private @Nullable MiniLm model;
  private boolean failed;

  /**
   * @param folder for the model's libraries, 32 MB
   */
  public InProcess(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Embedding> of(List<String> texts) {
    MiniLm loaded = texts.isEmpty() ? null : model();
    return loaded == null
        ? List.of()
        : texts.parallelStream().map(text -> isReadable(text) ? loaded.of(text) : UNKNOWN).toList();
  }

  /** The model learned English: of other scripts it knows single letters, which mean nothing. */
  private static boolean isReadable(String text) {
    int letters = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      latin += Character.isLetter(c) && c < FIRST_OTHER ? 1 : 0;
    }
    return 2 * latin >= letters;
  }

  private synchronized @Nullable MiniLm model() {
    if (model == null && !failed) {
      try {
        NativeFiles.keepIn(folder);
        model = MiniLm.load();
      } catch (IOException | LinkageError | RuntimeException e) {
        failed = true; // left out, no such platform, a full disk
        LOG.warn(
            "The model that tells what texts mean cannot be used ({}): likeness goes by words.",
            e.getMessage());
      }
    }
    return model;
  }

  @Override
  public synchronized void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }
}
