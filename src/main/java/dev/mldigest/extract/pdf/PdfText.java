package dev.mldigest.extract.pdf;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.Folding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;

/**
 * The text of a PDF: the last resort, where there is no page to read. Bytes, pages, memory and time
 * are bounded; whatever a PDF does to the library that reads it ends in one sentence.
 */
public sealed interface PdfText {
  /**
   * What was read.
   *
   * @param blocks headings, paragraphs and captions, with the verdict on each
   * @param hidden characters that nobody can see on the pages and that were left out
   * @param paper whether it has the parts of a paper
   */
  record Read(String title, @Nullable String byline, List<Block> blocks, int hidden, boolean paper)
      implements PdfText {}

  /**
   * It was not read.
   *
   * @param reason one sentence
   */
  record Unread(String reason) implements PdfText {}

  /** Chosen by hand: a PDF is held in memory whole, several at a time. */
  int MOST_BYTES = 20_000_000;

  /** A paper with its appendices; of a book the first part says what it is about. */
  int MOST_PAGES = 60;

  /** Chosen by hand: what one PDF may cost a run. */
  Duration MOST_TIME = Duration.ofSeconds(20);

  /** Characters of a title or of authors in what the file says of itself; the rest is cut. */
  int LONGEST = 300;

  static boolean is(byte[] body, @Nullable String contentType) {
    boolean named =
        contentType != null
            && contentType.strip().toLowerCase(Locale.ROOT).startsWith("application/pdf");
    return named
        || new String(body, 0, Math.min(5, body.length), StandardCharsets.ISO_8859_1)
            .equals("%PDF-");
  }

  static PdfText read(byte[] pdf, InstantSource clock) {
    if (pdf.length > MOST_BYTES) {
      return new Unread(
          "The PDF is larger than " + MOST_BYTES / 1_000_000 + " MB, the most that is read.");
    }
    if (PdfStreams.isTooLarge(pdf)) {
      return new Unread(
          "The PDF unpacks to more than is read into memory, or in a way that is not followed.");
    }
    PdfFonts.use();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.isEncrypted() ? new Unread("The PDF is encrypted.") : read(document, clock);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The library walks trees of objects by recursion; all it had begun is dropped here.
      return new Unread("The PDF is damaged or of a kind that cannot be read.");
    }
  }

  private static PdfText read(PDDocument document, InstantSource clock) {
    PdfGlyphs glyphs = new PdfGlyphs(clock, clock.instant().plus(MOST_TIME), MOST_PAGES);
    boolean whole = true;
    try {
      glyphs.read(document);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      whole = false; // the pages before are as good as ever
    }
    if (!whole && glyphs.pages.isEmpty()) {
      return new Unread("The PDF's first page cannot be read, or not in time.");
    }
    PdfProse.Read prose = PdfProse.read(glyphs.pages);
    PDDocumentInformation info = document.getDocumentInformation();
    return new Read(
        title(plain(info.getTitle()), prose),
        author(plain(info.getAuthor())),
        prose.blocks(),
        glyphs.hidden,
        prose.paper());
  }

  /** Many programs leave a file's name or a template's title; what is printed large is true. */
  private static String title(String named, PdfProse.Read prose) {
    String printed = prose.title();
    boolean shown = Folding.letters(named).length() > 3;
    boolean same = Folding.letters(printed).equals(Folding.letters(named));
    return shown && (printed.isEmpty() || same) ? named : printed;
  }

  private static @Nullable String author(String named) {
    return named.isEmpty() || named.length() > 200 ? null : named;
  }

  private static String plain(@Nullable String text) {
    String folded = text == null ? "" : Folding.blanks(text);
    return folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
  }
}
