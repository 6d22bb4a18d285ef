package dev.mldigest.extract.pdf;

import dev.mldigest.text.Script;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Reads the lines of a PDF's pages in the order in which they were written, without what nobody can
 * see on them. It stops at a time, also amid a page; pages read until then are kept.
 */
final class PdfGlyphs extends PDFTextStripper {
  /** Points; the smallest print has four. */
  private static final float TINY = 1;

  /** Of full ink: nobody tells it from the paper. */
  private static final double TRANSPARENT = 0.05;

  /** Of graphics states saved within one another; each is a copy. */
  private static final int DEEPEST = 1000;

  /** Twenty times the letters of a full page; all pages of a book are far from the second. */
  private static final int MOST_GLYPHS_A_PAGE = 100_000;

  private static final int MOST_GLYPHS = 600_000; // see MOST_GLYPHS_A_PAGE

  /** A page number or a stamp may be printed over the picture of a page. */
  private static final int FEW_GLYPHS = 40;

  /** A glance at the clock costs more than an operator. */
  private static final int OPERATORS_A_GLANCE = 256;

  /** Unchecked, since the library goes on after a checked one from within a form. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1; // never written

    TooMuch(String message) {
      super(message);
    }
  }

  final List<PdfPage> pages = new ArrayList<>();
  int hidden;

  private final InstantSource clock;
  private final Instant end;
  private final PdfBackdrop backdrop = new PdfBackdrop();
  private final List<PdfWord> words = new ArrayList<>();
  private final List<PdfLine> lines = new ArrayList<>();
  private final List<TextPosition> unpainted = new ArrayList<>();
  private Matrix glyph = new Matrix();
  private int operators;
  private int glyphs;
  private int glyphsBefore;
  private int seen;

  PdfGlyphs(InstantSource clock, Instant end, int mostPages) {
    this.clock = clock;
    this.end = end;
    setSortByPosition(false);
    setShouldSeparateByBeads(false);
    setEndPage(mostPages);
    addOperator(new SetNonStrokingColor(this));
    addOperator(new SetNonStrokingColorN(this));
    addOperator(new SetNonStrokingColorSpace(this));
    addOperator(new SetNonStrokingDeviceCMYKColor(this));
    addOperator(new SetNonStrokingDeviceGrayColor(this));
    addOperator(new SetNonStrokingDeviceRGBColor(this));
  }

  void read(PDDocument document) throws IOException {
    writeText(document, Writer.nullWriter());
  }

  @Override
  protected void startPage(PDPage page) throws IOException {
    backdrop.reset();
    lines.clear();
    words.clear();
    unpainted.clear();
    glyphsBefore = glyphs;
    seen = 0;
  }

  /**
   * Text that is not painted lies over the picture of a scanned page for those who search it: there
   * it is all the text the page has. On any other page nobody sees it.
   */
  @Override
  protected void writePage() throws IOException {
    if (seen <= FEW_GLYPHS && backdrop.isPicture(getCurrentPage().getCropBox())) {
      unpainted.forEach(super::processTextPosition);
    } else {
      unpainted.forEach(text -> hidden += text.getUnicode().strip().length());
    }
    super.writePage();
  }

