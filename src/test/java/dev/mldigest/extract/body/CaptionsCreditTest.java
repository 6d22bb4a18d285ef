package dev.mldigest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which captions say whose a picture is. */
class CaptionsCreditTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Photo: Ann Sample",
        "A letter box. Photo: Ann Sample",
        "A letter box (Image: Ann Sample)",
        "A letter box | Foto: Ann Sample",
        "Firn | Getty Images",
        "Ann Sample / Shutterstock",
        "A letter box, via Unsplash",
        "写真：東京の郵便局"
      })
  void a_credit_stands_where_a_caption_a_sentence_or_a_bracket_begins(String caption) {
    assertThat(Captions.isCredit(caption)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Input image: a letter of three pages. Output: the ward",
        "Accuracy of the network on 25,000 pictures of Unsplash and of Getty",
        "A courtesy call of the post office",
        "Letters a day, by ward"
      })
  void what_a_picture_shows_is_none(String caption) {
    assertThat(Captions.isCredit(caption)).isFalse();
  }
}
