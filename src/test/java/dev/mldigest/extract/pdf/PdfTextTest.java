package dev.mldigest.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.extract.Pdfs;
import dev.mldigest.extract.Reading;
import java.awt.image.BufferedImage;
import java.time.InstantSource;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

class PdfTextTest {
  private static final String LEFT =
      """
      The left column begins with a sentence that runs
      over its lines as sentences in papers do. It holds
      words that are long and so are bro-
      ken where the line ends, and well-known ones that
      keep their hyphen wherever a line of a well-
      known kind should end. Ten lines make a column,
      and the last of them does not end its sentence
      but lets it run into the column on the right
      """;
  private static final String RIGHT =
      """
      where it goes on in lower case and comes to an
      end. Another sentence follows upon it here, and
      it says nothing that was not said before. When
      lines are broken by a program they are all about
      as long as the column is wide, and the gutter is
      left free between the two of them. Nothing more
      is there to be said about columns in this text,
      so it ends here.
      """;
  private static final String COLUMNS =
      "The left column begins with a sentence that runs over its lines as sentences in papers do."
          + " It holds words that are long and so are broken where the line ends, and well-known"
          + " ones that keep their hyphen wherever a line of a well-known kind should end. Ten"
          + " lines make a column, and the last of them does not end its sentence but lets it run"
          + " into the column on the right where it goes on in lower case and comes to an end."
          + " Another sentence follows upon it here, and it says nothing that was not said before."
          + " When lines are broken by a program they are all about as long as the column is wide,"
          + " and the gutter is left free between the two of them. Nothing more is there to be said"
          + " about columns in this text, so it ends here.";

  private static Pdfs paper() {
    Pdfs pdf = new Pdfs();
    pdf.line("Reading Tables Twice", 180, 90, 17, Pdfs.BOLD)
        .line("and Once More", 210, 110, 17, Pdfs.BOLD)
        .line("Ada Example and Max Muster", 210, 130, 11, Pdfs.PLAIN)
        .line("Abstract", 270, 160, 11, Pdfs.BOLD)
        .lines(80, 180, "A second pass over the cells halves the error\nand we say why it does so.")
        .line("1 Introduction", 60, 230, 12, Pdfs.BOLD)
        .lines(60, 250, "Models read tables once. We read them twice,\nand that is all.")
        .line("This is the second paragraph, with its first line", 75, 274)
        .line("set in a little.", 60, 286)
        .line("2 Method", 60, 320, 12, Pdfs.BOLD)
        .line("2.1 The second pass", 60, 345, 10, Pdfs.BOLD)
        .lines(60, 365, "The second pass reads each cell again and goes on")
        .line("1 A footnote in small print.", 60, 740, 8, Pdfs.PLAIN)
        .line("1", 297, 815);
    pdf.page()
        .lines(60, 90, "to the next page, where it ends.")
        .line("Figure 1: Two passes.", 60, 120, 9, Pdfs.PLAIN)
        .line("References", 60, 150, 12, Pdfs.BOLD)
        .lines(60, 170, "[1] B. Beispiel. On reading tables once. 2025.")
        .line("A Proofs", 60, 220, 12, Pdfs.BOLD)
        .lines(60, 240, "The proof is by induction over rows.")
        .line("2", 297, 815);
    return pdf;
  }

  @Test
  void a_paper_is_read_with_sections_and_without_authors_references_and_page_numbers() {
    assertThat(paper().read().article().markdown())
        .isEqualTo(
            """
            ## Abstract

            A second pass over the cells halves the error and we say why it does so.

            ## 1 Introduction

            Models read tables once. We read them twice, and that is all.

            This is the second paragraph, with its first line set in a little.

            ## 2 Method

            ### 2.1 The second pass

            The second pass reads each cell again and goes on to the next page, where it ends.

            1 A footnote in small print.

            Figure 1: Two passes.

            ## A Proofs

            The proof is by induction over rows.\
            """);
  }

  @Test
  void the_title_is_what_is_printed_largest_whatever_the_file_says_of_itself() {
    Pdfs pdf = paper();
    pdf.document.getDocumentInformation().setTitle("Microsoft Word - final2.doc");
    pdf.document.getDocumentInformation().setAuthor("Ada Example");
    Article article = pdf.read().article();

    assertThat(article.title()).isEqualTo("Reading Tables Twice and Once More");
    assertThat(article.about().byline()).isEqualTo("Ada Example");
    assertThat(article.kind()).isEqualTo(PageKind.PAPER);
  }

  @Test
  void the_title_the_file_gives_is_taken_where_none_is_printed_larger() {
    Pdfs pdf = new Pdfs().lines(60, 90, "Some prose of one size, without a title\nover it at all.");
    pdf.document.getDocumentInformation().setTitle("Minutes of the meeting");

    Article article = pdf.read().article();
    assertThat(article.title()).isEqualTo("Minutes of the meeting");
    assertThat(article.kind()).isEqualTo(PageKind.POST);
  }

  @Test
  void columns_are_read_one_after_the_other() {
    Pdfs pdf = new Pdfs().lines(50, 120, LEFT).lines(310, 120, RIGHT);

    assertThat(pdf.read().article().text()).isEqualTo(COLUMNS);
  }

  @Test
  void columns_written_line_by_line_across_the_page_are_read_one_after_the_other() {
    Pdfs pdf = new Pdfs();
    List<String> left = LEFT.lines().toList();
    List<String> right = RIGHT.lines().toList();
    for (int i = 0; i < left.size(); i++) {
      pdf.line(left.get(i), 50, 120 + 12 * i).line(right.get(i), 310, 120 + 12 * i);
    }

    assertThat(pdf.read().article().text()).isEqualTo(COLUMNS);
  }

