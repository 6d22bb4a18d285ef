package dev.mldigest.assemble.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * How wide words are, and their outlines: Liberation Sans, which comes with the library that reads
 * PDFs, so that a picture is the same on every machine and needs neither a display nor an installed
 * font. Arial and Helvetica are as wide, so that the measure holds for the screen too. A sign that
 * the font has not (Chinese, emoji) is drawn as its empty box and counted as wide as high.
 */
final class Lettering {
  /** What stands on the screen, where the same letters are as wide. */
  static final String FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif";

  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String DOTS = "…";

  /** Where a screen has none of the family it shows DejaVu Sans or Verdana, a sixth wider. */
  private static final double WIDEST = 7 / 6.0;

  private static final class Loaded {
    private static final Lettering ONE = new Lettering();
  }

  private final TrueTypeFont font;
  private final CmapLookup signs;
  private final double em;

  private Lettering() {
    try (InputStream in = TrueTypeFont.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The program is incomplete: " + FILE + " is missing.");
      }
      font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      signs = font.getUnicodeCmapLookup();
      em = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException("The program's " + FILE + " cannot be read.", e);
    }
  }

  static Lettering loaded() {
    return Loaded.ONE;
  }

  /** In pixels. */
  double width(String text, double size) {
    return text.codePoints().mapToDouble(sign -> advance(sign)).sum() * size;
  }

  /** The text, or as much of it as fits with dots behind it, cut between what shows as letters. */
  String cut(String text, double size, double room) {
    double most = room / WIDEST;
    if (width(text, size) <= most) {
      return text;
    }
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int end = 0;
    double left = most - width(DOTS, size);
    for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
      left -= width(text.substring(end, next), size);
      if (left < 0) {
        break;
      }
      end = next;
    }
    return text.substring(0, end).stripTrailing() + DOTS;
  }

  /** Their outlines, from that place to the right. */
  GeneralPath outlines(String text, double size, double x, double y) {
    GeneralPath all = new GeneralPath();
    double scale = size / em;
    double at = x;
    for (int sign : text.codePoints().toArray()) {
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
      all.append(outline(sign).getPathIterator(place), false);
      at += advance(sign) * size;
    }
    return all;
  }

  private GeneralPath outline(int sign) {
    try {
      GlyphData glyph = font.getGlyph().getGlyph(signs.getGlyphId(sign));
      return glyph == null ? new GeneralPath() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException("The program's " + FILE + " cannot be read.", e);
    }
  }

  private double advance(int sign) {
    int glyph = signs.getGlyphId(sign);
    if (glyph == 0) {
      return isJoined(sign) ? 0 : 1;
    }
    try {
      return font.getAdvanceWidth(glyph) / em;
    } catch (IOException e) {
      throw new UncheckedIOException("The program's " + FILE + " cannot be read.", e);
    }
  }

  /** Marks and what joins emoji take no room of their own. */
  private static boolean isJoined(int sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.MODIFIER_SYMBOL;
  }
}
