package dev.mldigest.summarise.offline;

import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.text.PlainTex;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Summarises without any model: chooses sentences of the source. It is the default and what every
 * failure of a model falls back to.
 *
 * <p>Promises: every sentence stands in the source, verbatim but for its lead-in, its first letter,
 * what only served its page ({@link Tidy}), the first person, which becomes the third ({@link
 * ThirdPerson}), and, in the gist of a paper, the asides that {@link Trims} names; what was found,
 * built or decided comes first; instructions to a model, page furniture, links, code and what
 * others are quoted with are never chosen; the same input gives the same summary. An empty or unfit
 * text gives a summary without sentences.
 */
public final class OfflineSummariser {
  /** In words: shorter forms of a gist mostly lost what was new. */
  private static final int FEWEST_KEPT = 11;

  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(?:\\(?(?:\\d|[ivx]{1,3}|[a-e])\\)\\s+(?:[\\p{L}\\p{N}"
              + " -]{1,48}:\\s+)?(?=\\p{Lu})|[Ff]or (?:example|instance), )");

  /** Behind its colon an example stands, not what it lacks. */
  private static final Pattern CLOSED =
      Pattern.compile(
          "[^:]+(?<!\\b(?:is|are|was|were|be|follows?|following|these|this|those|below|here|like|as|by|to|with|of|for|from|including?|includes|steps|ways|things|options|patterns|modes|types|following"
              + " \\p{L}{1,20}))\\:");

  /** Words. */
  private static final int FEWEST_CLOSED = 12;

  private final SentenceRanker ranker = SentenceRanker.shipped();
  private final Worth worth = new Worth();
  private final Highlights highlights = new Highlights();

  /**
   * @param markdown the same text with its block quotations; empty where there is none
   * @param paper true for an abstract: its gist, then what comes of it
   * @param furniture what the source says in other entries too
   * @param writer who speaks in it
   */
  public record Report(
      String title,
      String text,
      String markdown,
      boolean paper,
      Furniture furniture,
      Writer writer) {
    /** A text of which nothing more is known. */
    public static Report of(String title, String text, boolean paper) {
      return new Report(title, text, "", paper, Furniture.NONE, Writer.UNKNOWN);
    }
  }

  /**
   * What tells who says "we" and "I" in a text.
   *
   * @param source title of the source
   * @param url of the page
   * @param news true if the source is a house's or a paper's news
   * @param byline as the page has it; empty where it has none
   */
  public record Writer(String source, String url, boolean news, String byline) {
    /** Of whom nothing is known. */
    public static final Writer UNKNOWN = new Writer("", "", false, "");
  }

  /** One to three sentences of the text. */
  public Summary summarise(String title, String text, boolean paper) {
    return summarise(Report.of(title, text, paper));
  }

  /** One to three sentences of the text; fewer where no more are worth it. */
  public Summary summarise(Report report) {
    String title = PlainTex.of(report.title());
    List<String> source = Sentences.of(report.text());
    Quoted quoted = Quoted.of(report.markdown());
    List<String> shown = new ArrayList<>();
    List<Integer> fit = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      String sentence = source.get(i);
      String tidy = report.furniture().strip(Tidy.of(sentence));
      shown.add(LeadIn.strip(report.paper() ? unnumbered(tidy) : Sober.of(closed(tidy))));
      if (isWhole(shown.get(i))
          && !UnfitSentences.test(sentence)
          && !quoted.test(sentence)
          && !report.furniture().holds(sentence)) {
        fit.add(i);
      }
    }
    Speaker speaker = Speaker.of(report.writer(), title, report.text(), report.paper());
    ThirdPerson voice = new ThirdPerson(speaker, report.paper());
    Choice choice = new Choice(title, shown, worth.of(title, shown, report.paper()), voice);
    List<Choice.Chosen> chosen =
        report.paper()
            ? choice.afterGist(gist(title, source, shown, fit), fit)
            : choice.findingFirst(fit);
    return new Summary(
        said(chosen, voice, speaker, source),
        highlights.forText(title, report.text()),
        Summary.OFFLINE);
  }

  /**
   * "(1) Reward designs: We evaluate", "For example, X improves": in an abstract whole sentences.
   */
  private static String unnumbered(String sentence) {
    return LeadIn.capital(NUMBERED.matcher(sentence).replaceFirst(""));
  }

  /** A whole sentence before a list or a table. */
  private static String closed(String sentence) {
    return Words.count(sentence) >= FEWEST_CLOSED && CLOSED.matcher(sentence).matches()
        ? sentence.substring(0, sentence.length() - 1) + "."
        : sentence;
  }

  private static List<SummarySentence> said(
      List<Choice.Chosen> chosen, ThirdPerson voice, Speaker speaker, List<String> source) {
    List<SummarySentence> said = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    for (Choice.Chosen one : chosen) {
      String text = said(one.text(), before.toString(), voice, speaker);
      said.add(sentence(text, source, one.sentence()));
      before.append(text).append(' ');
    }
    return said;
  }

  /**
   * Without praise, of the thing itself where it presents one, in the third person; where that is
   * not plain, as what its speaker says.
   */
  private static String said(String text, String before, ThirdPerson voice, Speaker speaker) {
    if (voice.isOpinion(text) && isQuotable(text)) {
      return again(speaker, before).saying(text);
    }
    String calm = Sober.of(text.replaceFirst("(?<=[\\p{L}\\p{N}])!$", "."));
    if (speaker.kind() == Speaker.Kind.HOUSE && speaker.isNamed() && before.isEmpty()) {
      Optional<String> announced = Announced.of(calm, speaker.name());
      if (announced.isPresent()) {
        return announced.get();
      }
    }
    return Presented.of(calm)
        .flatMap(thing -> voice.of(thing, before))
        .or(() -> voice.of(calm, before))
        .orElseGet(() -> isQuotable(text) ? again(speaker, before).saying(text) : text);
  }

  private static Speaker again(Speaker speaker, String before) {
    return before.contains(speaker.name()) ? speaker.byLastName() : speaker;
  }

  /** An inner quotation mark would end the quotation too early. */
  private static boolean isQuotable(String text) {
    return text.chars().noneMatch(c -> "\"“”«»„".indexOf(c) >= 0);
  }

  private static boolean isWhole(String shown) {
    return UnfitSentences.isWhole(shown) && !PlainTex.isRaw(shown) && !Discourse.isTorn(shown);
  }

  /** The forms of the sentences that are fit, the best first. */
  private List<Choice.Chosen> gist(
      String title, List<String> source, List<String> shown, List<Integer> fit) {
    return ranker.forms(title, shown).stream()
        .filter(form ->
            fit.contains(form.sentence()) || !UnfitSentences.test(source.get(form.sentence())))
        .filter(form -> !isStump(form.text(), shown.get(form.sentence())))
        .filter(form -> !isCutList(form.text(), shown.get(form.sentence())))
        .filter(form -> !PlainTex.isRaw(form.text()) && !Discourse.isTorn(form.text()))
        .sorted(
            Comparator.comparingDouble(
                    (SentenceRanker.Scored form) -> form.score() - riddles(title, form.text()))
                .reversed())
        .map(form -> new Choice.Chosen(form.sentence(), form.text()))
        .toList();
  }

  /** "We propose a new method": what was cut said which. */
  private static boolean isStump(String form, String whole) {
    return form.length() < whole.length() && Words.count(form) < FEWEST_KEPT;
  }

  /** "We name three problems: the first." */
  private static boolean isCutList(String form, String whole) {
    return form.contains(": ") && whole.contains("; ") && !form.contains("; ");
  }

  /** On the ranker's scale a riddle costs as much as standing last instead of first. */
  private static double riddles(String title, String text) {
    return 0.5 * Abbreviations.unexplained(text, List.of(title)).size();
  }

  /** The one sentence that best tells what an abstract is about; empty if none is fit. */
  public String gist(String title, List<String> sentences) {
    return best(title, sentences).map(SentenceRanker.Scored::text).orElse("");
  }

  private Optional<SentenceRanker.Scored> best(String title, List<String> sentences) {
    // The best first: most often one sentence needs to be tested.
    return ranker.forms(title, sentences).stream()
        .sorted(Comparator.comparingDouble(SentenceRanker.Scored::score).reversed())
        .filter(form -> !UnfitSentences.test(sentences.get(form.sentence())))
        .findFirst();
  }

  private static SummarySentence sentence(String text, List<String> sentences, int index) {
    return new SummarySentence(text, List.of(new Evidence(index + 1, sentences.get(index))));
  }
}
