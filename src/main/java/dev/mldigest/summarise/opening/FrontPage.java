package dev.mldigest.summarise.opening;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.Asker;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.Question;
import dev.mldigest.model.Usage;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.PromptException;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.summarise.ground.BannedPhrases;
import dev.mldigest.summarise.ground.Finding;
import dev.mldigest.summarise.ground.LineGate;
import dev.mldigest.summarise.ground.NumberedClaims;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what stands above the items' summaries: headlines, the introduction, subject lines and
 * preheaders.
 *
 * <p>Promises: a model sees claims that passed the gate and nothing else of an article; what it
 * writes is covered by the claims it names, or is left out; whatever it does, there is an opening.
 * A source's title stays verbatim unless the settings ask for written headlines. Safe for use by
 * several threads.
 */
public final class FrontPage {
  /** One sentence introduces nothing; the prompt asks for two or three. */
  private static final int FEWEST_SENTENCES = 2;

  /** One item is its own introduction. */
  private static final int FEWEST_ITEMS = 2;

  // In characters: some fifty words, more than a prompt's limit in words; and two lines of a mail.
  private static final int LONGEST_SENTENCE = 320;
  private static final int LONGEST_HEADLINE = 110;

  /** No line has so many words: where a prompt names no limit there is none. */
  private static final int ANY = 1_000;

  private final @Nullable Desk desk;

  private FrontPage(@Nullable Desk desk) {
    this.desk = desk;
  }

  /** What it takes to ask a model. */
  private record Desk(
      Asker asker, Prompt intro, Prompt subject, Prompt headline, Settings.Style style) {
    LineGate gate(Prompt prompt) {
      return new LineGate(banned(prompt));
    }

    BannedPhrases banned(Prompt prompt) {
      return new BannedPhrases(prompt.limits().banned(), style.banned());
    }

    /**
     * @param refused what was written before and why it was left out
     */
    Question question(
        Prompt prompt, NumberedClaims statements, Voice voice, String about, List<String> refused) {
      boolean heard = prompt.inputs().contains("voice");
      String examples = heard ? voice.examples(statements.text()) : "";
      var values = statements.values(examples, banned(prompt).listed(), refused);
      return new Question(prompt, values, about);
    }
  }

  /** One that never asks a model. */
  public static FrontPage offline() {
    return new FrontPage(null);
  }

  /**
   * One that asks a model.
   *
   * @throws PromptException if a prompt file cannot be used
   */
  public static FrontPage with(Gateway gateway, Prompts prompts, Settings.Style style) {
    return new FrontPage(
        new Desk(
            new Asker(gateway),
            prompts.latest("intro"),
            prompts.latest("subject"),
            prompts.latest("headline"),
            style));
  }

  /** A headline for an item of that id, if one is wanted and good; else its title stands. */
  public Optional<String> headline(String item, Summary summary) {
    NumberedClaims statements = NumberedClaims.of(item, summary);
    if (desk == null || !desk.style().writtenHeadlines() || statements.all().isEmpty()) {
      return Optional.empty();
    }
    Question question = desk.question(desk.headline(), statements, Voice.NONE, item, List.of());
    Optional<JsonNode> answer = desk.asker().ask(question);
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    String line = line(answer.get(), "headline");
    LineGate.Size size =
        new LineGate.Size(desk.headline().limits().of("words", ANY), LONGEST_HEADLINE);
    Optional<Finding> finding =
        RestedLine.of(desk.gate(desk.headline()), statements, answer.get(), line, size).finding();
    finding.ifPresent(f -> desk.asker().note("A written headline was left out. " + f.detail()));
    desk.asker().used(question, finding.isEmpty());
    return finding.isPresent() ? Optional.empty() : Optional.of(line);
  }

  /**
   * The opening of an issue.
   *
   * @param sections in reading order
   * @param scores how much an item matters, by its id; the first of all leads
   */
  public Opening opening(
      String newsletter,
      Week week,
      List<Issue.Section> sections,
      Map<String, Double> scores,
      Voice voice) {
    List<Issue.Item> leads = Leads.of(sections, scores);
    OfflineOpening plain = new OfflineOpening(newsletter, sections, leads);
    Opening offline = plain.write();
    NumberedClaims statements = NumberedClaims.of(leads);
    if (desk == null || statements.items() < FEWEST_ITEMS) {
      return offline;
    }
    List<Opening.Sentence> intro = intro(desk, statements, voice, "intro:" + week);
    String about = "subject:" + week;
    List<String> refused = new ArrayList<>();
    Map<String, String> subjects = new LinkedHashMap<>();
    Map<String, String> preheaders = new LinkedHashMap<>();
    for (int turn = 0; turn == 0 || (turn == 1 && !refused.isEmpty()); turn++) {
      Question question =
          desk.question(desk.subject(), statements, voice, about, List.copyOf(refused));
      Optional<JsonNode> lines = desk.asker().ask(question);
      refused.clear();
      lines.ifPresent(json -> {
        int before = subjects.size() + preheaders.size();
        lines(desk, json, "subjects", statements, refused).forEach(subjects::putIfAbsent);
        lines(desk, json, "preheaders", statements, refused).forEach(preheaders::putIfAbsent);
        desk.asker().used(question, subjects.size() + preheaders.size() > before);
      });
    }
    boolean written = !intro.isEmpty() || !subjects.isEmpty() || !preheaders.isEmpty();
    return new Opening(
        filledUp(subjects.keySet(), plain.subjects(Set.copyOf(subjects.values()))),
        filledUp(preheaders.keySet(), offline.preheaders()),
        intro.isEmpty() ? offline.intro() : intro,
        written ? desk.asker().model() : Summary.OFFLINE);
  }

