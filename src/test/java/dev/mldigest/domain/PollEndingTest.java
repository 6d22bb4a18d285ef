package dev.mldigest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollEndingTest {
  @ParameterizedTest
  @EnumSource(PollEnding.class)
  void a_kept_word_says_how_the_poll_ended(PollEnding ending) {
    assertThat(PollEnding.of(ending.word())).isEqualTo(ending);
  }

  @ParameterizedTest
  @EnumSource(FetchFailure.class)
  void a_kept_failure_is_one(FetchFailure why) {
    assertThat(PollEnding.of(new FetchOutcome.Failed(why, "").word())).isEqualTo(PollEnding.FAILED);
  }
}
