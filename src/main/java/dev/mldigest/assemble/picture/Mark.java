package dev.mldigest.assemble.picture;

import java.util.List;

/** One thing that is drawn; lengths in pixels, from the upper left. */
public sealed interface Mark {
  Tone tone();

  record Bar(double x, double y, double width, double height, Tone tone) implements Mark {}

  /** A line through points, each as x and y. */
  record Line(List<Spot> through, double width, Tone tone) implements Mark {
    public Line {
      through = List.copyOf(through);
    }

    static Line of(double x1, double y1, double x2, double y2, Tone tone) {
      return new Line(List.of(new Spot(x1, y1), new Spot(x2, y2)), 1, tone);
    }
  }

  record Dot(double x, double y, double radius, Tone tone) implements Mark {}

  /** A cross, for what is missing: told from a dot by its form too. */
  record Cross(double x, double y, double radius, Tone tone) implements Mark {}

  /**
   * Words on one line.
   *
   * @param x of its start, middle or end, as the side says
   * @param y of the line that letters stand on
   */
  record Words(double x, double y, String text, double size, Side side, Tone tone)
      implements Mark {}

  /** A place. */
  record Spot(double x, double y) {}

  /** Which part of the words stands at their place. */
  enum Side {
    START,
    MIDDLE,
    END
  }
}
