package dev.mldigest.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.MemoryReceipts;
import dev.mldigest.testkit.TemplateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SiteFolderTest {
  @TempDir Path folder;

  private final FakedTarget.Time time = new FakedTarget.Time();
  private final MemoryReceipts receipts = new MemoryReceipts(() -> false);

  private PublishOutcome publish(String text) {
    return publish(FakedTarget.draft(1, "Subject: \"x\" #1", "Pre: y", text));
  }

  private PublishOutcome publish(Draft draft) {
    return new SiteFolder("site", folder, true, time).publish(draft, receipts);
  }

  private Path page() {
    return folder.resolve("2026-w10.md");
  }

  @Test
  void a_page_has_front_matter_that_sites_read() throws IOException {
    assertThat(publish("Text")).isInstanceOf(PublishOutcome.Published.class);
    String page = Files.readString(page());
    String[] parts = page.split("---\n", 3);
    Map<?, ?> head = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(parts[1]);
    assertThat(head.get("title")).isEqualTo("Subject: \"x\" #1");
    assertThat(head.get("description")).isEqualTo("Pre: y");
    assertThat(head.get("draft")).isEqualTo(true);
    assertThat(head.get("published")).isEqualTo(false);
    assertThat(head.get("slug")).isEqualTo("2026-w10");
    assertThat(parts[1]).contains("date: 2026-03-09T06:00:00Z\n");
    assertThat(parts[2]).isEqualTo("\n# Weekly\n\nText\n");
  }

  @Test
  void the_same_issue_leaves_its_page_alone_a_day_later_too() throws IOException {
    publish("Text");
    String page = Files.readString(page());
    time.pass(Duration.ofDays(1));
    assertThat(publish("Text")).isInstanceOf(PublishOutcome.Unchanged.class);
    assertThat(page()).hasContent(page);
  }

  @Test
  void a_new_text_takes_the_place_of_ours() throws IOException {
    publish("Text");
    assertThat(publish("New text")).isInstanceOf(PublishOutcome.Published.class);
    assertThat(Files.readString(page())).contains("New text");
    assertThat(publish("Text")).isInstanceOf(PublishOutcome.Published.class);
    assertThat(Files.readString(page())).doesNotContain("New text");
  }

  @Test
  void what_somebody_changed_or_wrote_stays_as_it_is() throws IOException {
    publish("Text");
    Files.writeString(page(), Files.readString(page()) + "\nmine\n");
    assertThat(publish("New text")).isInstanceOf(PublishOutcome.ChangedInService.class);
    assertThat(publish("Text")).isInstanceOf(PublishOutcome.ChangedInService.class);
    assertThat(Files.readString(page())).endsWith("\nmine\n");
    Files.delete(page());
    assertThat(publish("Text")).isInstanceOf(PublishOutcome.Published.class);
  }

  @Test
  void shortcodes_of_a_site_are_text_in_code_too() throws IOException {
    publish("See `{{ x }}` and {{< youtube 1 >}}, {% raw %}, [a](https://e.org/?q={{x}}).");
    String page = Files.readString(page());
    assertThat(TemplateEngine.SITE.commands(page)).isEmpty();
    assertThat(page).contains("(https://e.org/?q=%7B{x}})");
  }
}
