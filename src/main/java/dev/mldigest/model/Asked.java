package dev.mldigest.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.io.Resource;
import dev.mldigest.io.Sha256;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.PromptTemplate;
import dev.mldigest.model.wire.Format;
import dev.mldigest.model.wire.Profile;
import dev.mldigest.model.wire.Room;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question as one model gets it.
 *
 * @param profile how its service wants to be asked
 * @param terse true if nothing may stand in it that the service gets beside it as well
 * @param after what was said since: an answer and what is wrong with it
 * @param key under which the ledger keeps what comes, also where the messages are shortened or
 *     followed by a repair, and however the service wants to be asked
 */
record Asked(
    Question question,
    LanguageModel model,
    Profile profile,
    boolean terse,
    List<ChatMessage> after,
    String key) {
  private static final String SCHEMA = "\n\nThe JSON Schema of your answer:\n";
  private static final PromptTemplate REPAIR =
      new PromptTemplate(Resource.text("/model/repair.md").strip());

  Asked {
    after = List.copyOf(after);
  }

  static Asked of(Question question, LanguageModel model) {
    Asked bare = new Asked(question, model, Profile.PLAIN, false, List.of(), "");
    return new Asked(question, model, Profile.PLAIN, false, List.of(), bare.hash());
  }

  /** As a service with that profile wants it. */
  Asked by(Profile other) {
    return new Asked(question, model, other, terse, after, key);
  }

  /** With the first half of the lines of its longest value, and with nothing twice. */
  Asked shortened() {
    Map<String, String> values = new TreeMap<>(question.values());
    values.entrySet().stream()
        .max(Comparator.comparingInt(value -> value.getValue().length()))
        .ifPresent(longest -> {
          List<String> lines = longest.getValue().lines().toList();
          longest.setValue(String.join("\n", lines.subList(0, (lines.size() + 1) / 2)));
        });
    Question shorter = new Question(question.prompt(), values, question.itemId());
    return new Asked(shorter, model, profile, true, after, key);
  }

  /** With what the model answered, and what is wrong with that. */
  Asked repairing(Attempt attempt) {
    String text = attempt.text() == null || attempt.text().isBlank() ? "{}" : attempt.text();
    List<ChatMessage> again = new ArrayList<>(after);
    again.add(AiMessage.from(text));
    again.add(UserMessage.from(REPAIR.render(Map.of("reason", attempt.detail()))));
    return new Asked(question, model, profile, terse, again, key);
  }

  Prompt prompt() {
    return question.prompt();
  }

  /** Tokens of an answer, thinking aside. */
  int answer() {
    return model.calls().answer(prompt().maxOutputTokens());
  }

  Estimate estimate() {
    return Estimate.of(messages(), Room.of(answer(), profile));
  }

  List<ChatMessage> messages() {
    String system = prompt().system().render(question.values());
    String user = prompt().user().render(question.values());
    String schema = isBeside() ? "" : SCHEMA + prompt().schema().asked();
    List<ChatMessage> messages = new ArrayList<>();
    if (profile.instructsInUserMessage()) {
      messages.add(UserMessage.from(system + schema + "\n\n" + user));
    } else {
      messages.add(SystemMessage.from(system + schema));
      messages.add(UserMessage.from(user));
    }
    for (ChatMessage message : after) {
      boolean repair = message instanceof UserMessage;
      messages.add(repair ? UserMessage.from(Messages.text(message) + schema) : message);
    }
    return messages;
  }

  /** True if the schema need not stand in the prompt: where room is short, only once. */
  private boolean isBeside() {
    return profile.enforces(prompt().id()) || (terse && profile.format() == Format.JSON_SCHEMA);
  }

  /** Whatever shapes the answer shapes the key; the service and its ways do not. */
  private String hash() {
    var parts = JsonNodeFactory.instance.arrayNode();
    parts.add(prompt().id()).add(prompt().version()).add(prompt().schema().json());
    parts.add(model.provider().name()).add(model.name());
    parts.add(prompt().temperature()).add(answer());
    messages().forEach(message -> parts.add(message.type().name()).add(Messages.text(message)));
    return Sha256.of(parts.toString());
  }
}
