package dev.mldigest.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderErrorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':{'message':'x','type':'invalid_request_error','code':'context_length_exceeded'}}",
        "{'error':{'code':400,'message':'x','type':'exceed_context_size_error','n_ctx':4096}}",
        "{'error':{'code':400,'message':'the request exceeds the available context size.'}}",
        "{'object':'error','message':'The maximum context length is 4096 tokens.',"
            + "'type':'BadRequestError','code':400}",
        "{'type':'error','error':{'type':'invalid_request_error',"
            + "'message':'prompt is too long: 208310 tokens > 200000 maximum'}}",
        "upstream said: Context_Length_Exceeded"
      })
  void every_provider_says_in_its_own_way_that_a_request_is_too_long(String body) {
    assertThat(ProviderError.says(json(body), Attempt.Kind.TOO_LONG)).isTrue();
    assertThat(ProviderError.says(json(body), Attempt.Kind.FORBIDDEN)).isFalse();
  }

  @Test
  void a_code_goes_before_what_a_sentence_mentions() {
    String body =
        "{'error':{'code':'insufficient_quota','message':'Not the maximum context length.'}}";
    assertThat(ProviderError.says(json(body), Attempt.Kind.FORBIDDEN)).isTrue();
    assertThat(ProviderError.says(json(body), Attempt.Kind.TOO_LONG)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "7", "[]", "{}", "{'error':'no'}", "{'error':{'code':null}}", "{{"})
  void what_says_nothing_is_nothing(String body) {
    assertThat(ProviderError.says(json(body), Attempt.Kind.TOO_LONG)).isFalse();
    assertThat(ProviderError.says(json(body), Attempt.Kind.FORBIDDEN)).isFalse();
  }

  private static String json(String quotes) {
    return quotes.replace('\'', '"');
  }
}
