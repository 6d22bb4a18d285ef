package dev.mldigest.config.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of feeds.yaml whose keys are known. Reading a value either gives it or notes the
 * mistake and gives the stand-in, so that one reading finds all mistakes.
 */
public final class YamlMap {
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Mistakes mistakes;

  public YamlMap(MappingNode node, List<String> known, Mistakes mistakes) {
    this.node = node;
    this.mistakes = mistakes;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        mistakes.at(tuple.getKeyNode(), "a key must be a word");
      } else if (!known.contains(key.getValue())) {
        String hint = Suggestion.after(key.getValue(), known);
        mistakes.at(key, "unknown key '" + FileExcerpt.of(key.getValue()) + "'" + hint);
      } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        mistakes.at(key, "the key '" + key.getValue() + "' is given twice");
      }
    }
  }

  /** The place of the mapping in the file. */
  public Node node() {
    return node;
  }

  /** The place of a key's value, or of the mapping where the key is absent. */
  public Node place(String key) {
    return values.getOrDefault(key, node);
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public boolean isEmptyList(String key) {
    return values.get(key) instanceof SequenceNode list && list.getValue().isEmpty();
  }

  /** The value of a key that may be absent. */
  public <T> T get(String key, ValueForm<T> form, T absent) {
    Node value = values.get(key);
    return value == null ? absent : parse(key, value, form).orElse(absent);
  }

  /** The value of a key that may be absent, without a default. */
  public <T> Optional<T> find(String key, ValueForm<T> form) {
    Node value = values.get(key);
    return value == null ? Optional.empty() : parse(key, value, form);
  }

  /** The value of a key that must be there. */
  public <T> T require(String key, ValueForm<T> form, T standIn) {
    return present(key) ? get(key, form, standIn) : standIn;
  }

  /** The values of a list; those with mistakes are left out. */
  public <T> List<T> list(String key, ValueForm<T> form, int most) {
    List<T> list = new ArrayList<>();
    for (Node item : items(key, most)) {
      parse(key, item, form).ifPresent(list::add);
    }
    return list;
  }

  public Optional<YamlMap> map(String key, List<String> known) {
    Node value = values.get(key);
    if (value instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(mapping, known, mistakes));
    }
    if (value != null) {
      mistakes.at(
          value,
          "'" + key + "' " + shape(value, "must hold keys such as '" + known.getFirst() + "'"));
    }
    return Optional.empty();
  }

  public Optional<YamlMap> requireMap(String key, List<String> known) {
    return present(key) ? map(key, known) : Optional.empty();
  }

  /** A mapping all of whose keys are absent. */
  public YamlMap nothing() {
    MappingNode empty =
        new MappingNode(
            Tag.MAP, true, List.of(), FlowStyle.BLOCK, node.getStartMark(), node.getEndMark());
    return new YamlMap(empty, List.of(), mistakes);
  }

  /** A list of mappings that must be there and hold at least one. */
  public List<YamlMap> requireMaps(String key, List<String> known, int most) {
    List<YamlMap> maps = new ArrayList<>();
    if (!present(key)) {
      return maps;
    }
    List<Node> items = items(key, most);
    if (items.isEmpty() && place(key) instanceof SequenceNode) {
      mistakes.at(place(key), "'" + key + "' must hold at least one item");
    }
    for (Node item : items) {
      if (item instanceof MappingNode mapping) {
        maps.add(new YamlMap(mapping, known, mistakes));
      } else {
        mistakes.at(item, "an item of '" + key + "' must hold keys such as 'id'");
      }
    }
    return maps;
  }

  /** The value as written, whatever its form; null where the key is absent or no scalar. */
  public @Nullable String raw(String key) {
    return values.get(key) instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  public void wrong(String key, String sentence) {
    mistakes.at(place(key), "'" + key + "' " + sentence);
  }

  private boolean present(String key) {
    if (!has(key)) {
      mistakes.at(node, "'" + key + "' is missing");
    }
    return has(key);
  }

  private List<Node> items(String key, int most) {
    Node value = values.get(key);
    if (value instanceof SequenceNode sequence) {
      if (sequence.getValue().size() > most) {
        mistakes.at(value, "'" + key + "' holds more than " + most + " items");
      }
      return sequence.getValue();
    }
    if (value != null) {
      mistakes.at(value, "'" + key + "' " + shape(value, "must be a list"));
    }
    return List.of();
  }

  private <T> Optional<T> parse(String key, Node value, ValueForm<T> form) {
    if (!(value instanceof ScalarNode scalar) || !form.tags().contains(scalar.getTag())) {
      mistakes.at(value, "'" + key + "' " + shape(value, form.expected()));
      return Optional.empty();
    }
    return switch (form.parse().apply(scalar.getValue())) {
      case ValueForm.Parsed.Good<T>(T good) -> Optional.of(good);
      case ValueForm.Parsed.Bad<T>(String sentence) -> {
        mistakes.at(value, "'" + key + "' " + sentence);
        yield Optional.empty();
      }
    };
  }

  private static String shape(Node value, String expected) {
    boolean empty = value.getTag().equals(Tag.NULL);
    return empty ? "has no value: write one or remove the key" : expected;
  }
}
