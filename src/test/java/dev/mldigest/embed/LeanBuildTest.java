package dev.mldigest.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as 'mvn -Plean' packs it, without the libraries of the model. */
class LeanBuildTest {
  private static final Pattern LEFT_OUT = Pattern.compile("<left\\.out>([^<]+)</left\\.out>");

  @Test
  void without_the_models_libraries_there_are_no_embeddings_and_no_fault(@TempDir Path folder)
      throws Exception {
    List<String> leftOut = leftOut();
    List<URL> lean = new ArrayList<>();
    int packed = 0;
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String artifact = Path.of(part).getFileName().toString().replaceFirst("-\\d.*$", "");
      if (leftOut.contains(artifact)) {
        packed++;
      } else {
        lean.add(Path.of(part).toUri().toURL());
      }
    }
    assertThat(packed).as("libraries of the model").isEqualTo(leftOut.size());
    try (URLClassLoader loader =
        new URLClassLoader(lean.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> inProcess = loader.loadClass(InProcess.class.getName());
      Object embeddings = inProcess.getConstructor(Path.class).newInstance(folder);
      Object none = inProcess.getMethod("of", List.class).invoke(embeddings, List.of("A text."));
      assertThat((List<?>) none).isEmpty();
      inProcess.getMethod("close").invoke(embeddings);
    }
  }

  /** The artifacts of the profile: those with a value. */
  private static List<String> leftOut() throws Exception {
    Matcher found = LEFT_OUT.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(found.find()).isTrue();
    return List.of(found.group(1).split(","));
  }
}
