package dev.mldigest.config;

import dev.mldigest.config.yaml.Mistakes;
import dev.mldigest.config.yaml.YamlDocument;
import dev.mldigest.config.yaml.YamlScalar;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Edits the text of feeds.yaml as an editor would: nothing is rewritten, comments and layout stay.
 * Writing the file is left to the caller.
 */
public final class FeedsFile {

  /** {@link #addSources} for one source. */
  String addSource(String yaml, Source source) {
    return addSources(yaml, List.of(source));
  }

  /**
   * The text with the sources after the last one of its list, written in the style of that last one
   * (one line in braces, or indented keys). An id that is taken gets a number.
   *
   * @throws IllegalArgumentException if the text has no list of sources: check it with {@link
   *     SettingsReader} first
   */
  public String addSources(String yaml, List<Source> sources) {
    String mark = yaml.startsWith("\uFEFF") ? "\uFEFF" : "";
    String text = yaml.substring(mark.length());
    SequenceNode list = list(text);
    if (list.getFlowStyle() == FlowStyle.FLOW || list.getValue().isEmpty()) {
      throw new IllegalArgumentException("'sources' must be an indented list with '-' lines");
    }
    Node last = list.getValue().getLast();
    boolean braces = last instanceof MappingNode map && map.getFlowStyle() == FlowStyle.FLOW;
    int dash = list.getStartMark().map(Mark::getColumn).orElse(2);
    String newline = text.contains("\r\n") ? "\r\n" : "\n";
    Set<String> taken = ids(list);
    StringBuilder added = new StringBuilder();
    for (Source source : sources) {
      String id = Slug.free(source.id(), taken);
      taken.add(id);
      List<String> keys = keys(source, id);
      String indent = " ".repeat(dash) + "- ";
      added.append(indent);
      added.append(
          braces
              ? "{ " + String.join(", ", keys) + " }"
              : String.join(newline + " ".repeat(dash + 2), keys));
      added.append(newline);
    }
    int end = endOfLine(text, end(last));
    String before = text.substring(0, end);
    String gap = before.endsWith("\n") ? "" : newline;
    return mark + before + gap + added + text.substring(end);
  }

  private static List<String> keys(Source source, String id) {
    List<String> keys = new ArrayList<>();
    keys.add("id: " + YamlScalar.write(id));
    if (!source.title().equals(id)) {
      keys.add("title: " + YamlScalar.write(source.title()));
    }
    keys.add("kind: " + source.kind().word());
    keys.add("section: " + YamlScalar.write(source.section()));
    if (source.weight() != 1.0) {
      keys.add("weight: " + source.weight());
    }
    if (source.kind() == SourceKind.ARXIV) {
      keys.add("categories: [" + String.join(", ", source.categories()) + "]");
    }
    keys.add("url: " + YamlScalar.write(source.url().toString()));
    if (source.query().links() != null) {
      keys.add("links: " + YamlScalar.write(source.query().links()));
    }
    if (source.selector() != null) {
      keys.add("selector: " + YamlScalar.write(source.selector()));
    }
    return keys;
  }

  private static SequenceNode list(String text) {
    return YamlDocument.read(text, new Mistakes("feeds.yaml")).stream()
        .flatMap(root -> root.getValue().stream())
        .filter(tuple -> isKey(tuple, "sources"))
        .map(NodeTuple::getValueNode)
        .filter(SequenceNode.class::isInstance)
        .map(SequenceNode.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the file has no list 'sources'"));
  }

  private static Set<String> ids(SequenceNode list) {
    Set<String> ids = new HashSet<>();
    for (Node item : list.getValue()) {
      if (item instanceof MappingNode map) {
        map.getValue().stream()
            .filter(tuple -> isKey(tuple, "id"))
            .map(NodeTuple::getValueNode)
            .filter(ScalarNode.class::isInstance)
            .forEach(id -> ids.add(((ScalarNode) id).getValue()));
      }
    }
    return ids;
  }

  private static boolean isKey(NodeTuple tuple, String key) {
    return tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key);
  }

  /**
   * Where an item's last value ends, in code points. An indented mapping itself ends only where the
   * next thing begins, after comments that are not its own.
   */
  private static int end(Node node) {
    if (node instanceof MappingNode map
        && map.getFlowStyle() != FlowStyle.FLOW
        && !map.getValue().isEmpty()) {
      return end(map.getValue().getLast().getValueNode());
    }
    if (node instanceof SequenceNode list
        && list.getFlowStyle() != FlowStyle.FLOW
        && !list.getValue().isEmpty()) {
      return end(list.getValue().getLast());
    }
    return node.getEndMark().map(Mark::getIndex).orElse(0);
  }

  private static int endOfLine(String text, int codePoints) {
    int from = text.offsetByCodePoints(0, codePoints);
    if (from > 0 && text.charAt(from - 1) == '\n') {
      return from;
    }
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }
}
