package dev.mldigest.config.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML text as nodes that know their place. Bounded before a tree is built: size, depth (the
 * composer recurses), and no aliases, so nothing can refer to itself or multiply.
 */
public final class YamlDocument {
  /** Some ten thousand sources. */
  public static final int MOST_CHARACTERS = 3_000_000;

  /** Lines of megabytes keep the scanner busy for seconds: 12 s for one of 3,000,000 characters. */
  private static final int LONGEST_LINE = 20_000;

  /** feeds.yaml itself needs five. */
  private static final int DEEPEST = 20;

  private YamlDocument() {}

  /** The document's mapping; empty after a mistake was noted. */
  public static Optional<MappingNode> read(String text, Mistakes mistakes) {
    if (!shortEnough(text, mistakes)) {
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(MOST_CHARACTERS)
            .setUseMarks(true)
            .setAllowNonScalarKeys(true)
            .build();
    try {
      if (!bounded(text, settings, mistakes)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return Optional.of(mapping);
      }
      boolean empty = root.isEmpty() || text.isBlank();
      mistakes.at(
          root.flatMap(Node::getStartMark),
          empty ? "the file is empty" : "the file must hold keys such as 'title:' and 'sources:'");
    } catch (MarkedYamlEngineException e) {
      // What is never closed is best shown where it was opened; snakeyaml-engine 3.2 tells it by
      // this wording alone.
      boolean unclosed = String.valueOf(e.getProblem()).contains("unexpected end of stream");
      mistakes.at(
          unclosed ? e.getContextMark() : e.getProblemMark().or(e::getContextMark),
          "not valid YAML: " + sentence(e));
    } catch (ReaderException e) {
      place(text, e.getPosition(), mistakes);
    } catch (YamlEngineException e) {
      mistakes.at(1, 1, "not valid YAML: " + FileExcerpt.of(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static boolean shortEnough(String text, Mistakes mistakes) {
    if (text.length() > MOST_CHARACTERS) {
      mistakes.at(1, 1, "the file is longer than " + MOST_CHARACTERS + " characters");
      return false;
    }
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
      if (end - start > LONGEST_LINE) {
        mistakes.at(number, 1, "the line is longer than " + LONGEST_LINE + " characters");
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private static boolean bounded(String text, LoadSettings settings, Mistakes mistakes) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        mistakes.at(event.getStartMark(), "nested deeper than " + DEEPEST + " levels");
        return false;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (event instanceof AliasEvent) {
        mistakes.at(event.getStartMark(), "aliases are not understood here: repeat the value");
        return false;
      }
    }
    return true;
  }

  private static String sentence(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : e.getContext().strip() + ", ";
    return (context + String.valueOf(e.getProblem()).strip()).replaceAll("\\s+", " ");
  }

  private static void place(String text, int position, Mistakes mistakes) {
    int end = text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())));
    int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    int column = end - text.lastIndexOf('\n', Math.max(0, end - 1));
    mistakes.at(line, Math.max(1, column), "not valid YAML: a control character");
  }
}
