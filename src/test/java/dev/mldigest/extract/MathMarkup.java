package dev.mldigest.extract;

import dev.mldigest.text.WordList;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.internal.util.Escaping;

/** How sites set a formula: its source, and around or instead of it the drawing. */
final class MathMarkup {
  private static final Map<String, WordList> FORMS =
      WordList.read("/pages/markup/math.txt").sections();

  private static final Map<String, UnaryOperator<String>> PARTS =
      Map.of(
          "tex", Escaping::escapeHtml,
          "raw", tex -> tex,
          "json", MathMarkup::json,
          "uri", tex -> URLEncoder.encode(tex, StandardCharsets.UTF_8),
          "drawn", MathMarkup::drawn,
          "mathml", MathMarkup::mathMl,
          "semantics", MathMarkup::semantics,
          "newline", tex -> "\n");

  private static final Pattern PART = Pattern.compile("\\{([a-z]+)\\}");

  private final String inLine;
  private final String byItself;

  private MathMarkup(WordList forms) {
    inLine = forms.lines().get(0);
    byItself = forms.lines().get(1);
  }

  static MathMarkup named(String name) {
    return new MathMarkup(Objects.requireNonNull(FORMS.get(name), name));
  }

  String inline(String tex) {
    return fill(inLine, tex);
  }

  String display(String tex) {
    return fill(byItself, tex);
  }

  private String fill(String form, String tex) {
    return PART.matcher(form)
        .replaceAll(part -> Matcher.quoteReplacement(part(part.group(1), tex)));
  }

  private String part(String name, String tex) {
    return name.equals("displaystyle")
        ? inline("\\displaystyle " + tex)
        : Objects.requireNonNull(PARTS.get(name), name).apply(tex);
  }

  private static String json(String tex) {
    return Escaping.escapeHtml(
        tex.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\""));
  }

  /** What a drawing leaves of a formula when it is read as text. */
  private static String drawn(String tex) {
    return Escaping.escapeHtml(tex.replaceAll("[^A-Za-z0-9]+", "")) + "drawnhere";
  }

  private static String mathMl(String tex) {
    return "<mrow><mi>" + drawn(tex) + "</mi></mrow>";
  }

  private static String semantics(String tex) {
    return "<semantics>"
        + mathMl(tex)
        + "<annotation encoding=\"application/x-tex\">"
        + Escaping.escapeHtml(tex)
        + "</annotation></semantics>";
  }
}
