package dev.mldigest.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Opens a file in the editor that the person has chosen, {@code $VISUAL} before {@code $EDITOR}, on
 * the same terminal, and waits until it is closed. The value is split into words as a shell would,
 * but never given to a shell.
 */
public final class EditorLauncher {
  /** How the editing ended. */
  public sealed interface Outcome {}

  /** The editor was closed; the file may have changed. */
  public record Closed() implements Outcome {}

  /**
   * The file was not edited.
   *
   * @param sentence what went wrong and what to do
   */
  public record NotEdited(String sentence) implements Outcome {}

  private final Map<String, String> environment;

  public EditorLauncher(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  public Outcome edit(Path file) throws InterruptedException {
    List<String> command = words(chosen());
    if (command.isEmpty()) {
      return new NotEdited(
          "No editor is set: set VISUAL or EDITOR (for example EDITOR=nano), or open '"
              + file
              + "' yourself.");
    }
    String editor = command.getFirst();
    command.add(file.toString());
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      return exit == 0
          ? new Closed()
          : new NotEdited("The editor '" + editor + "' ended with exit code " + exit + ".");
    } catch (IOException e) {
      return new NotEdited(
          "The editor '" + editor + "' cannot be started; check VISUAL and EDITOR.");
    }
  }

  private String chosen() {
    String visual = environment.getOrDefault("VISUAL", "");
    return visual.isBlank() ? environment.getOrDefault("EDITOR", "") : visual;
  }

  /** Words parted by white space; quotes and backslashes as in POSIX shells (XCU 2.2). */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean within = false;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < command.length()) {
        word.append(command.charAt(++i));
        within = true;
      } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
        within = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (within) {
          words.add(word.toString());
        }
        word.setLength(0);
        within = false;
      } else {
        word.append(c);
        within = true;
      }
    }
    if (within) {
      words.add(word.toString());
    }
    return words;
  }
}
