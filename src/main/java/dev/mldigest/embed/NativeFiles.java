package dev.mldigest.embed;

import dev.mldigest.io.AtomicFile;
import dev.mldigest.io.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The model's two libraries are programs of the operating system's kind, which can only be loaded
 * from a file. Left to themselves they unpack themselves into the temporary folder at each start,
 * where a killed process leaves them, and into the user's home; so both go into a folder of ours.
 */
final class NativeFiles {
  /** A setting of ONNX Runtime's: where its libraries lie. */
  private static final String ONNX = "onnxruntime.native.path";

  /** Where the tokenizer's library unpacks itself. */
  private static final List<String> TOKENIZER = List.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR");

  private NativeFiles() {}

  /** To be called before the model is loaded; settings of others stay. */
  static synchronized void keepIn(Path folder) throws IOException {
    System.setProperty("ai.djl.offline", "true"); // it would look for faster ones in the network
    if (System.getProperty(ONNX) != null) {
      return;
    }
    OwnerOnly.folder(folder);
    TOKENIZER.stream()
        .filter(setting -> System.getProperty(setting) == null)
        .forEach(setting -> System.setProperty(setting, folder.toAbsolutePath().toString()));
    if (unpack(folder)) {
      System.setProperty(ONNX, folder.toAbsolutePath().toString());
    }
  }

  /** False if there are none for this platform. */
  static boolean unpack(Path folder) throws IOException {
    return unpack(folder, "onnxruntime") && unpack(folder, "onnxruntime4j_jni");
  }

  private static boolean unpack(Path folder, String library) throws IOException {
    String name = System.mapLibraryName(library);
    String packedAs = "/ai/onnxruntime/native/" + platform() + "/" + name;
    try (InputStream packed = NativeFiles.class.getResourceAsStream(packedAs)) {
      if (packed == null) {
        return false;
      }
      AtomicFile.ensure(folder.resolve(name), packed.readAllBytes());
      return true;
    }
  }

  /** As ONNX Runtime names it: {@code linux-x64}. */
  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    String machine = System.getProperty("os.arch", "");
    return system + (machine.equals("aarch64") ? "-aarch64" : "-x64");
  }
}
