package dev.mldigest.summarise.offline;

import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sentences of a text make its summary, and in what order: the best one that stands alone,
 * then what adds to it, in the order of the text. Each is read with no more before it than what is
 * printed before it.
 */
final class Choice {
  private static final int MOST = 2;

  /** Enough for a reader to decide; another sentence is taken only below it. */
  private static final int ENOUGH_WORDS = 45;

  /**
   * What continuing a chosen sentence is worth, on the scale of style.txt: less than any form of
   * news.
   */
  private static final double CONTINUATION = 0.2;

  /** Sentences: a post has told its news by then, or tells it in the end. */
  private static final int UP_FRONT = 15;

  /** What nobody but its author can say costs as much as a form that our house does without. */
  private static final double QUOTED = 0.3;

  /** A thing that is taken as known costs less than a form of praise; at most two are counted. */
  private static final double LEANS = 0.2;

  private static final int MOST_LEANS = 2;

  /** Of a headline with names a first sentence without any speaks of a detail. */
  private static final double UNNAMED = 0.4;

  /** Words: a longer one is a list of its own. */
  private static final int LONGEST_MORE = 50;

  /** Words: less may leave out what the news is of. */
  private static final int BRIEF = 30;

  /** A number of the headline is what the text is about. */
  private static final double TITLE_FIGURE = 0.8;

  /** A sentence as it is printed. */
  record Chosen(int sentence, String text) {}

  private final String title;
  private final List<String> shown;
  private final Worth.Scores worth;
  private final ThirdPerson voice;
  private final Set<String> heading;
  private final Headline headline;
  private final Leaning leaning;
  private final Standing standing;
  private final Map<Integer, Boolean> quoted = new HashMap<>();

  Choice(String title, List<String> shown, Worth.Scores worth, ThirdPerson voice) {
    this.title = title;
    this.shown = shown;
    this.worth = worth;
    this.voice = voice;
    this.heading = Set.copyOf(Words.roots(title));
    this.headline = new Headline(title, voice.isOfPaper());
    this.leaning = new Leaning(shown);
    this.standing = new Standing(title, shown);
  }

  /** Of a post: what tells best first. */
  List<Chosen> findingFirst(List<Integer> fit) {
    List<Integer> all = fit.stream().sorted(byWorth(List.of(), heading)).toList();
    List<Integer> open = all.stream().filter(this::isUpFront).toList();
    return open.stream()
        .filter(i -> isNews(i) && standing.isPlain(i))
        .findFirst()
        .or(() -> open.stream().filter(this::isNews).findFirst())
        .or(() -> all.stream().filter(i -> isNews(i) && standing.isPlain(i)).findFirst())
        .or(() -> open.stream().filter(standing::isAlone).findFirst())
        .or(() -> open.stream().findFirst())
        .map(first -> inOrder(with(new Chosen(first, shown.get(first)), fit)))
        .orElse(List.of());
  }

  /** What names the thing of the title comes before what is found of it. */
  private List<Chosen> inOrder(List<Chosen> chosen) {
    return chosen.size() > 1
            && isUnnamed(chosen.getFirst().sentence())
            && !isUnnamed(chosen.getLast().sentence())
            && standing.isAlone(chosen.getLast().sentence())
        ? chosen.reversed()
        : chosen;
  }

  private boolean isNews(int i) {
    return standing.isAlone(i) && !worth.isFiller(i);
  }

  /** What the middle of a long text finds, it finds of a detail. */
  private boolean isUpFront(int i) {
    int n = shown.size();
    return i < Math.max(UP_FRONT, n * 0.35) || i >= n * 0.9 || headline.hasFigureOf(shown.get(i));
  }

  /**
   * Of an abstract: its gist first; what stands before it is what was known already.
   *
   * @param gists forms of sentences, the best first
   */
  List<Chosen> afterGist(List<Chosen> gists, List<Integer> fit) {
    List<Chosen> own = gists.stream().filter(gist -> GistFeatures.isOwn(gist.text())).toList();
    return own.stream()
        .filter(standing::isAlone)
        .findFirst()
        .or(() -> own.stream().findFirst())
        .or(() -> gists.stream().findFirst())
        .map(gist -> {
          List<Integer> after = fit.stream().filter(i -> i > gist.sentence()).toList();
          return explained(with(gist, after.isEmpty() ? fit : after));
        })
        .orElse(List.of());
  }

  /** A bracket that was left out of the gist comes back if a later sentence uses its short form. */
  private List<Chosen> explained(List<Chosen> chosen) {
    Chosen gist = chosen.getFirst();
    String whole = shown.get(gist.sentence());
    List<String> before = List.of(title, gist.text());
    boolean missing =
        chosen.stream()
            .skip(1)
            .flatMap(c -> Abbreviations.names(c.text(), before).stream())
            .anyMatch(form -> Abbreviations.explains(whole, form));
    if (!missing) {
      return chosen;
    }
    List<Chosen> again = new ArrayList<>(chosen);
    again.set(0, new Chosen(gist.sentence(), whole));
    return again;
  }

