package dev.mldigest.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;

/** The texts of what is sent: nothing but texts ever is. */
final class Messages {
  private Messages() {}

  static String text(ChatMessage message) {
    return switch (message) {
      case SystemMessage system -> system.text();
      case UserMessage user -> user.singleText();
      case AiMessage ai -> ai.text() == null ? "" : ai.text();
      default -> throw new IllegalArgumentException("Only texts are sent.");
    };
  }
}
