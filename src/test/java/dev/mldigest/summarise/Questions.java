package dev.mldigest.summarise;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.Question;
import dev.mldigest.model.Reply;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.PromptTemplate;
import dev.mldigest.model.prompt.Schema;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small questions, and the settings to ask them with. */
public final class Questions {
  private Questions() {}

  public static Question about(String subject) {
    try {
      Schema schema =
          Schema.parse(
              """
              {"type":"object","properties":{"n":{"type":"integer","minimum":1,"maximum":9},
              "word":{"type":"string","enum":["yes","no"]}},
              "required":["n","word"],"additionalProperties":false}\
              """);
      PromptTemplate user = new PromptTemplate("About {{subject}}?");
      Prompt prompt =
          new Prompt(
              "test-task",
              1,
              Set.of("subject"),
              schema,
              300,
              0,
              new PromptTemplate("Answer."),
              user);
      return new Question(prompt, Map.of("subject", subject), "item-1");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static LanguageModel settings(URI url, Duration deadline, int concurrency) {
    return new LanguageModel(
        LanguageModel.Provider.OPENAI,
        url,
        "test-model",
        new Secret("test-key"),
        new LanguageModel.Calls(deadline, concurrency, 700, 100_000_000));
  }

  public static LanguageModel with(
      LanguageModel s,
      @Nullable Prices prices,
      LanguageModel.Bounds bounds,
      LanguageModel.@Nullable Small small) {
    return new LanguageModel(
        s.provider(),
        s.baseUrl(),
        s.name(),
        s.apiKey(),
        s.calls(),
        prices,
        bounds,
        small,
        s.judges());
  }

  /** All at once, on as many threads. */
  public static List<Reply> askAll(Gateway gateway, int questions) throws Exception {
    List<Callable<Reply>> asks =
        IntStream.range(0, questions)
            .<Callable<Reply>>mapToObj(i -> () -> gateway.ask(about("subject " + i)))
            .toList();
    List<Reply> replies = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Reply> reply : threads.invokeAll(asks)) {
        replies.add(reply.get());
      }
    }
    return replies;
  }
}