  private List<Chosen> with(Chosen first, List<Integer> fit) {
    List<Integer> rest = new ArrayList<>();
    Set<String> said = new HashSet<>(Words.roots(shown.get(first.sentence())));
    int words = Words.count(first.text());
    while (rest.size() + 1 < MOST && (rest.isEmpty() || words < ENOUGH_WORDS)) {
      int next = next(first, rest, fit, said);
      if (next < 0) {
        break;
      }
      rest.add(next);
      rest.sort(Comparator.naturalOrder());
      said.addAll(Words.roots(shown.get(next)));
      words += Words.count(shown.get(next));
    }
    List<Chosen> chosen = new ArrayList<>(List.of(first));
    rest.forEach(i -> chosen.add(new Chosen(i, shown.get(i))));
    return chosen;
  }

  private int next(Chosen first, List<Integer> rest, List<Integer> fit, Set<String> said) {
    List<Integer> chosen = new ArrayList<>(rest);
    chosen.add(first.sentence());
    Set<String> known = new HashSet<>(heading);
    known.addAll(said);
    List<Integer> open =
        fit.stream()
            .filter(i ->
                !chosen.contains(i) && !worth.isFiller(i) && !SaidBefore.is(shown.get(i), said))
            .filter(i -> Words.count(shown.get(i)) <= LONGEST_MORE)
            .filter(i -> !measuresTheSame(first.sentence(), i))
            .filter(i -> !isSaid(i) || chosen.stream().noneMatch(this::isSaid))
            .sorted(byWorth(chosen, known))
            .filter(i -> standing.isReadable(first, with(rest, i)))
            .toList();
    boolean unnamed = isUnnamed(first.sentence());
    boolean brief = Words.count(first.text()) < BRIEF;
    return open.stream()
        .filter(i -> !unnamed || !isUnnamed(i))
        .filter(i ->
            unnamed
                || worth.tellsNews(i)
                || headline.hasFigureOf(shown.get(i))
                || goesOn(i, chosen))
        .findFirst()
        .or(() -> open.stream().filter(i -> brief && explains(i, chosen)).findFirst())
        .orElse(-1);
  }

  /** What stands right behind it, or tells much of the same matter. */
  private boolean explains(int i, List<Integer> chosen) {
    boolean why = chosen.stream().anyMatch(this::isQuoted) && worth.tellsWhy(i);
    return goesOn(i, chosen) || worth.tellsMore(i) || why;
  }

  /** Right behind what it speaks of. */
  private boolean goesOn(int i, List<Integer> chosen) {
    return follows(i, chosen) && worth.goesOn(i);
  }

  /** The same sentence may stand on the page twice. */
  private boolean follows(int i, List<Integer> chosen) {
    return i > 0 && chosen.stream().anyMatch(at -> shown.get(at).equals(shown.get(i - 1)));
  }

  private static List<Integer> with(List<Integer> rest, int next) {
    List<Integer> all = new ArrayList<>(rest);
    all.add(next);
    all.sort(Comparator.naturalOrder());
    return all;
  }

  private Comparator<Integer> byWorth(List<Integer> chosen, Set<String> known) {
    Map<Integer, Double> worths = new HashMap<>();
    Comparator<Integer> worthOf =
        Comparator.comparingDouble(i -> worths.computeIfAbsent(i, at -> worth(at, chosen, known)));
    return worthOf.reversed().thenComparing(Comparator.naturalOrder());
  }

  private double worth(int i, List<Integer> chosen, Set<String> known) {
    return worth.all().get(i)
        + (follows(i, chosen) ? CONTINUATION : 0)
        + (headline.hasFigureOf(shown.get(i)) ? TITLE_FIGURE : 0)
        - LEANS * Math.min(MOST_LEANS, leaning.of(i, known))
        - (chosen.isEmpty() && isUnnamed(i) ? UNNAMED : 0)
        - (isSaid(i) ? QUOTED : 0);
  }

  private boolean measuresTheSame(int first, int next) {
    return worth.isMeasured(first)
        && worth.isMeasured(next)
        && SaidBefore.isOfTheSame(shown.get(first), shown.get(next));
  }

  private boolean isUnnamed(int i) {
    return headline.names() && !headline.isNamedIn(shown.get(i));
  }

  /** True if it is told as what somebody says. */
  private boolean isSaid(int i) {
    return isQuoted(i) || voice.isOpinion(shown.get(i));
  }

  /** True if it can only be said in quotation marks. */
  private boolean isQuoted(int i) {
    return quoted.computeIfAbsent(i, at -> voice.of(shown.get(at)).isEmpty());
  }
}