  @Override
  protected void endPage(PDPage page) throws IOException {
    endLine();
    boolean turned = page.getRotation() % 180 != 0;
    float width = page.getCropBox().getWidth();
    float height = page.getCropBox().getHeight();
    pages.add(new PdfPage(turned ? height : width, turned ? width : height, List.copyOf(lines)));
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (operators++ % OPERATORS_A_GLANCE == 0 && clock.instant().isAfter(end)) {
      throw new TooMuch("Out of time.");
    }
    if (getGraphicsStackSize() > DEEPEST) {
      throw new TooMuch("Too many states within one another.");
    }
    backdrop.see(operator.getName(), operands, getGraphicsState());
    if (operator.getName().equals("Do")
        && !operands.isEmpty()
        && operands.getFirst() instanceof COSName name
        && getResources().isImageXObject(name)) {
      backdrop.image(getGraphicsState().getCurrentTransformationMatrix());
      return;
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement)
      throws IOException {
    glyph = rendering;
    if (++glyphs > MOST_GLYPHS || glyphs - glyphsBefore > MOST_GLYPHS_A_PAGE) {
      throw new TooMuch("Too much text.");
    }
    super.showGlyph(rendering, font, code, displacement);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    if (isHidden(text)) {
      hidden += text.getUnicode().strip().length();
    } else if (isUnpainted()) {
      unpainted.add(text);
    } else if (text.getDir() == 0) { // what is written up the margin is no part of the text
      seen++;
      super.processTextPosition(text);
    }
  }

  private boolean isHidden(TextPosition text) {
    var state = getGraphicsState();
    RenderingMode mode = state.getTextState().getRenderingMode();
    return state.getNonStrokeAlphaConstant() < TRANSPARENT
        || Math.abs(text.getYScale()) < TINY
        || isOffPage(text)
        || isWhiteOnWhite(mode);
  }

  private boolean isUnpainted() {
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    return mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP;
  }

  private static boolean isOffPage(TextPosition text) {
    float size = Math.abs(text.getYScale());
    return text.getX() + text.getWidth() < 0
        || text.getX() > text.getPageWidth()
        || text.getY() < 0
        || text.getY() - size > text.getPageHeight();
  }

  private boolean isWhiteOnWhite(RenderingMode mode) {
    return mode.isFill()
        && !mode.isStroke()
        && PdfBackdrop.isWhite(getGraphicsState().getNonStrokingColor())
        && backdrop.isWhiteAt(
            glyph.getTranslateX(), glyph.getTranslateY() + glyph.getScalingFactorY() / 4);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    if (positions.isEmpty() || text.isBlank()) {
      return;
    }
    TextPosition first = positions.getFirst();
    TextPosition last = positions.getLast();
    words.add(
        new PdfWord(
            composed(withExponents(text, positions)),
            first.getXDirAdj(),
            last.getXDirAdj() + last.getWidthDirAdj(),
            first.getYDirAdj(),
            Math.abs(first.getYScale()),
            isBold(first.getFont())));
  }

  /** Digits that are set smaller and higher behind others are no further digits of their number. */
  private static String withExponents(String text, List<TextPosition> positions) {
    StringBuilder out = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    StringBuilder raised = new StringBuilder();
    TextPosition base = positions.getFirst();
    for (TextPosition at : positions) {
      plain.append(at.getUnicode());
      if (isRaised(at, base) && endsInDigit(out)) {
        raised.append(at.getUnicode());
        continue;
      }
      out.append(raised.isEmpty() ? "" : Script.raised(raised.toString())).append(at.getUnicode());
      raised.setLength(0);
      base = at;
    }
    out.append(raised.isEmpty() ? "" : Script.raised(raised.toString()));
    // Else the library put letters in another order or form.
    return plain.toString().equals(text) ? out.toString() : text;
  }

  private static boolean isRaised(TextPosition at, TextPosition base) {
    float size = Math.abs(base.getYScale());
    String sign = at.getUnicode();
    return Math.abs(at.getYScale()) < 0.85f * size
        && base.getYDirAdj() - at.getYDirAdj() > 0.15f * size
        && sign.length() == 1
        && (Character.isDigit(sign.charAt(0)) || "+-−–".contains(sign));
  }

  private static boolean endsInDigit(StringBuilder text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
  }

  /** Ligatures are two letters to a reader; accents are part of theirs. */
  private static String composed(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          String letter = Character.toString(c);
          boolean ligature = c >= 0xfb00 && c <= 0xfb06;
          plain.append(ligature ? Normalizer.normalize(letter, Normalizer.Form.NFKC) : letter);
        });
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** Fonts of LaTeX say it in their names only: CMBX10, NimbusRomNo9L-Medi. */
  private static boolean isBold(PDFont font) {
    String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
    return name.contains("bold")
        || name.contains("medi")
        || name.contains("cmbx")
        || name.contains("black");
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
  }

  @Override
  protected void endArticle() {
    endLine();
  }

  private void endLine() {
    if (!words.isEmpty()) {
      lines.add(PdfLine.of(words));
      words.clear();
    }
  }
}
