package dev.mldigest.assemble.picture;

import dev.mldigest.assemble.picture.Mark.Side;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Marks in the making: strangers' words come in as one visible line that fits. */
final class Canvas {
  /** As wide as a phone held upright, or a mail's card, shows without making letters tiny. */
  static final int WIDTH = 480;

  static final double SIZE = 14;
  static final double SMALL = 12;

  /** More of a name is not read; it bounds what hostile titles cost. */
  private static final int LONGEST = 300;

  private final List<Mark> marks = new ArrayList<>();

  List<Mark> marks() {
    return marks;
  }

  void bar(double x, double y, double width, double height, Tone tone) {
    marks.add(new Mark.Bar(x, y, width, height, tone));
  }

  void line(double x1, double y1, double x2, double y2, Tone tone) {
    marks.add(Mark.Line.of(x1, y1, x2, y2, tone));
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  /** Words that start there, cut with dots where they are wider than that. */
  void start(double x, double y, String text, double size, double most) {
    words(x, y, text, size, most, Side.START, Tone.INK);
  }

  /** Words that end there. */
  void end(double x, double y, String text, double size, double most) {
    words(x, y, text, size, most, Side.END, Tone.INK);
  }

  /** The same, for what stands beside. */
  void quiet(double x, double y, String text, double size, double most) {
    words(x, y, text, size, most, Side.START, Tone.QUIET);
  }

  void quietEnd(double x, double y, String text, double size, double most) {
    words(x, y, text, size, most, Side.END, Tone.QUIET);
  }

  /** Words around there. */
  void middle(double x, double y, String text, double size, double most) {
    words(x, y, text, size, most, Side.MIDDLE, Tone.QUIET);
  }

  private void words(
      double x, double y, String text, double size, double most, Side side, Tone tone) {
    String fits = Lettering.loaded().cut(clean(text), size, most);
    marks.add(new Mark.Words(x, y, fits, size, side, tone));
  }

  /** One line without what steers: control signs, what turns the direction, halves of letters. */
  static String clean(String raw) {
    int most = Math.min(raw.length(), LONGEST);
    String front =
        raw.substring(
            0, most > 0 && Character.isHighSurrogate(raw.charAt(most - 1)) ? most - 1 : most);
    StringBuilder line = new StringBuilder();
    front
        .codePoints()
        .forEach(sign -> {
          if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            line.append(' ');
          } else if (isShown(sign)) {
            line.appendCodePoint(sign);
          }
        });
    return Normalizer.normalize(line, Normalizer.Form.NFC).replaceAll(" {2,}", " ").strip();
  }

  /** The joiner stays, which holds an emoji together. */
  private static boolean isShown(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> sign == 0x200D;
      default -> true;
    };
  }
}
