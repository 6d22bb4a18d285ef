package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.extract.pdf.PdfText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfBoundsTest {
  private static final String PROSE = "A line of the text that is as long as lines in papers are,";

  private static ExtractOutcome extract(byte[] pdf) {
    return new Extractor().extract(pdf, "application/pdf", Pages.URL, null);
  }

  private static String refusal(byte[] pdf) {
    ExtractOutcome outcome = extract(pdf);
    assertThat(outcome).isInstanceOf(ExtractOutcome.Unreadable.class);
    ExtractOutcome.Unreadable unreadable = (ExtractOutcome.Unreadable) outcome;
    assertThat(unreadable.kind()).isEqualTo(PageKind.EMPTY);
    return unreadable.reason();
  }

  private static Pdfs pages(int pages, int lines) {
    Pdfs pdf = new Pdfs();
    for (int i = 0; i < pages; i++) {
      pdf.page();
      for (int j = 0; j < lines; j++) {
        pdf.line(PROSE + " " + (1000 + i), 60, 100 + 6 * j);
      }
    }
    return pdf;
  }

  @Test
  void a_pdf_is_known_by_its_first_bytes_whatever_it_is_called() {
    byte[] pdf = pages(1, 3).bytes();

    assertThat(new Extractor().extract(pdf, "text/html", Pages.URL, null))
        .isInstanceOfSatisfying(
            ExtractOutcome.Extracted.class, e -> assertThat(e.article().text()).startsWith(PROSE));
  }

  @Test
  void a_pdf_that_is_too_large_is_refused() {
    assertThat(refusal(Arrays.copyOf("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 20_000_001)))
        .isEqualTo("The PDF is larger than 20 MB, the most that is read.");
  }

  @Test
  void a_pdf_that_unpacks_to_too_much_is_refused_before_it_is_read() {
    byte[] bomb =
        new Pdfs()
            .draw(p -> {
              String rest = " ".repeat(1_000_000);
              for (int i = 0; i < 65; i++) {
                p.addComment(rest);
              }
            })
            .bytes();

    assertThat(bomb).hasSizeLessThan(1_000_000);
    assertThat(refusal(bomb)).startsWith("The PDF unpacks to more than is read into memory");
  }

  @Test
  void of_very_many_pages_the_first_are_read() {
    ExtractOutcome outcome = extract(pages(62, 1).bytes());

    assertThat(((ExtractOutcome.Extracted) outcome).article().text())
        .contains(" 1059")
        .doesNotContain(" 1060");
  }

  @Test
  void what_was_read_before_time_ran_out_is_kept() {
    AtomicInteger glances = new AtomicInteger();
    Instant start = Instant.parse("2026-02-03T00:00:00Z");
    // Each page has some 500 operators, and every 256 the clock is looked at.
    InstantSource clock =
        () -> glances.incrementAndGet() <= 3 ? start : start.plus(PdfText.MOST_TIME).plusMillis(1);

    ExtractOutcome outcome =
        new Extractor(clock).extract(pages(3, 100).bytes(), null, Pages.URL, null);

    assertThat(((ExtractOutcome.Extracted) outcome).article().text())
        .contains(" 1000")
        .doesNotContain(" 1001");
  }

  @Test
  void a_pdf_whose_first_page_takes_too_long_is_unreadable() {
    Instant start = Instant.parse("2026-02-03T00:00:00Z");
    AtomicInteger glances = new AtomicInteger();
    Reading reading =
        new Extractor(() -> start.plusSeconds(3600L * glances.getAndIncrement()))
            .read(pages(1, 1).bytes(), null, Pages.URL, null);

    assertThat(reading.unreadable())
        .isEqualTo("The PDF's first page cannot be read, or not in time.");
  }

  @Test
  void an_encrypted_pdf_is_unreadable() throws IOException {
    for (String password : new String[] {"", "secret"}) {
      Pdfs pdf = pages(1, 1);
      pdf.document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      assertThat(refusal(pdf.bytes())).startsWith("The PDF is ");
    }
  }

  @Test
  void pictures_of_text_are_no_text() {
    assertThat(refusal(new Pdfs().page().bytes()))
        .isEqualTo("The PDF shows no text; its pages may be pictures.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%PDF-", "%PDF-1.7\n%%EOF", "%PDF-1.7\nxref\n0 1\ntrailer\n<</Root 1 0 R>>"})
  void what_only_begins_like_a_pdf_is_unreadable(String bytes) {
    assertThat(refusal(bytes.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("The PDF is damaged or of a kind that cannot be read.");
  }

  @Test
  void a_pdf_of_arrays_within_arrays_ends_in_an_outcome() {
    String deep =
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages "
            + "[".repeat(1_000_000)
            + ">>\nendobj\n"
            + "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF";

    assertThat(refusal(deep.getBytes(StandardCharsets.US_ASCII))).startsWith("The PDF ");
  }

  @Test
  void a_damaged_pdf_ends_in_an_outcome() {
    byte[] whole = pages(2, 20).bytes();
    long seed = 20260203;
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(whole.length / 2));
      for (int j = 0; j < 10; j++) {
        damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt(256);
      }
      assertThat(extract(damaged)).as("seed %s, round %s", seed, i).isNotNull();
    }
  }

  @Test
  void a_form_that_draws_itself_ends_when_time_is_up() {
    AtomicInteger glances = new AtomicInteger();
    Instant start = Instant.parse("2026-02-03T00:00:00Z");

    Reading reading =
        new Extractor(() -> start.plusMillis(100L * glances.getAndIncrement()))
            .read(HostilePdfs.formLoop(), null, Pages.URL, null);

    assertThat(reading.unreadable())
        .isEqualTo("The PDF's first page cannot be read, or not in time.");
    assertThat(glances).hasValueLessThan(300);
  }

  /** In a program of its own, as no other test may be hurt if the bound does not hold. */
  @Test
  void hostile_pdfs_end_in_a_note_within_256_megabytes(@TempDir Path folder) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.mldigest.Main",
                "inspect",
                "article",
                "--json"));
    for (var pdf : HostilePdfs.all().entrySet()) {
      Path file = folder.resolve(pdf.getKey() + ".pdf");
      Files.write(file, pdf.getValue());
      command.add(file.toString());
    }
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(said);
    assertThat(lines).hasSameSizeAs(HostilePdfs.all().keySet());
    assertThat(lines).allMatch(line -> line.contains("\"ok\":true"));
    assertThat(lines)
        .filteredOn(line -> !line.contains("/hyphens.pdf"))
        .allMatch(line -> line.contains("\"unreadable\":\"The PDF"));
  }
}
