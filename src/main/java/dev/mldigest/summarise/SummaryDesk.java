package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.Question;
import dev.mldigest.model.Reply;
import dev.mldigest.model.Usage;
import dev.mldigest.summarise.offline.Highlights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has a model write summaries, and holds each to the check, to a second reader if there is one, and
 * to one repair. Safe for use by several threads.
 */
final class SummaryDesk {
  /** A model that gave no verdict so often in a row gives none: it is not paid for trying. */
  private static final int MOST_UNREAD = 3;

  private final AtomicInteger unread = new AtomicInteger();
  private final Highlights highlights = new Highlights();
  private final Map<String, Usage> usage = new ConcurrentHashMap<>();
  private final AtomicBoolean budgetReached = new AtomicBoolean();
  private final Gateway gateway;
  private final Tasks tasks;

  SummaryDesk(Gateway gateway, Tasks tasks) {
    this.gateway = gateway;
    this.tasks = tasks;
  }

  /**
   * What the model is asked.
   *
   * @param repair null where the editor's own prompts do without
   * @param again read when it is first needed: who never has an item written again needs no prompt
   *     for it
   */
  record Tasks(
      Task post,
      Task paper,
      @Nullable Task repair,
      @Nullable SecondReader reader,
      Supplier<Task> again) {}

  Tasks tasks() {
    return tasks;
  }

  /** From now on everything is for the issue of that week. */
  void begin(String week) {
    gateway.begin(week);
  }

  /** So many stories are to come, each with a question, and another where it is read again. */
  void expect(int stories) {
    gateway.expect(tasks.reader() == null ? stories : 2 * stories);
  }

  Map<String, Usage> usage() {
    return Map.copyOf(usage);
  }

  boolean budgetReached() {
    return budgetReached.get();
  }

  /** What it writes about an item, and by which turns. */
  Account write(Asking asking) {
    List<Turn> turns = new ArrayList<>();
    Question question = new Question(asking.task().prompt(), asking.values(), asking.story().id());
    Reply reply = gateway.ask(question);
    if (!(reply instanceof Reply.Answered)) {
      turns.add(Turn.without(asking.task().prompt(), reply));
    }
    SummaryOutcome outcome =
        switch (reply) {
          case Reply.Answered answer -> judged(asking, answer, turns);
          case Reply.Truncated(String reason) -> extractive(asking, reason);
          case Reply.Refused(String reason) -> extractive(asking, reason);
          case Reply.Invalid(String reason) -> extractive(asking, reason);
          case Reply.RateLimited(var after, String reason) -> extractive(asking, reason);
          case Reply.Unavailable(String reason) -> extractive(asking, reason);
          case Reply.OverBudget(String reason) -> {
            budgetReached.set(true);
            yield extractive(asking, reason);
          }
        };
    return new Account(outcome, turns);
  }

  private static SummaryOutcome extractive(Asking asking, String reason) {
    return new SummaryOutcome.Extractive(asking.fallback(), reason);
  }

  private SummaryOutcome judged(Asking asking, Reply.Answered answer, List<Turn> turns) {
    Story story = asking.story();
    CheckedClaims checked = checked(asking, asking.task(), answer, List.of(), turns);
    if (!checked.isWhole() && asking.repairs()) {
      checked = repaired(asking, checked, turns);
    }
    List<SummarySentence> sentences = checked.led(asking.text(), asking.fallback());
    if (sentences.size() < CheckedClaims.FEWEST) {
      return extractive(asking, checked.reason(answer.value().get("claims").size()));
    }
    String highlight = answer.value().path("highlight").asText("");
    if (!highlights.agrees(highlight, story.primary().title(), story.primary().text())) {
      highlight = "";
    }
    return new SummaryOutcome.Summarised(new Summary(sentences, highlight, answer.model()));
  }

  /**
   * What the check and the second reader leave of an answer.
   *
   * @param read what the reader has let stand before
   */
  private CheckedClaims checked(
      Asking asking,
      Task task,
      Reply.Answered answer,
      List<SummarySentence> read,
      List<Turn> turns) {
    count(asking.story(), answer);
    List<CheckedClaims.Judged> judged =
        CheckedClaims.judge(task, asking.text(), answer.value().get("claims"));
    turns.add(Turn.checked(task.prompt(), answer, asking.text(), judged));
    return read(asking, CheckedClaims.of(asking.text(), judged), read, turns);
  }

  /** What passes after the model was told once what was refused and why. */
  private CheckedClaims repaired(Asking asking, CheckedClaims checked, List<Turn> turns) {
    Task task = tasks.repair();
    if (task == null) {
      return checked;
    }
    Map<String, String> values = Repair.values(asking.values(), checked);
    Reply reply = gateway.ask(new Question(task.prompt(), values, asking.story().id()));
    budgetReached.compareAndSet(false, reply instanceof Reply.OverBudget);
    if (reply instanceof Reply.Answered answer) {
      return checked.with(checked(asking, task, answer, checked.kept(), turns));
    }
    turns.add(Turn.without(task.prompt(), reply));
    return checked;
  }

  /** What a second reader leaves of it, if there is one. */
  private CheckedClaims read(
      Asking asking, CheckedClaims checked, List<SummarySentence> read, List<Turn> turns) {
    SecondReader reader = tasks.reader();
    List<SummarySentence> asked = new ArrayList<>(SecondReader.doubtful(asking.text(), checked));
    asked.removeAll(read);
    if (reader == null || asked.isEmpty() || unread.get() >= MOST_UNREAD) {
      return checked;
    }
    Map<String, String> values = SecondReader.values(asking.text(), asked);
    Question question = new Question(reader.prompt(), values, asking.story().id());
    Reply reply = gateway.askSmall(question);
    if (reply instanceof Reply.Answered answer) {
      unread.set(0);
      count(asking.story(), answer);
      JsonNode verdicts = answer.value().get("verdicts");
      CheckedClaims left = SecondReader.read(checked, asked, verdicts);
      turns.add(Turn.read(reader.prompt(), reply, asking.text(), asked, left, verdicts));
      return left;
    }
    unread.incrementAndGet();
    turns.add(Turn.without(reader.prompt(), reply));
    return checked;
  }

  private void count(Story story, Reply.Answered answer) {
    usage.merge(
        story.id(),
        new Usage(answer.inputTokens(), answer.outputTokens(), answer.micros()),
        Usage::plus);
  }
}
