package dev.mldigest.summarise;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.prompt.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what a model does after its first answer, with answers that somebody wrote who knows of
 * each question what a model gets to know, and no more.
 */
@Command(
    name = "turns",
    mixinStandardHelpOptions = true,
    description = {
      "What the second reader takes away and what the repair turn brings back.",
      "With --ask the questions are written to reader/NN.txt and repair/NN.txt of the folder;"
          + " without it the answers beside them (NN.json) are read and counted."
    })
public final class TurnsCommand implements Callable<Integer> {
  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description = "JSON lines 'article', 'claim', 'cites', 'quote' and 'sound'.")
  private @Nullable Path claims;

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = "JSON lines 'article' and 'doc': what --claims is about.")
  private @Nullable Path texts;

  @Option(names = "--folder", required = true, paramLabel = "DIR")
  private Path folder = Path.of("");

  @Option(names = "--ask", description = "Write the questions.")
  private boolean asks;

  @Option(names = "--prompts", paramLabel = "DIR", defaultValue = "prompts")
  private Path prompts = Path.of("prompts");

  @Override
  public Integer call() throws IOException {
    List<LabelledText> all = new ArrayList<>(LabelledText.ownHeld());
    if (claims != null && texts != null) {
      all.addAll(LabelledText.read("other", claims, texts));
    }
    Prompts read = new Prompts(prompts);
    Task post = Task.of(read.latest("summarise-post"), Settings.Style.PLAIN);
    Task repair = Task.of(read.latest("repair"), Settings.Style.PLAIN);
    ReaderTurns reading = new ReaderTurns(post, read.latest("second-reader"));
    RepairTurns repairing = new RepairTurns(post, repair);
    AskedOutside outside = new AskedOutside(folder);
    if (asks) {
      if (Files.exists(folder.resolve("reader"))) {
        throw new UsageException("'" + folder + "' holds questions already: name another folder.");
      }
      reading.ask(all, Set.of("other"), outside);
      repairing.ask(all, outside);
      outside.close();
    } else {
      reading.measure(all, outside);
      repairing.measure(all, outside);
    }
    return ExitCode.OK;
  }
}
