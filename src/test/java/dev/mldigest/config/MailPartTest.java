package dev.mldigest.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.MailLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailPartTest {
  private static final String REST =
      """
      title: T
      time-zone: UTC
      audience: { description: those who train models }
      issue: { sections: [ { id: a, title: A, slots: 12 } ] }
      sources: [ { id: s, title: S, kind: blog, url: "https://e.org/f", section: a } ]
      """;

  @TempDir Path folder;

  private SettingsReading read(String mail) throws IOException {
    Path file = folder.resolve("feeds.yaml");
    Files.writeString(file, REST + mail);
    Files.writeString(folder.resolve("mine.html"), "{{body}}");
    return new SettingsReader().read(file, Map.of());
  }

  @Test
  void the_look_of_the_mail_is_read() throws IOException {
    SettingsReading reading =
        read(
            """
            mail:
              template: mine.html
              logo: { url: "https://e.org/l.png", alt: The Post }
              footer: "*F*"
              colours: { accent: "#8a2b1f", dark-page: "#000000" }
            """);
    assertThat(reading)
        .isInstanceOfSatisfying(
            SettingsReading.Valid.class,
            valid ->
                assertThat(valid.settings().mail())
                    .isEqualTo(
                        new MailLook(
                            folder.toAbsolutePath().resolve("mine.html"),
                            new MailLook.Logo("https://e.org/l.png", "The Post", 160),
                            "*F*",
                            Map.of("accent", "#8a2b1f", "dark-page", "#000000"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "template: none.html | names no file",
        "logo: { url: \"http://e.org/l.png\", alt: x } | https address",
        "logo: { url: \"https://e.org/l.svg\", alt: x } | https address",
        "logo: { url: \"https://e.org/l.png\" } | alt",
        "colours: { accent: red } | #0b5a9e",
        "colours: { acent: \"#000000\" } | accent",
      })
  void a_mistake_is_told_with_its_line(String line, String words) throws IOException {
    assertThat(read("mail:\n  " + line + "\n"))
        .isInstanceOfSatisfying(
            SettingsReading.Invalid.class,
            invalid ->
                assertThat(invalid.mistakes())
                    .singleElement()
                    .asString()
                    .contains("feeds.yaml:7:", words));
  }
}
