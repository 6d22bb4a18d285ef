package dev.mldigest.extract;

import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.internal.util.Escaping;

/** How sites and their highlighters set a block of code: spans, gutters, buttons and all. */
final class CodeMarkup {
  private static final Map<String, WordList> FORMS =
      WordList.read("/pages/markup/code.txt").sections();

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(?:def|return|for|in|if|fn|let|self|function|const)\\b|\"[^\"\\n]*\"|\\d+");
  private static final Pattern PART = Pattern.compile("\\{([a-z]+)\\}");

  private final String name;
  private final Map<String, String> forms;

  private CodeMarkup(String name) {
    this.name = name;
    this.forms =
        Objects.requireNonNull(FORMS.get(name), name).lines().stream()
            .map(form -> form.split(": ", 2))
            .collect(Collectors.toMap(form -> form[0], form -> form[1]));
  }

  static CodeMarkup named(String name) {
    return new CodeMarkup(name);
  }

  /** The name by which the markup knows a language, empty if it names none. */
  String language(String language) {
    if (name.equals("medium")) {
      return "";
    }
    return !name.equals("github")
        ? language
        : switch (language) {
          case "bash" -> "shell";
          case "javascript" -> "js";
          case "markdown" -> "md";
          default -> language;
        };
  }

  /**
   * The block as HTML.
   *
   * @param code with a line break at its end
   */
  String html(String code, String language) {
    boolean other = forms.containsKey("other") && !language.equals("python");
    String last = code.substring(0, code.length() - 1);
    return fill(
        form(other ? "other" : "block"),
        part ->
            switch (part) {
              case "lang" -> language;
              case "class" -> language.isEmpty() ? "" : " class=\"language-" + language + "\"";
              case "scope" ->
                  language.equals("markdown") ? "text-md" : "source-" + language(language);
              case "example" ->
                  language.equals("rust") ? "rust rust-example-rendered" : "language-" + language;
              case "code" -> Escaping.escapeHtml(code);
              case "tokens" -> tokens(code);
              case "last" -> tokens(last);
              case "breaks" -> tokens(last).replace("\n", "<br>");
              case "fixed" -> fixed(tokens(last));
              case "lines" -> lines(last);
              case "numbers" -> String.join("\n", numbers(last));
              case "row" -> String.join("", numbers(last));
              default -> "\n";
            });
  }

  private String form(String kind) {
    return forms.getOrDefault(kind, "");
  }

  private static String fill(String form, Function<String, String> part) {
    return PART.matcher(form)
        .replaceAll(found -> Matcher.quoteReplacement(part.apply(found.group(1))));
  }

  /** Code with its keywords, strings and numbers in spans. */
  private String tokens(String code) {
    return TOKEN.matcher(Escaping.escapeHtml(code).replace("&quot;", "\"")).replaceAll(this::token);
  }

  private String token(MatchResult match) {
    String kind = match.group().startsWith("\"") ? "s2" : "k";
    String html = "<span " + fill(form("span"), any -> kind) + ">" + match.group() + "</span>";
    return Matcher.quoteReplacement(html);
  }

  /** Every blank of code is set as a no-break space. */
  private static String fixed(String tokens) {
    return tokens
        .replace("\n", "<br/>")
        .replace("<span class", "<span\u0000class")
        .replace(" ", "&nbsp;")
        .replace('\u0000', ' ');
  }

  private String lines(String code) {
    List<String> lines = code.lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> numbered(form("line"), i + 1, line(lines.get(i))))
        .collect(Collectors.joining());
  }

  private String line(String line) {
    return line.isEmpty() ? fill(form("empty"), any -> "\n") : tokens(line);
  }

  private List<String> numbers(String code) {
    return IntStream.rangeClosed(1, (int) code.lines().count())
        .mapToObj(n -> numbered(form("number"), n, ""))
        .toList();
  }

  private static String numbered(String form, int number, String text) {
    return fill(
        form,
        part ->
            switch (part) {
              case "n" -> Integer.toString(number);
              case "nn" -> "%2d".formatted(number);
              case "text" -> text;
              default -> "\n";
            });
  }
}
