package dev.mldigest.demo;

import dev.mldigest.io.Resource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with holes. {@code {{name}}} takes a value, escaped for XML or, in a {@code .json} file,
 * for a JSON string; {@code {{{name}}}} takes it as it is. What stands between {@code {{#entries}}}
 * and {@code {{/entries}}} is repeated for each entry; between {@code {{#name}}} and {@code
 * {{/name}}} for each {@code {{item}}} of a list parted by commas, so not at all without a value.
 * {@code {{>name}}} on a line of its own stands for the lines of the template of that name.
 */
final class Template {
  private static final Pattern SECTION =
      Pattern.compile("\\{\\{#([a-z-]+)}}(.*?)\\{\\{/\\1}}", Pattern.DOTALL);
  private static final Pattern HOLE = Pattern.compile("\\{\\{(\\{?)([a-z-]+)}}}?");

  private static final Pattern PART = Pattern.compile("\\{\\{>([a-z-]+)}}\n");

  private final String text;
  private final UnaryOperator<String> escape;

  private Template(String text, UnaryOperator<String> escape) {
    this.text = text;
    this.escape = escape;
  }

  static Template named(String name) {
    return new Template(
        PART.matcher(text(name))
            .replaceAll(part -> Matcher.quoteReplacement(text(part.group(1) + ".html"))),
        name.endsWith(".json") ? Template::json : Template::xml);
  }

  private static String text(String name) {
    return Resource.text("/demo/templates/" + name);
  }

  String fill(Map<String, String> values, List<Map<String, String>> entries) {
    return fill(text, values, entries);
  }

  private String fill(String part, Map<String, String> values, List<Map<String, String>> entries) {
    // Sections are unrolled before holes are filled, so that no value is ever read as a template.
    StringBuilder filled = new StringBuilder();
    Matcher section = SECTION.matcher(part);
    int end = 0;
    while (section.find()) {
      filled.append(holes(part.substring(end, section.start()), values));
      filled.append(repeated(section.toMatchResult(), values, entries));
      end = section.end();
    }
    return filled.append(holes(part.substring(end), values)).toString();
  }

  private String repeated(
      MatchResult section, Map<String, String> values, List<Map<String, String>> entries) {
    if (section.group(1).equals("entries")) {
      return entries.stream()
          .map(entry -> fill(section.group(2), entry, List.of()))
          .collect(Collectors.joining());
    }
    return Arrays.stream(values.getOrDefault(section.group(1), "").split(", *"))
        .filter(item -> !item.isEmpty())
        .map(item -> fill(section.group(2), with(values, item), List.of()))
        .collect(Collectors.joining());
  }

  private static Map<String, String> with(Map<String, String> values, String item) {
    Map<String, String> all = new HashMap<>(values);
    all.put("item", item);
    return all;
  }

  private String holes(String part, Map<String, String> values) {
    return HOLE.matcher(part)
        .replaceAll(hole -> {
          String value = values.get(hole.group(2));
          if (value == null) {
            throw new IllegalStateException(
                "No value for " + hole.group() + " in " + values.get("link"));
          }
          return Matcher.quoteReplacement(hole.group(1).isEmpty() ? escape.apply(value) : value);
        });
  }

  private static String xml(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String json(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