  @Test
  void running_heads_are_dropped() {
    Pdfs pdf = new Pdfs();
    for (int i = 1; i <= 4; i++) {
      pdf.page()
          .line("Reading Tables Twice, page " + i, 200, 40)
          .lines(
              60, 120, "Page after page says something of its own: " + "abcd".charAt(i - 1) + ".");
    }

    assertThat(pdf.read().article().text())
        .hasLineCount(4)
        .doesNotContain("Twice")
        .endsWith("its own: d.");
  }

  @Test
  void what_nobody_can_see_is_left_out_and_counted() throws Exception {
    Pdfs pdf = new Pdfs().lines(60, 120, "All that a reader of this page can see is this line.");
    pdf.draw(p -> p.setNonStrokingColor(1f, 1f, 1f)).line("White praise", 60, 150);
    pdf.draw(p -> p.setNonStrokingColor(0f)).line("Tiny praise", 60, 170, 0.5f, Pdfs.PLAIN);
    pdf.line("Far praise", 60, 900).line("Left praise", -400, 100);
    pdf.draw(p -> p.setRenderingMode(RenderingMode.NEITHER)).line("No praise", 60, 190);

    Reading reading = pdf.read();
    assertThat(reading.article().text())
        .isEqualTo("All that a reader of this page can see is this line.");
    assertThat(reading.hidden())
        .isEqualTo("WhitepraiseTinypraiseFarpraiseLeftpraiseNopraise".length());
  }

  @Test
  void white_text_on_a_coloured_box_can_be_seen() {
    Pdfs pdf = new Pdfs().lines(60, 120, "All that a reader of this page can see is this line,");
    pdf.draw(p -> {
      p.setNonStrokingColor(0f, 0f, 0.5f);
      p.addRect(50, 842 - 140, 300, 15);
      p.fill();
      p.setNonStrokingColor(1f, 1f, 1f);
    });
    pdf.line("and this one in its box.", 60, 135);

    Reading reading = pdf.read();
    assertThat(reading.article().text()).endsWith("this line, and this one in its box.");
    assertThat(reading.hidden()).isZero();
  }

  @Test
  void ligatures_become_letters() throws Exception {
    Pdfs pdf = new Pdfs();
    String font = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    var embedded =
        PDType0Font.load(pdf.document, PDDocument.class.getResourceAsStream(font), false);
    pdf.line(
        "The \ufb01rst of the \ufb02oors is where we \ufb01nd the ten words.",
        60,
        120,
        10,
        embedded);

    assertThat(pdf.read().article().text())
        .isEqualTo("The first of the floors is where we find the ten words.");
  }

  @Test
  void digits_set_smaller_and_higher_are_an_exponent() {
    Pdfs pdf = new Pdfs();
    pdf.page()
        .lines(
            60, 90, "The harbour office counts every boat that comes in before dusk.\n".repeat(9))
        .draw(p -> {
          p.beginText();
          p.newLineAtOffset(60, 600);
          for (String part :
              new String[] {"We took 10", "^6", " steps at a rate of 10", "^-3", "."}) {
            boolean raised = part.startsWith("^");
            p.setFont(Pdfs.PLAIN, raised ? 7 : 10);
            p.setTextRise(raised ? 4 : 0);
            p.showText(raised ? part.substring(1) : part);
          }
          p.endText();
        });

    PdfText.Read read = (PdfText.Read) PdfText.read(pdf.bytes(), InstantSource.system());
    assertThat(read.blocks().getLast().text).endsWith("We took 10⁶ steps at a rate of 10⁻³.");
  }

  @Test
  void a_stamp_up_the_margin_is_no_part_of_the_text() {
    Pdfs pdf = new Pdfs().lines(60, 120, "All that a reader of this page reads is this line.");
    pdf.draw(p -> {
      p.beginText();
      p.setFont(Pdfs.PLAIN, 20);
      p.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 30, 200));
      p.showText("archive:2602.01234");
      p.endText();
    });

    assertThat(pdf.read().article().text())
        .isEqualTo("All that a reader of this page reads is this line.");
  }

  private static final String SCANNED =
      "The text of a scanned page is laid over its picture for those who search it.";

  private static Pdfs scanned() {
    Pdfs pdf = new Pdfs();
    return pdf.draw(p -> {
      var picture = new BufferedImage(60, 84, BufferedImage.TYPE_BYTE_GRAY);
      p.drawImage(LosslessFactory.createFromImage(pdf.document, picture), 0, 0, 595, 842);
      p.setRenderingMode(RenderingMode.NEITHER);
    });
  }

  @Test
  void what_was_recognised_on_a_scanned_page_is_its_text() {
    Reading reading = scanned().line(SCANNED, 60, 120).read();

    assertThat(reading.article().text()).isEqualTo(SCANNED);
    assertThat(reading.hidden()).isZero();
  }

  @Test
  void what_is_not_painted_is_hidden_where_the_page_shows_text_of_its_own() {
    Pdfs pdf = scanned().line("No praise", 60, 150);
    pdf.draw(p -> p.setRenderingMode(RenderingMode.FILL)).lines(60, 200, SCANNED);

    Reading reading = pdf.read();
    assertThat(reading.article().text()).isEqualTo(SCANNED);
    assertThat(reading.hidden()).isEqualTo("Nopraise".length());
  }
}
