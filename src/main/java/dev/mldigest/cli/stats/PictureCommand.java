package dev.mldigest.cli.stats;

import dev.mldigest.assemble.picture.Png;
import dev.mldigest.assemble.picture.Scene;
import dev.mldigest.assemble.picture.Svg;
import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.desk.StandingItem;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Week;
import dev.mldigest.io.AtomicFile;
import dev.mldigest.pipeline.filing.OwnFiles;
import dev.mldigest.pipeline.graphics.Graphics;
import dev.mldigest.store.Explained;
import dev.mldigest.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a picture of the week in numbers. */
@Command(
    name = "picture",
    description = {
      "Draw the week in numbers.",
      "Its funnel, the topics of the last issues, how the sources did, who carried a story, or what"
          + " a score is made of. For score and story name an item."
    })
final class PictureCommand extends ConfiguredAction {
  /** More entries with these words are not looked through for the one that is meant. */
  private static final int MOST = 20;

  enum Name {
    funnel,
    topics,
    sources,
    story,
    score
  }

  enum Form {
    svg,
    png,
    table
  }

  @Parameters(index = "0", paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}.")
  private Name name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ITEM",
      description = "For score and story: an id, a link or a part of a title.")
  private @Nullable String item;

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "The issue, for example 2026-W10 (default: the newest).")
  private @Nullable String week;

  @Option(
      names = "--to",
      paramLabel = "FORM",
      defaultValue = "svg",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Form form;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The file it is written to (default: standard output).")
  private @Nullable Path file;

  @Option(names = "--dark", description = "Draw a png on a dark ground.")
  private boolean dark;

  @Override
  public Integer call() throws IOException {
    if (file != null && new OwnFiles(places.files()).hold(file)) {
      throw new UsageException(
          "'" + file + "' holds the state or an issue: give '--file' another name.");
    }
    try (Store store = places.existingStore()) {
      Scene scene = scene(store, new Graphics(store, places.files(), titles()));
      byte[] drawn =
          switch (form) {
            case svg -> Svg.file(scene).getBytes(StandardCharsets.UTF_8);
            case png -> Png.of(scene, dark ? Png.Scheme.DARK : Png.Scheme.LIGHT);
            case table -> table(scene).getBytes(StandardCharsets.UTF_8);
          };
      write(drawn);
      return ExitCode.OK;
    }
  }

  private void write(byte[] drawn) throws IOException {
    if (file != null) {
      AtomicFile.write(file, drawn);
    } else if (form == Form.png) {
      System.out.write(drawn); // a picture is no text: it passes by no encoding
      System.out.flush();
    } else {
      out().print(new String(drawn, StandardCharsets.UTF_8));
      out().flush();
    }
  }

  private Scene scene(Store store, Graphics graphics) {
    return switch (name) {
      case funnel -> {
        Week wanted = wanted(store);
        yield graphics
            .funnel(wanted)
            .orElseThrow(
                () -> new UsageException("No issue was made for the week " + wanted + "."));
      }
      case topics -> graphics.topics(wanted(store));
      case sources -> graphics.sources(wanted(store));
      case story -> graphics.story(entry(store));
      case score ->
          graphics
              .score(entry(store))
              .orElseThrow(() ->
                  new UsageException(
                      "No score was kept for it: only what was ranked, and was picked or a"
                          + " runner-up, has one."));
    };
  }

  private Week wanted(Store store) {
    return week == null ? ChosenIssue.newest(store) : Folders.week(week);
  }

  private Explained entry(Store store) {
    if (item == null || item.isBlank()) {
      throw new UsageException(
          "Name an item: 'digest picture " + name + " ITEM', by its id, link or part of a title.");
    }
    List<Explained> found =
        store.ledger().find(item, MOST).stream()
            .filter(one -> week == null || week.equals(one.decision().week()))
            .toList();
    if (found.isEmpty()) {
      throw new UsageException(
          Terminal.plain(
              "Nothing that was harvested has the id, the link or a title with '" + item + "'."));
    }
    if (found.size() > 1) {
      List<String> names =
          found.stream()
              .map(one -> StandingItem.named(one.entry().id(), one.entry().title()))
              .toList();
      throw new UsageException(
          Terminal.plain(
              "'%s' means %d entries; name one: %s."
                  .formatted(item, found.size(), StandingItem.named(names))));
    }
    return found.getFirst();
  }

  /** Of the sources, where there are settings: a picture needs none. */
  private Map<String, String> titles() {
    boolean none = config.config == null && config.sources == null && !Files.exists(config.file());
    return none
        ? Map.of()
        : config.settings().sources().stream().collect(Collectors.toMap(Source::id, Source::title));
  }

  private static String table(Scene scene) {
    return scene.title()
        + "\n"
        + String.join("\t", scene.table().head())
        + "\n"
        + scene.table().rows().stream()
            .map(row -> Terminal.plain(String.join("\t", row)) + "\n")
            .collect(Collectors.joining());
  }
}
