package dev.mldigest.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.mldigest.cli.console.CheckList;
import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.TerminalProgress;
import dev.mldigest.cli.feeds.SourceCheck;
import dev.mldigest.cli.model.ModelNotes;
import dev.mldigest.cli.model.ModelTrial;
import dev.mldigest.compose.Writing;
import dev.mldigest.domain.provider.LearnedTrait;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.io.OwnerOnly;
import dev.mldigest.model.prompt.PromptException;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.publish.service.Services;
import dev.mldigest.store.Store;
import dev.mldigest.store.database.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Checks what a run needs: the JDK, the configuration, the disk, the state, the model key, and
 * every source.
 */
@Command(
    name = "doctor",
    description = "Check what a run needs: JDK, configuration, disk, state, keys, every source.")
final class DoctorCommand extends ConfiguredAction {
  /** Chosen by hand: below it the state, an issue and its kept versions might not fit. */
  private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

  @Option(names = "--offline", description = "Leave out what needs the network: ask no source.")
  private boolean offline;

  @Option(
      names = "--model",
      description = "Ask the model one tiny question, which is paid for, and ask no source.")
  private boolean model;

  @Override
  public Integer call() {
    CheckList list = new CheckList(out());
    list.say(Runtime.version().feature() >= 25, "JDK", Runtime.version().toString());
    Settings settings = config.settings();
    list.say(
        true, "configuration", settings.sources().size() + " sources, zone " + settings.zone());
    prompts(settings, list);
    disk(places.files().state(), list);
    state(places.files().state(), list);
    privacy(places.files().state(), list);
    model(settings.model(), list);
    if (model && settings.model().provider() != LanguageModel.Provider.NONE) {
      try (Store store = Store.open(places.files().state())) {
        new ModelTrial(settings, places.clock()).run(store, list);
      } catch (StateException e) {
        list.say(false, "model", String.valueOf(e.getMessage()));
      }
    }
    settings.targets().forEach(target -> target(target, list));
    learned(places.files().state(), settings.model(), list);
    ModelNotes.of(settings, places.clock().instant())
        .forEach(note -> list.say(true, "model", note));
    if (!offline && !model) {
      sources(settings, list);
    }
    return list.exitCode();
  }

  private void sources(Settings settings, CheckList list) {
    Progress progress = TerminalProgress.to(err());
    places.withStore(store -> {
      new SourceCheck(settings, places.clock(), progress, store).run(list);
      return list;
    });
  }

  /** Permissions that were given are left as they are: somebody may want them so. */
  private static void privacy(Path folder, CheckList list) {
    try {
      List<Path> seen = OwnerOnly.seenByOthers(folder);
      if (!seen.isEmpty()) {
        list.say(
            false,
            "privacy",
            "others on this machine may get at "
                + seen.stream().map(Path::toString).collect(joining(", "))
                + ", which hold private addresses, full texts and your notes: 'chmod -R go-rwx "
                + folder
                + "' keeps them out");
      }
    } catch (IOException e) {
      list.say(false, "privacy", folder + " cannot be read; check its permissions");
    }
  }

  /** The files that a run with a model needs, also those that it reads only when it comes to it. */
  private static void prompts(Settings settings, CheckList list) {
    if (settings.model().provider() == LanguageModel.Provider.NONE) {
      return;
    }
    Path folder = Writing.promptsFolder();
    Prompts prompts = new Prompts(folder);
    try {
      Prompts.TASKS.forEach(prompts::latest);
      list.say(true, "prompts", folder + ", " + Prompts.TASKS.size() + " tasks");
    } catch (PromptException e) {
      list.say(false, "prompts", String.valueOf(e.getMessage()));
    }
  }

  private static void disk(Path folder, CheckList list) {
    try {
      OwnerOnly.folder(folder);
      long free = Files.getFileStore(folder).getUsableSpace();
      boolean enough = Files.isWritable(folder) && free >= LEAST_FREE_BYTES;
      list.say(enough, "disk", folder + ", " + free / (1024 * 1024) + " MB free");
    } catch (IOException e) {
      list.say(false, "disk", folder + " cannot be written; check its permissions");
    }
  }

  private static void state(Path folder, CheckList list) {
    try (Store store = Store.open(folder)) {
      store.check();
      list.say(true, "state", store.issues().made().size() + " issues made");
    } catch (StateException e) {
      list.say(false, "state", String.valueOf(e.getMessage()));
    }
  }

  /** How the models want to be asked, as runs have found out. */
  private static void learned(Path folder, LanguageModel model, CheckList list) {
    if (!Store.isIn(folder)) {
      return;
    }
    try (Store store = Store.open(folder)) {
      store.traits().all().stream()
          .filter(trait -> trait.model().equals(model.name()) || isSmall(model, trait.model()))
          .collect(groupingBy(t -> t.model() + " at " + t.service(), TreeMap::new, toList()))
          .forEach((who, traits) -> list.say(true, "model", words(who, traits)));
    } catch (StateException e) {
      // The line on the state has said so.
    }
  }

  private static boolean isSmall(LanguageModel model, String name) {
    return model.stepDown().filter(small -> small.name().equals(name)).isPresent();
  }

  private static String words(String who, List<LearnedTrait> traits) {
    return traits.stream()
        .map(trait -> trait.trait() + " " + trait.value())
        .collect(joining(", ", "found out of " + Terminal.plain(who) + ": ", ""));
  }

  /** No service is asked: a look-up might count against the account. */
  private static void target(PublishTarget target, CheckList list) {
    Optional<String> refusal = Services.refusal(target);
    list.say(
        !target.key().isMissing() && refusal.isEmpty(),
        "publish " + target.name(),
        target.kind().title()
            + key(target.key())
            + refusal.map(sentence -> ". " + sentence).orElse(""));
  }

  private static String key(PublishTarget.Key key) {
    if (key.place().isEmpty()) {
      return ", without a key";
    }
    return key.isMissing()
        ? ", its key is not there: " + key.place() + " holds none"
        : ", key present in " + key.place() + " (not tried)";
  }

  private static void model(LanguageModel model, CheckList list) {
    if (model.provider() == LanguageModel.Provider.NONE) {
      list.say(true, "model", "none: summaries are made offline");
      return;
    }
    list.say(
        true,
        "model",
        model.name()
            + (model.apiKey() == null
                ? ", no key configured"
                : ", key present (not tried: asking may cost)"));
  }
}
