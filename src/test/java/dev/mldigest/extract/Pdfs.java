package dev.mldigest.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Makes PDFs for tests, on A4 (595 x 842 points). */
public final class Pdfs {
  public static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  public static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

  /** What is done to a page beyond plain lines. */
  public interface Drawing {
    void on(PDPageContentStream page) throws IOException;
  }

  public final PDDocument document = new PDDocument();
  private final PDPageContentStream[] page = new PDPageContentStream[1];

  public Pdfs page() {
    return draw(null);
  }

  /** Text with its base line {@code down} points below the upper edge. */
  public Pdfs line(String text, float x, float down, float size, PDFont font) {
    return draw(p -> {
      p.beginText();
      p.setFont(font, size);
      p.newLineAtOffset(x, 842 - down);
      p.showText(text);
      p.endText();
    });
  }

  public Pdfs line(String text, float x, float down) {
    return line(text, x, down, 10, PLAIN);
  }

  /** Lines one below the other, 12 points apart. */
  public Pdfs lines(float x, float down, String text) {
    float y = down;
    for (String line : text.strip().lines().toList()) {
      line(line, x, y);
      y += 12;
    }
    return this;
  }

  /** Draws on the page; null begins the next one. */
  public Pdfs draw(@org.jspecify.annotations.Nullable Drawing drawing) {
    try {
      if (drawing == null || page[0] == null) {
        endPage();
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page[0] = new PDPageContentStream(document, next);
      }
      if (drawing != null) {
        drawing.on(page[0]);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endPage() throws IOException {
    if (page[0] != null) {
      page[0].close();
    }
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      endPage();
      document.save(out);
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public Reading read() {
    return new Extractor().read(bytes(), "application/pdf", Pages.URL, null);
  }
}
