package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Browser;
import dev.mldigest.testkit.FakeListmonk;
import dev.mldigest.testkit.FakeService.Kept;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Reviewing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** From the demo to a draft in a newsletter service, with the keyboard alone. */
class DraftInBrowserTest {
  @TempDir Path folder;

  @Test
  void the_demo_s_issue_becomes_a_draft_in_listmonk_with_fourteen_keys() throws Exception {
    Path output = folder.resolve("demo");
    try (Browser browser = Browser.open();
        FakeListmonk service = new FakeListmonk("digest:lm-token-of-ours", 0)) {
      assertThat(Program.call("demo", "--output", output.toString()).code()).isIn(0, 5);
      Files.writeString(folder.resolve("key"), "lm-token-of-ours");
      Files.writeString(
          output.resolve("feeds.yaml"),
          """

          publish:
            - { name: lists, kind: listmonk, url: "%s", user: digest, lists: [3], api-key: { file: "%s" } }
          """
              .formatted(service.address(), folder.resolve("key")),
          StandardOpenOption.APPEND);

      try (Reviewing review = new Reviewing("review", "--no-open", "--output", output.toString())) {
        browser.go(review.address());
        browser.until("document.documentElement.classList.contains('js')");
        for (int item = 0; item < 12; item++) {
          browser.press("a");
        }
        browser.press("P");
        browser.until("document.querySelector('#publish .lint')");
        browser.press(Keys.ENTER);
        browser.until("document.querySelector('#publish-said').textContent.includes('listmonk')");
      }
      assertThat(browser.keys()).isEqualTo(14);
      assertThat(service.kept()).extracting(Kept::status).isEqualTo(List.of("draft"));
      assertThat(service.leaving()).isEmpty();
    }
  }
}
