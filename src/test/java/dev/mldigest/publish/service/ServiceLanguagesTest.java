package dev.mldigest.publish.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.template.HostileTexts;
import dev.mldigest.publish.template.TemplateLanguage;
import dev.mldigest.testkit.FakeService.Kept;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.MemoryReceipts;
import dev.mldigest.testkit.TestSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an issue to what a reader sees, over a socket and through the service's own language. */
class ServiceLanguagesTest {
  /** Of each service; the laboratory takes more: {@code -Dhostile=10000}. */
  private static final int TEXTS = Integer.getInteger("hostile", 40);

  /** To one service: it lists all it has for each. */
  private static final int BATCH = 20;

  private static final long SEED = 20_261_130;

  @ParameterizedTest
  @EnumSource(
      value = TargetKind.class,
      names = {"MAILCHIMP", "BEEHIIV", "MAILERLITE", "BREVO", "RESEND", "WORDPRESS"})
  void readers_see_what_was_written_and_nothing_of_it_is_a_command(TargetKind kind) {
    Random random = new Random(SEED);
    for (int from = 0; from < TEXTS; from += BATCH) {
      FakedTarget.Time time = new FakedTarget.Time();
      FakedTarget faked = Objects.requireNonNull(FakedTarget.all().get(kind)).apply(time);
      try (Services services =
          new Services(
              TestSettings.network(Duration.ofSeconds(5), 1_000_000, 2, "127.0.0.0/8"),
              FakedTarget.terms(time))) {
        for (int i = from; i < from + BATCH; i++) {
          Draft draft =
              FakedTarget.draft(
                  1, text(random, i), text(random, i), text(random, i) + " " + text(random, i));
          PublishOutcome outcome =
              services.target(faked.settings()).publish(draft, new MemoryReceipts(() -> false));
          String name = kind + ", seed " + SEED + ", text " + i;
          assertThat(outcome).as(name).isInstanceOf(PublishOutcome.Drafted.class);
          check(
              name,
              draft,
              kind == TargetKind.WORDPRESS ? draft.page() : draft.html(),
              faked.service().rendered(last(faked.service().kept())));
        }
      } finally {
        faked.service().close();
      }
    }
  }

  /** Never empty, and never the same twice. */
  private static String text(Random random, int number) {
    return "n" + number + " " + HostileTexts.next(random).replaceAll("\\s", " ");
  }

  private static Kept last(List<Kept> kept) {
    return kept.getLast();
  }

  private static void check(String name, Draft draft, String sent, Map<String, String> seen) {
    assertThat(words(String.valueOf(seen.get("subject"))))
        .as(name)
        .isEqualTo(words(draft.subject()));
    if (seen.containsKey("preview")) {
      assertThat(words(String.valueOf(seen.get("preview"))))
          .as(name)
          .isEqualTo(words(draft.preheader()));
    }
    if (seen.containsKey("text")) {
      assertThat(words(String.valueOf(seen.get("text")))).as(name).startsWith(words(draft.text()));
    }
    String html = String.valueOf(seen.get("html"));
    assertThat(words(Jsoup.parse(html).body().text()))
        .as(name)
        .startsWith(words(Jsoup.parse(sent).body().text()));
    assertThat(words(Jsoup.parse(html).select("img").attr("alt")))
        .as(name)
        .isEqualTo(words(Jsoup.parse(sent).select("img").attr("alt")));
  }

  private static String words(String text) {
    return HostileTexts.decoded(text.replace(TemplateLanguage.NOTHING, ""))
        .replaceAll("\\s+", " ")
        .strip();
  }
}