  /** Asked once more, with the reasons, where too little of the first answer can stand. */
  private static List<Opening.Sentence> intro(
      Desk desk, NumberedClaims statements, Voice voice, String about) {
    List<String> refused = new ArrayList<>();
    List<Opening.Sentence> kept = List.of();
    for (int turn = 0;
        turn == 0 || (turn == 1 && kept.size() < FEWEST_SENTENCES && !refused.isEmpty());
        turn++) {
      Question question =
          desk.question(desk.intro(), statements, voice, about, List.copyOf(refused));
      Optional<JsonNode> answer = desk.asker().ask(question);
      refused.clear();
      kept = answer.map(json -> sentences(desk, json, statements, refused)).orElse(List.of());
      if (answer.isPresent()) {
        desk.asker().used(question, kept.size() >= FEWEST_SENTENCES);
      }
    }
    return kept.size() < FEWEST_SENTENCES ? List.of() : kept;
  }

  private static List<Opening.Sentence> sentences(
      Desk desk, JsonNode answer, NumberedClaims statements, List<String> refused) {
    LineGate gate = desk.gate(desk.intro());
    LineGate.Size size =
        new LineGate.Size(desk.intro().limits().of("words", ANY), LONGEST_SENTENCE);
    List<Opening.Sentence> kept = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (JsonNode node : answer.get("sentences")) {
      String text = Texts.oneLine(node.get("sentence").asText());
      RestedLine rested = RestedLine.of(gate, statements, node, text, size);
      List<NumberedClaims.Statement> cited = rested.cited();
      Optional<Finding> finding = rested.finding();
      if (finding.isEmpty()) {
        kept.add(
            new Opening.Sentence(
                text, cited.stream().map(NumberedClaims.Statement::ground).toList()));
      }
      finding.ifPresent(f -> left.add(reason(f, rested.title())));
      finding.filter(f -> repairs(desk.intro())).ifPresent(f -> refused.add(again(text, f)));
    }
    noteFirst(desk, "A sentence of the introduction", left);
    return kept;
  }

  /** A prompt of the editor's own may do without. */
  private static boolean repairs(Prompt prompt) {
    return prompt.inputs().contains("refused");
  }

  private static String again(String line, Finding finding) {
    return "- " + line + "\n  Refused: " + Texts.oneLine(finding.detail());
  }

  private static void noteFirst(Desk desk, String what, List<String> left) {
    left.stream().findFirst().ifPresent(why -> desk.asker().note(what + " was left out. " + why));
  }

  /** Why, and of which item it was to tell. */
  private static String reason(Finding finding, String title) {
    return title.isEmpty()
        ? finding.detail()
        : "It was to tell of '%s'. %s".formatted(title, finding.detail());
  }

  /** The good ones in their order, each with the item it tells. */
  private static Map<String, String> lines(
      Desk desk, JsonNode answer, String field, NumberedClaims statements, List<String> refused) {
    boolean subject = field.equals("subjects");
    int most =
        desk.subject()
            .limits()
            .of(
                subject ? "subject_characters" : "preheader_characters",
                subject ? OfflineOpening.SUBJECT : OfflineOpening.PREHEADER);
    LineGate gate = desk.gate(desk.subject());
    Map<String, String> kept = new LinkedHashMap<>();
    List<String> left = new ArrayList<>();
    for (JsonNode node : answer.get(field)) {
      String line = line(node, "text");
      RestedLine rested = RestedLine.of(gate, statements, node, line, new LineGate.Size(ANY, most));
      List<NumberedClaims.Statement> cited = rested.cited();
      Optional<Finding> finding = rested.finding();
      if (finding.isEmpty()) {
        kept.putIfAbsent(line, cited.getFirst().ground().item());
      }
      finding.ifPresent(f -> left.add(reason(f, rested.title())));
      finding.filter(f -> repairs(desk.subject())).ifPresent(f -> refused.add(again(line, f)));
    }
    noteFirst(desk, subject ? "A subject line" : "A preheader", left);
    return kept;
  }

  /** Without the full stop that no headline has. */
  private static String line(JsonNode node, String field) {
    return Texts.oneLine(node.get(field).asText()).replaceFirst("\\.$", "");
  }

  private static List<String> filledUp(Set<String> written, List<String> offline) {
    Set<String> lines = new LinkedHashSet<>(written);
    lines.addAll(offline);
    return lines.stream().limit(OfflineOpening.PROPOSALS).toList();
  }

  /** Tokens of the replies used, asked for now or earlier. */
  public Usage usage() {
    return desk == null ? new Usage(0, 0) : desk.asker().usage();
  }

  /** True once a call was not made because the token limit was reached. */
  public boolean budgetReached() {
    return desk != null && desk.asker().budgetReached();
  }

  /** What was left out and why, one sentence each. */
  public List<String> troubles() {
    return desk == null ? List.of() : desk.asker().troubles();
  }
}
