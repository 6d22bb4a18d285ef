package dev.mldigest.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceN;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.color.PDLab;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.color.PDSeparation;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * Remembers what a page was painted with, so that white text on a coloured box is not taken for
 * hidden. A painted shape counts as the box around it.
 */
final class PdfBackdrop {
  /**
   * Of each part of a colour. Chosen by hand: the lightest grey that is meant to be read is darker.
   */
  private static final float WHITE = 0.97f;

  /** Of the area; a scanned page may be cut to what is printed on it. Chosen by hand. */
  private static final float MOST_OF_A_PAGE = 0.6f;

  /** Shapes that are remembered, and asked for each white letter: bounds what drawings cost. */
  private static final int MOST = 1000;

  private record Box(float left, float bottom, float right, float top, boolean white) {
    boolean holds(float x, float y) {
      return x >= left && x <= right && y >= bottom && y <= top;
    }
  }

  private final List<Box> boxes = new ArrayList<>();
  private float left;
  private float bottom;
  private float right;
  private float top;

  private float picture;

  PdfBackdrop() {
    clear();
  }

  /** Another page begins. */
  void reset() {
    boxes.clear();
    picture = 0;
    clear();
  }

  private void clear() {
    left = Float.MAX_VALUE;
    bottom = Float.MAX_VALUE;
    right = -Float.MAX_VALUE;
    top = -Float.MAX_VALUE;
  }

  /** Takes note of an operator that builds or paints a path (ISO 32000-1, 8.5). */
  void see(String operator, List<COSBase> operands, PDGraphicsState state) {
    switch (operator) {
      case "re" -> rectangle(operands, state.getCurrentTransformationMatrix());
      case "m", "l", "c", "v", "y" -> points(operands, state.getCurrentTransformationMatrix());
      case "f", "F", "f*", "B", "B*", "b", "b*" -> paint(isWhite(state.getNonStrokingColor()));
      case "S", "s", "n" -> clear();
      default -> {}
    }
  }

  /** An image fills the unit square. */
  void image(Matrix matrix) {
    clear();
    point(0, 0, matrix);
    point(1, 1, matrix);
    picture = Math.max(picture, (right - left) * (top - bottom));
    paint(false);
  }

  /** Whether one image fills most of the page, as scanners make them. */
  boolean isPicture(PDRectangle page) {
    return picture >= MOST_OF_A_PAGE * page.getWidth() * page.getHeight();
  }

  private void rectangle(List<COSBase> operands, Matrix matrix) {
    if (operands.size() >= 4) {
      float x = number(operands.get(0));
      float y = number(operands.get(1));
      point(x, y, matrix);
      point(x + number(operands.get(2)), y + number(operands.get(3)), matrix);
    }
  }

  private void points(List<COSBase> operands, Matrix matrix) {
    for (int i = 0; i + 1 < Math.min(operands.size(), 6); i += 2) {
      point(number(operands.get(i)), number(operands.get(i + 1)), matrix);
    }
  }

  private void point(float x, float y, Matrix matrix) {
    var at = matrix.transformPoint(x, y);
    left = Math.min(left, at.x);
    right = Math.max(right, at.x);
    bottom = Math.min(bottom, at.y);
    top = Math.max(top, at.y);
  }

  private void paint(boolean white) {
    if (boxes.size() < MOST && left < right && bottom < top) {
      boxes.add(new Box(left, bottom, right, top, white));
    }
    clear();
  }

  private static float number(COSBase operand) {
    return operand instanceof COSNumber n ? n.floatValue() : 0;
  }

  boolean isWhiteAt(float x, float y) {
    for (int i = boxes.size() - 1; i >= 0; i--) {
      if (boxes.get(i).holds(x, y)) {
        return boxes.get(i).white;
      }
    }
    return true;
  }

  /** By the numbers of the colour alone: to convert between colour spaces costs more than pages. */
  static boolean isWhite(PDColor color) {
    float[] parts = color.getComponents();
    boolean special =
        switch (color.getColorSpace()) {
          case null -> true;
          case PDSeparation s -> true;
          case PDDeviceN n -> true;
          case PDIndexed i -> true;
          case PDPattern p -> true;
          case PDLab l -> true;
          default -> parts.length == 0;
        };
    if (special) {
      return false;
    }
    for (float part : parts) {
      if (parts.length == 4 ? part > 1 - WHITE : part < WHITE) {
        return false;
      }
    }
    return true;
  }
}
