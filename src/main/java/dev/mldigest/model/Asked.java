package dev.mldigest.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.io.Resource;
import dev.mldigest.io.Sha256;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question as one model gets it.
 *
 * @param key under which the ledger keeps what comes, also where the messages are shortened or
 *     followed by a repair
 */
record Asked(Question question, Settings.Model model, List<ChatMessage> messages, String key) {
  private static final PromptTemplate REPAIR =
      new PromptTemplate(Resource.text("/model/repair.md").strip());

  Asked {
    messages = List.copyOf(messages);
  }

  static Asked of(Question question, Settings.Model model) {
    List<ChatMessage> messages = messages(question, model);
    return new Asked(question, model, messages, key(model, question.prompt(), messages));
  }

  /** With the first half of the lines of its longest value. */
  Asked shortened() {
    Map<String, String> values = new TreeMap<>(question.values());
    values.entrySet().stream()
        .max(Comparator.comparingInt(value -> value.getValue().length()))
        .ifPresent(longest -> {
          List<String> lines = longest.getValue().lines().toList();
          longest.setValue(String.join("\n", lines.subList(0, (lines.size() + 1) / 2)));
        });
    Question shorter = new Question(question.prompt(), values, question.itemId());
    return new Asked(question, model, messages(shorter, model), key);
  }

  /** With what the model answered, and what is wrong with that. */
  Asked repairing(Attempt attempt) {
    String text = attempt.text() == null || attempt.text().isBlank() ? "{}" : attempt.text();
    List<ChatMessage> again = new ArrayList<>(messages);
    again.add(AiMessage.from(text));
    again.add(UserMessage.from(REPAIR.render(Map.of("reason", attempt.detail()))));
    return new Asked(question, model, again, key);
  }

  Prompt prompt() {
    return question.prompt();
  }

  Estimate estimate() {
    return Estimate.of(messages, maxOutput(model, prompt()));
  }

  /** True if the provider takes the schema beside the messages; else it must stand in them. */
  static boolean takesSchema(Settings.Model model) {
    return model.provider() == Settings.Provider.OPENAI;
  }

  private static int maxOutput(Settings.Model model, Prompt prompt) {
    return Math.min(prompt.maxOutputTokens(), model.calls().maxOutputTokens());
  }

  private static List<ChatMessage> messages(Question question, Settings.Model model) {
    Prompt prompt = question.prompt();
    String system = prompt.system().render(question.values());
    if (!takesSchema(model)) {
      system += "\n\nThe JSON Schema of your answer:\n" + prompt.schema().asked();
    }
    return List.of(
        SystemMessage.from(system), UserMessage.from(prompt.user().render(question.values())));
  }

  /** Whatever shapes the answer shapes the key; the address of the provider does not. */
  private static String key(Settings.Model model, Prompt prompt, List<ChatMessage> messages) {
    var parts = JsonNodeFactory.instance.arrayNode();
    parts.add(prompt.id()).add(prompt.version()).add(prompt.schema().json());
    parts.add(model.provider().name()).add(model.name());
    parts.add(prompt.temperature()).add(maxOutput(model, prompt));
    messages.forEach(message -> parts.add(message.type().name()).add(Messages.text(message)));
    return Sha256.of(parts.toString());
  }
}
