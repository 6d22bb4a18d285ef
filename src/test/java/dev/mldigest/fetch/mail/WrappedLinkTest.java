package dev.mldigest.fetch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedLinkTest {
  private static final String PAGE = "https://arden.example/posts/plum?id=3";

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.google.com/url?sa=D&q=https%3A%2F%2Farden.example%2Fposts%2Fplum%3Fid%3D3&ust=1",
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Farden.example%2Fposts"
            + "%2Fplum%3Fid%3D3&data=05%7C01",
        "https://tracking.news.example/CL0/https:%2F%2Farden.example%2Fposts%2Fplum%3Fid=3/1/0100/AB",
        "https://urldefense.com/v3/__https://arden.example/posts/plum?id=3__;!!AbC!dEf$",
        "https://l.example/l.php?u=https%3A%2F%2Farden.example%2Fposts%2Fplum%3Fid%3D3&h=AT"
      })
  void a_link_that_says_where_it_leads_leads_there(String wrapped) {
    assertThat(WrappedLink.target(wrapped)).isEqualTo(PAGE);
  }

  @Test
  void an_encoded_target_is_read_whatever_it_is_wrapped_in() throws IOException {
    String json = "{\"e\":\"" + PAGE + "\",\"p\":12,\"s\":34}";
    assertThat(WrappedLink.target("https://letters.example/redirect/2/" + base64(json) + "?sig=x"))
        .isEqualTo(PAGE);
    assertThat(WrappedLink.target("https://click.example/abc/def/" + base64(PAGE))).isEqualTo(PAGE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(("{\"h\":\"1f\",\"l\":\"" + PAGE + "\"}").getBytes(StandardCharsets.UTF_8));
    }
    String packed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    assertThat(WrappedLink.target("https://email.mg.example/c/" + packed)).isEqualTo(PAGE);
    String scanned = "https://scan.example/?url=https%3A%2F%2Fclick.example%2Fx%2F" + base64(PAGE);
    assertThat(WrappedLink.target(scanned)).as("wrapped twice").isEqualTo(PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://arden.example/posts/plum",
        "https://arden.example/?ref=https://letters.example/issue",
        "https://mailer.example/ls/click?upn=u001.0Fy2tLxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123",
        "https://arden.example/search?q=plum+welsh",
        "https://arden.example/?url=javascript:alert(1)",
        "https://arden.example/?url=https:///nothing",
        "https://arden.example/%zz/%",
        "https://arden.example/c/eJwBAAEA_____wAAAAAAAAAAAAAAAAAAAAAA"
      })
  void a_link_that_wraps_nothing_that_can_be_read_stays_as_it_is(String url) {
    assertThat(WrappedLink.target(url)).isEqualTo(url);
  }
}
