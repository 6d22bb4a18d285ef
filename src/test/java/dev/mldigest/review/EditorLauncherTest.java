package dev.mldigest.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.review.EditorLauncher.Closed;
import dev.mldigest.review.EditorLauncher.NotEdited;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorLauncherTest {
  @TempDir Path folder;

  @Test
  void the_command_is_split_into_words_as_a_shell_would() {
    assertThat(EditorLauncher.words("code --wait")).containsExactly("code", "--wait");
    assertThat(EditorLauncher.words("  '/Apps/My Editor' -n \"a b\" c\\ d ''"))
        .containsExactly("/Apps/My Editor", "-n", "a b", "c d", "");
    assertThat(EditorLauncher.words(" ")).isEmpty();
  }

  @Test
  void the_editor_is_waited_for_and_gets_the_file_as_its_last_argument() throws Exception {
    Path file = Files.writeString(folder.resolve("my digest; $x.md"), "old");
    var launcher =
        new EditorLauncher(Map.of("VISUAL", "sh -c 'echo new >> \"$0\"'", "EDITOR", "false"));
    assertThat(launcher.edit(file)).isEqualTo(new Closed());
    assertThat(file).hasContent("oldnew");
  }

  @Test
  void no_editor_is_one_sentence() throws Exception {
    assertThat(new EditorLauncher(Map.of("VISUAL", " ")).edit(Path.of("digest.md")))
        .isEqualTo(
            new NotEdited(
                "No editor is set: set VISUAL or EDITOR (for example EDITOR=nano), or open"
                    + " 'digest.md' yourself."));
  }

  @Test
  void an_editor_that_fails_or_does_not_exist_is_one_sentence() throws Exception {
    assertThat(new EditorLauncher(Map.of("EDITOR", "false")).edit(folder))
        .isEqualTo(new NotEdited("The editor 'false' ended with exit code 1."));
    assertThat(new EditorLauncher(Map.of("EDITOR", "no-such-editor -w")).edit(folder))
        .isInstanceOf(NotEdited.class);
  }
}
