package dev.mldigest.model;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.LanguageModel;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(FaultLog.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.setLevel(Level.WARN);
    logger.addAppender(lines);
  }

  @AfterEach
  void hear_no_more() {
    logger.setLevel(null);
    logger.detachAppender(lines);
  }

  @Test
  void each_kind_of_fault_of_a_service_is_told_once_in_the_providers_words() {
    FaultLog log = new FaultLog();
    LanguageModel model = model();
    Attempt busy = Attempt.without(Attempt.Kind.BUSY, 529, "The provider says: 'Overloaded'.");
    for (int i = 0; i < 20; i++) {
      log.tell(model, busy);
      log.tell(model, Attempt.without(Attempt.Kind.FINISHED, 200, ""));
      log.tell(model, Attempt.without(Attempt.Kind.RESHAPED, 400, "'temperature' is refused."));
    }
    log.tell(model, Attempt.without(Attempt.Kind.NO_CREDIT, 402, "The provider says: 'Pay'."));
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "models.example.com, busy: The provider says: 'Overloaded'.",
            "models.example.com, no credit: The provider says: 'Pay'.");
  }

  private static LanguageModel model() {
    return new LanguageModel(
        LanguageModel.Provider.OPENAI,
        URI.create("https://models.example.com/v1"),
        "test-model",
        new Secret("key"),
        LanguageModel.NONE.calls(),
        null,
        LanguageModel.NONE.bounds(),
        null,
        LanguageModel.Judges.NONE);
  }
}
