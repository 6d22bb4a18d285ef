package dev.mldigest.pipeline.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DefectTest {
  @Test
  void a_defect_is_logged_with_its_place_and_without_the_secrets_of_an_address() {
    IllegalStateException cause = new IllegalStateException("https://a.example/?token=s3cret");
    StringWriter log = new StringWriter();
    Defect.of(new IllegalArgumentException("not at https://a.example/?token=s3cret", cause))
        .printStackTrace(new PrintWriter(log, true));
    assertThat(log.toString())
        .contains("IllegalArgumentException: not at https://a.example/?token=***")
        .contains("DefectTest.a_defect_is_logged")
        .doesNotContain("s3cret");
  }
}
