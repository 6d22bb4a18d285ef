package dev.mldigest.page.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void the_words_that_changed_are_told_apart() {
    assertThat(WordDiff.of("It costs two euros.", "It costs three euros."))
        .containsExactly(
            new WordDiff.Piece(WordDiff.Kind.SAME, "It costs "),
            new WordDiff.Piece(WordDiff.Kind.GONE, "two "),
            new WordDiff.Piece(WordDiff.Kind.NEW, "three "),
            new WordDiff.Piece(WordDiff.Kind.SAME, "euros."));
  }

  @Test
  void both_texts_can_be_read_off_the_pieces() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String before = words(random);
      String after = words(random);
      List<WordDiff.Piece> pieces = WordDiff.of(before, after);
      assertThat(without(WordDiff.Kind.NEW, pieces)).as("round %d", round).isEqualTo(before);
      assertThat(without(WordDiff.Kind.GONE, pieces)).as("round %d", round).isEqualTo(after);
    }
  }

  private static String words(Random random) {
    return random
        .ints(random.nextInt(9), 0, 4)
        .mapToObj(word -> "abcd".substring(word, word + 1))
        .collect(Collectors.joining(random.nextBoolean() ? " " : "\n\n"));
  }

  private static String without(WordDiff.Kind kind, List<WordDiff.Piece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.kind() != kind)
        .map(WordDiff.Piece::text)
        .collect(Collectors.joining());
  }
}
