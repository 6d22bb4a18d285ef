package dev.mldigest.cli.console;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What cannot be understood of a command line is told in one line that names the help. Who says no
 * command at all gets the list of them.
 */
public final class WrongUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    if (error instanceof UnmatchedArgumentException unmatched) {
      err.println(line(unmatched(unmatched), command));
    } else if (command.getSubcommands().isEmpty()) {
      err.println(line(said(error), command));
    } else {
      err.println("digest: " + error.getMessage());
      command.usage(err);
    }
    err.flush();
    return ExitCode.USAGE;
  }

  /** An option that tells what its value must be is named by its name alone. */
  private static String said(ParameterException error) {
    return String.valueOf(error.getMessage())
        .replaceFirst("^Error: ", "")
        .replaceFirst("^Invalid value for option '(--[a-z-]+)'(?: \\([^)]*\\))?: (?=must )", "$1 ")
        .replaceFirst(
            "^Invalid value for option '(--[a-z-]+)'(?: \\([^)]*\\))?: expected one of \\[(.*?)\\]"
                + " \\(case-(?:in)?sensitive\\) but was",
            "$1 takes $2, not");
  }

  private static String line(String sentence, CommandLine command) {
    String end = sentence.matches("(?s).*[.?]") ? "" : ".";
    return "digest: %s%s '%s --help' says what there is."
        .formatted(
            Terminal.plain(sentence).replaceAll("\\s+", " "),
            end,
            command.getCommandSpec().qualifiedName());
  }

  private static String unmatched(UnmatchedArgumentException error) {
    String word = error.getUnmatched().getFirst();
    String what =
        error.isUnknownOption()
            ? "There is no option '" + word + "'"
            : error.getCommandLine().getSubcommands().isEmpty()
                ? "'" + word + "' is one word too many"
                : "There is no command '" + word + "'";
    List<String> meant = error.getSuggestions();
    return meant.isEmpty() ? what : what + "; did you mean " + meant.getFirst() + "?";
  }
}
