package dev.mldigest.testkit;

import dev.mldigest.cli.Digest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a person calls it, in one folder with one configuration. */
public final class Program {
  private final Path folder;
  private final String now;

  public Program(Path folder, String configuration, String now) throws IOException {
    this.folder = folder;
    this.now = now;
    Files.createDirectories(folder);
    Files.writeString(config(), configuration);
  }

  /** What one call printed and returned. */
  public record Ended(int code, String out, String err) {}

  public Path config() {
    return folder.resolve("feeds.yaml");
  }

  public Path output() {
    return folder.resolve("output");
  }

  public Path digest(String week) {
    return output().resolve(week).resolve("digest.md");
  }

  /** {@code run} with this folder's configuration, output and clock. */
  public Ended run(String... more) {
    return call(arguments("run", more));
  }

  /** A command that only needs the output folder. */
  public Ended onOutput(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "--output", output().toString()));
    arguments.addAll(List.of(more));
    return call(arguments.toArray(String[]::new));
  }

  /**
   * The arguments of a command with this folder's places.
   *
   * @param command one or two words, for example {@code inspect week}
   */
  public String[] arguments(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
    arguments.addAll(
        List.of("--config", config().toString(), "--output", output().toString(), "--now", now));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  public static Ended call(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Digest.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ended(code, out.toString(), err.toString());
  }
}
