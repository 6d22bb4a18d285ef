package dev.mldigest.assemble.picture;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A scene as PNG, for mails: twice as many pixels each way as the scene says, so that it is sharp
 * on every screen, on a ground of its own, because a mail program may darken what is around it.
 * Drawn from outlines alone: neither display nor installed font is asked, and the same scene is the
 * same picture on every machine.
 */
public final class Png {
  private static final int SCALE = 2;

  /** Pixels of ground around what is drawn. */
  private static final int MARGIN = 12;

  /** Colours of ground and text, 0xRRGGBB: those of the pages. */
  public enum Scheme {
    LIGHT(0xFFFFFF, 0x1A1A1A),
    DARK(0x15181C, 0xE8EAED);

    private final int ground;
    private final int ink;

    Scheme(int ground, int ink) {
      this.ground = ground;
      this.ink = ink;
    }

    int ground() {
      return ground;
    }

    int ink() {
      return ink;
    }
  }

  private Png() {}

  /** On white. */
  public static byte[] of(Scene scene) {
    return of(scene, Scheme.LIGHT);
  }

  public static byte[] of(Scene scene, Scheme scheme) {
    System.setProperty("java.awt.headless", "true"); // nothing of this program opens a window
    BufferedImage image =
        new BufferedImage(width(scene) * SCALE, height(scene) * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(new Color(scheme.ground()));
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(SCALE, SCALE);
      graphics.translate(MARGIN, MARGIN);
      for (Mark mark : scene.marks()) {
        graphics.setColor(new Color(mark.tone().rgb(scheme.ink())));
        graphics.setComposite(
            AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) mark.tone().opacity()));
        graphics.fill(shape(mark));
      }
    } finally {
      graphics.dispose();
    }
    return written(image);
  }

  /** Pixels that a page or a mail gives the picture: half of those it holds. */
  public static int width(Scene scene) {
    return scene.width() + 2 * MARGIN;
  }

  /** The same upright. */
  public static int height(Scene scene) {
    return scene.height() + 2 * MARGIN;
  }

  private static Shape shape(Mark mark) {
    return switch (mark) {
      case Mark.Bar bar -> new Rectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height());
      case Mark.Dot dot ->
          new Ellipse2D.Double(
              dot.x() - dot.radius(), dot.y() - dot.radius(), 2 * dot.radius(), 2 * dot.radius());
      case Mark.Line line -> line(line);
      case Mark.Cross cross -> cross(cross);
      case Mark.Words words -> words(words);
    };
  }

  private static Shape line(Mark.Line line) {
    Path2D path = new Path2D.Double();
    for (Mark.Spot spot : line.through()) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(spot.x(), spot.y());
      } else {
        path.lineTo(spot.x(), spot.y());
      }
    }
    return new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
        .createStrokedShape(path);
  }

  private static Shape cross(Mark.Cross cross) {
    double r = cross.radius();
    Path2D path = new Path2D.Double();
    path.append(
        new Line2D.Double(cross.x() - r, cross.y() - r, cross.x() + r, cross.y() + r), false);
    path.append(
        new Line2D.Double(cross.x() + r, cross.y() - r, cross.x() - r, cross.y() + r), false);
    return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
        .createStrokedShape(path);
  }

  private static Shape words(Mark.Words words) {
    Lettering lettering = Lettering.loaded();
    double width = lettering.width(words.text(), words.size());
    double from =
        switch (words.side()) {
          case START -> words.x();
          case MIDDLE -> words.x() - width / 2;
          case END -> words.x() - width;
        };
    return lettering.outlines(words.text(), words.size(), from, words.y());
  }

  private static byte[] written(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam small = writer.getDefaultWriteParam();
    small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    small.setCompressionQuality(0);
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), small);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing a picture into memory failed.", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
