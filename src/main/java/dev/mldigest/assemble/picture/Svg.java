package dev.mldigest.assemble.picture;

import dev.mldigest.text.Markup;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A scene as SVG. It holds no script, no style sheet and no address; words take the colour of the
 * text around them, so that the same picture stands in a light page and in a dark one, also where a
 * page allows no styles. Each is told to screen readers as one picture with all its numbers.
 */
public final class Svg {
  /** A file of its own has no text around it: it says its colours itself. */
  private static final String OWN_COLOURS =
      "<style>:root{color:#1a1a1a;background:#fff}"
          + "@media (prefers-color-scheme:dark){:root{color:#e8eaed;background:#15181c}}</style>";

  private Svg() {}

  /** For within a page. */
  public static String of(Scene scene) {
    return drawn(scene, "");
  }

  /** For a file. */
  public static String file(Scene scene) {
    return drawn(scene, OWN_COLOURS) + "\n";
  }

  private static String drawn(Scene scene, String style) {
    String alternative = Markup.escaped(scene.alternative());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\""
            .formatted(scene.width(), scene.height())
        + " width=\"%d\" height=\"%d\" aria-label=\"".formatted(scene.width(), scene.height())
        + alternative
        + "\" font-family=\""
        + Lettering.FAMILY
        + "\"><title>"
        + Markup.escaped(scene.title())
        + "</title><desc>"
        + Markup.escaped(scene.description())
        + "</desc>"
        + style
        + scene.marks().stream().map(Svg::mark).collect(Collectors.joining())
        + "</svg>";
  }

  private static String mark(Mark mark) {
    return switch (mark) {
      case Mark.Bar bar ->
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>"
              .formatted(
                  number(bar.x()),
                  number(bar.y()),
                  number(bar.width()),
                  number(bar.height()),
                  paint("fill", bar.tone()));
      case Mark.Dot dot ->
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>"
              .formatted(
                  number(dot.x()),
                  number(dot.y()),
                  number(dot.radius()),
                  paint("fill", dot.tone()));
      case Mark.Line line -> line(line);
      case Mark.Cross cross -> cross(cross);
      case Mark.Words words -> words(words);
    };
  }

  private static String line(Mark.Line line) {
    String points =
        line.through().stream()
            .map(spot -> number(spot.x()) + "," + number(spot.y()))
            .collect(Collectors.joining(" "));
    return "<polyline fill=\"none\" points=\"%s\" stroke-width=\"%s\"%s/>"
        .formatted(points, number(line.width()), paint("stroke", line.tone()));
  }

  private static String cross(Mark.Cross cross) {
    double r = cross.radius();
    return "<path d=\"M%s %sl%s %sm0 %sl%s %s\" stroke-width=\"2\"%s/>"
        .formatted(
            number(cross.x() - r),
            number(cross.y() - r),
            number(2 * r),
            number(2 * r),
            number(-2 * r),
            number(-2 * r),
            number(2 * r),
            paint("stroke", cross.tone()));
  }

  private static String words(Mark.Words words) {
    String anchor =
        switch (words.side()) {
          case START -> "";
          case MIDDLE -> " text-anchor=\"middle\"";
          case END -> " text-anchor=\"end\"";
        };
    return "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s>%s</text>"
        .formatted(
            number(words.x()),
            number(words.y()),
            number(words.size()),
            anchor,
            paint("fill", words.tone()),
            Markup.escaped(words.text()));
  }

  private static String paint(String what, Tone tone) {
    String colour =
        tone.isInk() ? "currentColor" : String.format(Locale.ROOT, "#%06X", tone.rgb(0));
    return " %s=\"%s\"".formatted(what, colour)
        + (tone.opacity() < 1 ? " %s-opacity=\"%s\"".formatted(what, number(tone.opacity())) : "");
  }

  /** As short as a tenth of a pixel needs, the same on every machine. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
  }
}
