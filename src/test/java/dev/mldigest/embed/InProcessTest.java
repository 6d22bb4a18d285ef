package dev.mldigest.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessTest {
  private static final List<String> TEXTS =
      List.of(
          "A cache of keys and values halves the latency of long prompts",
          "Serving long contexts twice as fast by keeping attention states",
          "The county fair opens on Saturday with pony rides");

  @Test
  void what_means_the_same_is_nearer_than_what_does_not(@TempDir Path folder) {
    try (InProcess model = new InProcess(folder)) {
      List<Embedding> found = model.of(TEXTS);
      assertThat(found.get(0).cosine(found.get(1)))
          .isGreaterThan(found.get(0).cosine(found.get(2)) + 0.2);
    }
  }

  @Test
  void a_text_has_one_embedding_whatever_stands_beside_it(@TempDir Path folder) {
    try (InProcess model = new InProcess(folder)) {
      List<Embedding> together = model.of(TEXTS);
      List<byte[]> alone = new ArrayList<>();
      TEXTS.forEach(text -> alone.add(model.of(List.of(text)).getFirst().bytes()));
      assertThat(together.stream().map(Embedding::bytes)).containsExactlyElementsOf(alone);
    }
  }

  @Test
  void steps_keep_the_direction() {
    Embedding one = Embedding.of(new float[] {0.9f, -0.1f, 0.02f});
    Embedding other = Embedding.of(new float[] {0.1f, 0.9f, 0.02f});
    assertThat(one.cosine(Embedding.stored(one.bytes()))).isEqualTo(1, within(1e-9));
    assertThat(one.cosine(other)).isEqualTo(0.0004 / 0.82, within(0.01));
    assertThat(one.cosine(Embedding.of(new float[] {0, 0, 0}))).isZero();
  }

  @Test
  void the_libraries_are_unpacked_once_and_mended_where_they_were_changed(@TempDir Path folder)
      throws Exception {
    assertThat(NativeFiles.unpack(folder)).isTrue();
    Path library = folder.resolve(System.mapLibraryName("onnxruntime4j_jni"));
    byte[] packed = Files.readAllBytes(library);
    Object first = Files.getLastModifiedTime(library);
    assertThat(NativeFiles.unpack(folder)).isTrue();
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(first);
    Files.writeString(library, "somebody else's");
    assertThat(NativeFiles.unpack(folder)).isTrue();
    assertThat(Files.readAllBytes(library)).isEqualTo(packed);
  }

  @Test
  void of_a_script_that_the_model_never_learned_nothing_is_known(@TempDir Path folder) {
    try (InProcess model = new InProcess(folder)) {
      List<Embedding> found = model.of(List.of("团队发布大型语言模型 GPT", "GPT 模型", "Models"));
      assertThat(found.stream().map(Embedding::hasDirection)).containsExactly(false, true, true);
    }
  }
}
