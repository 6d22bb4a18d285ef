package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which captions of figures, listings and tables are of the text. */
class CaptionsTest {
  private static final String PROSE = "<p>" + StrangersPagesTest.PROSE + "</p>";

  private static String read(String text) {
    return Pages.readHtml(
            "<title>A small network</title><body><article><h1>A small network</h1>"
                + PROSE.repeat(2)
                + text
                + PROSE.replace("letters", "laws")
                + "</article>")
        .article()
        .text();
  }

  private static String figure(String caption) {
    return "<figure><img src=a.png><figcaption>" + caption + "</figcaption></figure>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Figure 3 | Figure 3. Letters a day, by ward",
        "Fig. 3 | Figure 3: Letters a day, by ward",
        "Abbildung 3 | Abb. 3 Briefe am Tag nach Bezirk",
        "図3 | 図3 地区ごとの手紙の数",
        "listing 4–1 | Listing 4-1: Counting letters"
      })
  void a_caption_that_the_text_refers_to_by_its_number_is_of_the_text(String label, String said) {
    String reference = "<p>The wards differ, as can be seen in " + label + ", by a factor of two.";
    assertThat(read(reference + figure(said))).contains(said);
  }

  @Test
  void a_number_that_the_text_does_not_speak_of_is_no_reference() {
    String said = "Figure 3. Photo by Ann Sample, courtesy of the archive";
    assertThat(read("<p>Of Figure 31 and of 3 wards nothing more is known." + figure(said)))
        .doesNotContain("Ann Sample");
  }

  @Test
  void what_names_a_listing_or_a_table_that_is_read_stays_with_it() {
    assertThat(
            read(
                "<figure><pre><code>count(letters)</code></pre><figcaption>Counting with one"
                    + " call</figcaption></figure>"))
        .contains("Counting with one call");
    assertThat(
            read(
                "<table><caption>Letters by"
                    + " ward</caption><tr><th>Ward<th>Letters<tr><td>North<td>12"
                    + "<tr><td>South<td>31</table>"))
        .contains("Letters by ward");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A letter box at the old gate. Photo: Ann Sample",
        "Photo by Ann Sample",
        "Der alte Briefkasten. Foto: Ann Sample",
        "La boîte aux lettres. Crédit photo : Ann Sample",
        "El buzón viejo. Fotografía: Ann Sample",
        "A letter box (Image credit: Ann Sample / Getty Images)"
      })
  void whose_a_picture_is_no_reader_of_the_text_asks(String said) {
    assertThat(read(figure(said).repeat(3))).doesNotContain("Ann Sample");
  }

  @Test
  void a_name_with_a_number_is_no_label_of_a_figure() {
    assertThat(
            read(
                "<p>The team compared it with Llama 3 in production."
                    + figure("Llama 3 on stage. Photo: Ann Sample / Getty Images")))
        .doesNotContain("Ann Sample");
  }
}
