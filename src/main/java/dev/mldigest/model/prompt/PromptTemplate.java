package dev.mldigest.model.prompt;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with {@code {{name}}} where values go, and between lines {@code {{#name}}} and {@code
 * {{/name}}} what is left out where the value is blank. Rendered in a single pass: a value is never
 * read again, so braces in an article stay braces.
 */
public record PromptTemplate(String text) {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-zA-Z]{1,40})}}");

  // Parts do not nest, and each ends with the first line of its name: linear.
  private static final Pattern PART =
      Pattern.compile("(?s)\\{\\{#([a-zA-Z]{1,40})}}\\n(.*?)\\{\\{/\\1}}\\n?");

  Set<String> variables() {
    Set<String> names = new TreeSet<>();
    VARIABLE.matcher(text).results().forEach(match -> names.add(match.group(1)));
    PART.matcher(text).results().forEach(match -> names.add(match.group(1)));
    return names;
  }

  /**
   * @throws IllegalArgumentException if a variable has no value
   */
  public String render(Map<String, String> values) {
    return VARIABLE
        .matcher(PART.matcher(text).replaceAll(part -> shown(part, values)))
        .replaceAll(match -> {
          String value = values.get(match.group(1));
          if (value == null) {
            throw new IllegalArgumentException("No value for {{" + match.group(1) + "}}.");
          }
          return Matcher.quoteReplacement(value);
        });
  }

  private static String shown(MatchResult part, Map<String, String> values) {
    boolean blank = values.getOrDefault(part.group(1), "").isBlank();
    return blank ? "" : Matcher.quoteReplacement(part.group(2));
  }
}
