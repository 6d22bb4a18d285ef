package dev.mldigest.cli.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.slf4j.Logger;

/**
 * What is logged, and where: to standard error, since standard output belongs to the results.
 *
 * <p>Logback finds this class by its service file. It stands in for a file of XML, whose parser
 * would cost each command more time and memory than the logging. Where a file is named by {@code
 * -Dlogback.configurationFile}, or lies beside the tests, that file is asked instead.
 */
public final class LogSettings extends ContextAwareBase implements Configurator {
  private static final Map<String, Level> LEVELS =
      Map.of(
          "dev.mldigest", Level.INFO,
          // Faults of a PDF are told in the outcome.
          "org.apache.pdfbox", Level.OFF,
          "org.apache.fontbox", Level.OFF,
          // What becomes of loading SQLite is told by the store.
          "org.sqlite", Level.OFF,
          // What becomes of loading the model of sentences is told by embed.
          "ai.djl", Level.OFF);

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty("logback.configurationFile") != null
        || LogSettings.class.getResource("/logback-test.xml") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    apply(context);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  static void apply(LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardError(context));
    LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context) {
    PatternLayoutEncoder line = new PatternLayoutEncoder();
    line.setContext(context);
    line.setPattern("%d{HH:mm:ss} %-5level %msg%n%ex{short}");
    line.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(line);
    appender.start();
    return appender;
  }
}
