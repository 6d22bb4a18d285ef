package dev.mldigest.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewPartTest {
  @Test
  void keys_are_the_editors_by_act() {
    assertThat(keys("{ next: n, note: t, undo: '7', help: 'ü' }"))
        .isEqualTo(Map.of("next", "n", "note", "t", "undo", "7", "help", "ü"));
    assertThat(SettingsReaderTest.valid(SettingsReaderTest.MINIMAL).keys()).isEmpty();
  }

  @Test
  void two_acts_of_one_place_cannot_share_a_key() {
    assertThat(mistake("{ accept: u }"))
        .endsWith(
            "'accept' leaves 'u' with two acts, accept and undo: give one of them another key");
    assertThat(mistake("{ copy: '1' }")).contains("leaves '1' with two acts, copy and reason");
  }

  @Test
  void a_key_is_one_sign_and_an_act_one_of_the_table() {
    assertThat(mistake("{ accept: Delete }"))
        .endsWith("'accept' must be one letter or sign, in quotes where it is a number or '?'");
    assertThat(mistake("{ accept: ' ' }")).contains("must be one letter or sign");
    assertThat(mistake("{ next: \"\\u202e\" }")).contains("must be one letter or sign");
    assertThat(mistake("{ acept: y }")).contains("unknown key 'acept', did you mean 'accept'?");
    assertThat(mistake("{ back: y }")).contains("unknown key 'back'");
  }

  private static Map<String, String> keys(String yaml) {
    return SettingsReaderTest.valid(SettingsReaderTest.MINIMAL + "review:\n  keys: " + yaml + "\n")
        .keys();
  }

  private static String mistake(String yaml) {
    return String.join(
        "\n",
        SettingsReaderTest.mistakes(
            SettingsReaderTest.MINIMAL + "review:\n  keys: " + yaml + "\n"));
  }
}
