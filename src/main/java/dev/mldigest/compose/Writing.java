package dev.mldigest.compose;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.model.AskedAgain;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.Route;
import dev.mldigest.model.pace.Pacer;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.pipeline.issue.Writers;
import dev.mldigest.store.Store;
import dev.mldigest.summarise.Opinions;
import dev.mldigest.summarise.Summariser;
import dev.mldigest.summarise.opening.FrontPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds what writes: the gateway to the language model, those who ask it, and their prompts. */
public final class Writing {
  private Writing() {}

  public static @Nullable Gateway gateway(Settings settings, Store store, InstantSource clock) {
    return gateway(settings, store, store.replies(), clock);
  }

  /**
   * One that asks again for what was answered before.
   *
   * @param settings of a digest with a model
   */
  public static Gateway gatewayAskingAgain(Settings settings, Store store, InstantSource clock) {
    return Objects.requireNonNull(gateway(settings, store, new AskedAgain(store.replies()), clock));
  }

  static @Nullable Gateway gateway(
      Settings settings, Store store, ReplyLedger ledger, InstantSource clock) {
    return settings.model().provider() == LanguageModel.Provider.NONE
        ? null
        : new Gateway(
            settings.model(),
            Route.of(settings.network()),
            ledger,
            store.traits(),
            clock,
            Pacer.SYSTEM);
  }

  static Writers writers(Settings settings, @Nullable Gateway gateway, Progress progress) {
    if (gateway == null) {
      return new Writers(Summariser.offline(), FrontPage.offline(), Opinions.none(), progress);
    }
    Prompts prompts = new Prompts(promptsFolder());
    return new Writers(
        summariser(settings, gateway),
        FrontPage.with(gateway, prompts, settings.style()),
        Opinions.with(gateway, prompts, settings.model().judges()),
        progress);
  }

  /** What has items of these settings written by a model. */
  public static Summariser summariser(Settings settings, Gateway gateway) {
    Prompts prompts = new Prompts(promptsFolder());
    return Summariser.with(gateway, prompts, settings.style(), settings.model().judges().claims());
  }

  /** The phrases that ship with the prompts; none where those are the editor's own. */
  static List<String> bans() {
    Path list = promptsFolder().resolve("banned.txt");
    try {
      return Files.isRegularFile(list)
          ? Files.readAllLines(list).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList()
          : List.of();
    } catch (IOException e) {
      return List.of(); // advice only
    }
  }

  /** The editor's own prompts in the working folder, else those that ship with the program. */
  public static Path promptsFolder() {
    Path own = Path.of("prompts");
    String home = System.getenv("DIGEST_HOME");
    return Files.isDirectory(own) || home == null ? own : Path.of(home, "prompts");
  }
}
