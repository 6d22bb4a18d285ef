package dev.mldigest.summarise;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.opening.FrontPage;
import dev.mldigest.summarise.opening.Voice;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What a week of 25 items takes, counted as the budget counts: a token for four characters, of all
 * messages, of the schema and of the answer. Articles are as long as measured ones: news of 650
 * tokens, abstracts of 200; three passages of the editor's voice are in every prompt that takes
 * them.
 */
class WeekTokensTest {
  private static final int ITEMS = 25;
  private static final int PAPERS = 10;
  private static final long TARGET = 96_000;
  private static final List<String> SAID =
      List.of(
          " raises accuracy on the open benchmark from 61.5% to 68%.",
          " keeps its latency below 40 ms on one card of the usual kind.",
          " was trained for nine days on rented machines in Norway.",
          " comes with weights, code and the logs of every evaluation.",
          " fails on tables whose header spans two rows.");

  private static final String VERDICTS =
      "{\"verdicts\":[{\"claim\":1,\"words\":\"raises accuracy\",\"verdict\":\"supported\"}]}";

  private final Map<String, Long> tokens = new TreeMap<>();

  @Test
  void a_week_of_twenty_five_items_stays_below_ninety_six_thousand_tokens() throws Exception {
    long all = week(false);
    assertThat(tokens)
        .containsOnlyKeys(
            "summarise-paper", "summarise-post", "headline", "intro", "subject", "rerank");
    assertThat(all).isBetween(30_000L, TARGET);
    assertThat(tokens.getOrDefault("intro", TARGET) + tokens.getOrDefault("subject", TARGET))
        .isLessThan(5_000);
  }

  /** Nobody copies whole sentences in all claims: each item is read again. */
  @Test
  void a_second_reader_of_every_item_takes_less_than_a_thousand_tokens_each() throws Exception {
    long all = week(true);
    assertThat(tokens.getOrDefault("second-reader", 0L)).isBetween(1L, ITEMS * 1_000L);
    assertThat(all).isLessThan(TARGET + ITEMS * 1_000L);
  }

  private long week(boolean read) throws Exception {
    try (Provider provider = new Provider()) {
      answering(provider, read ? "The model number " : "Model number ");
      try (Gateway gateway =
          new Gateway(
              provider.settings(1_000_000),
              new MemoryLedger(),
              InstantSource.fixed(Instant.parse("2026-11-20T07:00:00Z")),
              new VirtualPacer())) {
        week(gateway, read);
      }
      count(provider);
    }
    tokens.put("rerank", rerank());
    long all = tokens.values().stream().mapToLong(Long::longValue).sum();
    System.out.println(
        "A week of 25 items in tokens, "
            + (read ? "with a second reader: " : "without: ")
            + tokens
            + ", in all "
            + all);
    return all;
  }

  private static void week(Gateway gateway, boolean read) {
    Settings.Style style = new Settings.Style(true, List.of());
    Prompts prompts = new Prompts(Path.of("prompts"));
    Voice voice =
        new Voice(
            List.of(
                sentences("We tried this ourselves", 300),
                sentences("Read it twice", 300),
                sentences("Not for beginners", 300)));
    Summariser summariser = Summariser.with(gateway, prompts, style, read);
    FrontPage page = FrontPage.with(gateway, prompts, style);
    List<Issue.Item> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      Story story =
          SummariserTest.story(
              "s" + i,
              "Example Labs release model number " + i,
              sentences("Model number " + i, i < PAPERS ? 800 : 2_600),
              i < PAPERS);
      SummaryOutcome outcome = summariser.summarise(story, voice);
      assertThat(outcome.summary().by()).as("%s", outcome).isNotEqualTo(Summary.OFFLINE);
      page.headline("s" + i, outcome.summary());
      items.add(item("s" + i, outcome.summary()));
    }
    page.opening(
        "The Post",
        new Week(2026, 47),
        List.of(new Issue.Section("a", "A", items)),
        Map.of(),
        voice);
  }

  private static Issue.Item item(String id, Summary summary) {
    return Issue.Item.of(
        id,
        new Issue.Report(
            id, "https://example.org/" + id, "Example", Instant.EPOCH, "blog", List.of()),
        summary,
        "",
        null);
  }

  private static String sentences(String front, int characters) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; text.length() < characters; n++) {
      text.append(front).append(SAID.get(n % SAID.size())).append(' ');
    }
    return text.toString();
  }

  /** Each article is answered from its first sentences; what the opening gets is of no use. */
  private static void answering(Provider provider, String front) {
    provider.answers(Provider.says("{}"));
    provider.server.stubFor(
        post(urlEqualTo(Provider.PATH))
            .withRequestBody(containing("Judge each claim by the sentences under it"))
            .willReturn(Provider.says(VERDICTS)));
    for (int i = 0; i < ITEMS; i++) {
      String[] text = sentences("Model number " + i, 800).split("(?<=\\.) ");
      List<Claim> claims = new ArrayList<>();
      for (int n = 1; n <= 4; n++) {
        claims.add(new Claim(text[n - 1].replace("Model number ", front), List.of(n), text[n - 1]));
      }
      provider.server.stubFor(
          post(urlEqualTo(Provider.PATH))
              .withRequestBody(containing("Title: Example Labs release model number " + i + "\\n"))
              .willReturn(Provider.says(Provider.claims(claims))));
    }
  }

  private void count(Provider provider) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    for (int call = 0; call < provider.calls(); call++) {
      JsonNode request = mapper.readTree(provider.body(call));
      JsonNode schema = request.at("/response_format/json_schema");
      String task = schema.path("name").asText().replace('_', '-');
      boolean repair = request.path("messages").size() > 2;
      if (!repair) { // The stand-in answers "{}" where a model would answer.
        long characters = schema.path("schema").toString().length();
        for (JsonNode message : request.path("messages")) {
          characters += message.path("content").asText().length();
        }
        tokens.merge(task, characters / 4 + answer(task), Long::sum);
      }
    }
  }

  /** Tokens of a usual answer. */
  private static long answer(String task) {
    return switch (task) {
      case "headline" -> 30;
      case "intro" -> 130;
      case "subject" -> 220;
      case "second-reader" -> 140; // a verdict with eight words that decide on each of four
      default -> 300;
    };
  }

  /** One list of a hundred titles with leads, the most that is ever asked. */
  private static long rerank() {
    Prompt prompt = new Prompts(Path.of("prompts")).latest("rerank");
    String candidates = ("[100] " + sentences("A title and a lead", 280) + "\n").repeat(100);
    Map<String, String> values =
        Map.of(
            "candidates",
            candidates,
            "audience",
            sentences("Engineers", 600),
            "most",
            "40",
            "nonce",
            "0123456789ab");
    long characters = prompt.system().render(values).length();
    characters += prompt.user().render(values).length() + prompt.schema().json().length();
    return characters / 4 + 200;
  }
}
