package dev.mldigest.summarise.ground;

import java.util.List;

/**
 * A statement with what it rests on.
 *
 * @param sentenceIds numbers of source sentences, from 1
 * @param quote said to stand verbatim in one of them
 */
public record Claim(String claim, List<Integer> sentenceIds, String quote) {
  public Claim {
    sentenceIds = List.copyOf(sentenceIds);
  }
}
