package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a machine that lacks something: a folder with a few tools is its whole PATH. */
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "env",
          "dirname",
          "readlink",
          "sed",
          "find",
          "mktemp",
          "tail",
          "rm",
          "cat",
          "mkdir");

  @TempDir Path machine;

  @Test
  void without_a_jdk_25_one_sentence_says_what_to_install() throws Exception {
    Ended ended = launch(machine.resolve("no-jdk").toString());

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.output.lines()).hasSize(1);
    assertThat(ended.output).contains("no JDK 25").contains("JAVA_HOME");
  }

  @Test
  void an_older_jdk_and_a_runtime_without_a_compiler_do_not_count() throws Exception {
    Path old = jdk("17.0.15", true);
    Path runtime = jdk("25.0.1", false);

    assertThat(launch(old + " " + runtime).output).contains("no JDK 25");
  }

  @Test
  void a_jdk_in_a_usual_folder_is_found_and_a_missing_maven_is_named() throws Exception {
    Ended ended = launch(jdk("25.0.1", true).toString(), checkout());

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.output.lines()).hasSize(1);
    assertThat(ended.output).contains("Maven 3.8");
  }

  @Test
  void a_build_that_a_warning_ends_shows_the_warning_and_where_its_whole_log_is() throws Exception {
    Path checkout = checkout();
    maven(
        """
        hidden() { case " $* " in *" -q "*) ;; *) cat ;; esac; }
        hidden "$@" <<'END'
        [INFO] Compiling 900 source files
        [WARNING] COMPILATION WARNING :
        [INFO] ---
        [WARNING] /src/Old.java:[12,7] [deprecation] go() in Old has been deprecated
        [INFO] 1 warning
        END
        cat <<'END'
        [ERROR] COMPILATION ERROR :
        [ERROR] error: warnings found and -Werror specified
        [INFO] BUILD FAILURE
        [ERROR] Failed to execute goal, a long story
        END
        exit 1
        """);

    Ended ended = launch(jdk("25.0.1", true).toString(), checkout);

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.output)
        .contains("/src/Old.java:[12,7] [deprecation]", "-Werror")
        .doesNotContain("[INFO]", "a long story");
    assertThat(ended.output.lines().toList().getLast())
        .startsWith("digest: the build failed")
        .contains(checkout.resolve("target/build.log").toString());
    assertThat(checkout.resolve("target/build.log")).content().contains("a long story");
  }

  @Test
  void a_build_that_ends_before_it_compiles_shows_its_last_lines() throws Exception {
    Path checkout = checkout();
    maven("echo '[ERROR] Could not resolve dependencies'\nexit 1\n");
    assertThat(launch(jdk("25.0.1", true).toString(), checkout).output)
        .contains("Could not resolve dependencies");
  }

  private Path checkout() throws IOException {
    Path checkout = machine.resolve("checkout");
    Files.createDirectories(checkout.resolve("src/main"));
    Files.copy(Path.of("digest"), checkout.resolve("digest"));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    return checkout;
  }

  private void maven(String script) throws IOException {
    Path mvn = Files.createDirectories(machine.resolve("bin")).resolve("mvn");
    Files.writeString(mvn, "#!" + tool("bash") + "\n" + script);
    assertThat(mvn.toFile().setExecutable(true)).isTrue();
  }

  private record Ended(int code, String output) {}

  private Ended launch(String jdkFolders) throws Exception {
    return launch(jdkFolders, Path.of("").toAbsolutePath());
  }

  private Ended launch(String jdkFolders, Path checkout) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            tool("bash").toString(), checkout.resolve("digest").toString(), "--version");
    builder.environment().clear();
    builder.environment().put("PATH", tools().toString());
    builder.environment().put("HOME", machine.toString());
    builder.environment().put("DIGEST_JDK_DIRS", jdkFolders);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  /**
   * Each tool is a script that calls the real one, so that deleting the folder deletes nothing
   * else.
   */
  private Path tools() throws IOException {
    Path folder = Files.createDirectories(machine.resolve("bin"));
    for (String name : TOOLS) {
      Path script = folder.resolve(name);
      Files.writeString(script, "#!/bin/sh\nexec " + tool(name) + " \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    return folder;
  }

  private static Path tool(String name) {
    return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private Path jdk(String version, boolean withCompiler) throws IOException {
    Path home = machine.resolve("jdk-" + version + withCompiler);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    if (withCompiler) {
      Path javac = Files.writeString(home.resolve("bin/javac"), "#!/bin/sh\n");
      assertThat(javac.toFile().setExecutable(true)).isTrue();
    }
    return home;
  }
}
