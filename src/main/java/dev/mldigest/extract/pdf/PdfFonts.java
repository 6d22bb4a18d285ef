package dev.mldigest.extract.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Stands in for fonts that a PDF does not carry: always the one that comes with the library. Text
 * needs no better, and the library's own way reads every font of the machine and writes an index of
 * them into the user's home.
 */
final class PdfFonts implements FontMapper {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private final TrueTypeFont font;

  private PdfFonts(TrueTypeFont font) {
    this.font = font;
  }

  /** Puts this in the place of the library's own, which is one for the whole program. */
  static void use() {
    if (!(FontMappers.instance() instanceof PdfFonts)) {
      FontMappers.set(load());
    }
  }

  private static PdfFonts load() {
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      byte[] bytes = Objects.requireNonNull(in, FONT).readAllBytes();
      return new PdfFonts(new TTFParser().parse(new RandomAccessReadBuffer(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + FONT + " cannot be read.", e);
    }
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(font, true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(font, true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
    return new CIDFontMapping(null, font, true);
  }
}
