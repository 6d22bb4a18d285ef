package dev.mldigest.summarise.opening;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.offline.Trims;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import dev.mldigest.web.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an item says in one sentence of the introduction: of its summary the one that tells most of
 * what the title names and stands alone there, in the third person, with the sentence as its
 * ground. What shares no word with the title, or praises, is not what the item is about.
 */
final class IntroSentence {
  /** Two lines of a page; a longer sentence is shortened where it may be, else left whole. */
  private static final int GOOD = 200;

  /** Some fifty words. */
  private static final int LONGEST = 320;

  // A sentence behind the first tells less, unless it says what was shown or how much.
  private static final double PLACE = 0.4;
  private static final double SHOWN = 1;
  private static final double FIGURE = 0.5;

  /** Of a sentence that says all words of the title: as much as what was shown. */
  private static final double TITLED = 1;

  /** A verb of news, as much as a figure. */
  private static final double HAPPENED = 0.5;

  private static final Set<String> HAPPENS = Retold.words("happens");

  private static final Set<String> POINTING = Retold.words("pointing");
  private static final Set<String> COMMANDS = Retold.words("commands");
  private static final Set<String> BACK = Retold.words("back");

  /** Letters of a domain that tell its owner's name. */
  private static final int SHORTEST_NAME = 3;

  private static final Set<String> VERBS = Retold.tellingVerbs();

  private static final Pattern WE =
      Pattern.compile("^We (also |now |then |further )?(\\p{L}[\\p{L}-]*)\\b");

  private IntroSentence() {}

  /** A sentence and how much it tells. */
  private record Told(Opening.Sentence sentence, double worth) {}

  static Optional<Opening.Sentence> of(Issue.Item item) {
    List<Told> all = new ArrayList<>();
    List<SummarySentence> sentences = item.summary().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = Retold.sober(sentences.get(i).text().strip());
      double titled = titled(item, sentence);
      if (Retold.isUsable(sentence) && !Retold.isHype(sentence) && titled > 0) {
        String bare = Retold.bare(sentence);
        Opening.Ground ground = new Opening.Ground(item.id(), i + 1);
        double worth = worth(bare) + TITLED * titled - PLACE * i;
        told(item, bare)
            .ifPresent(
                text -> all.add(new Told(new Opening.Sentence(text, List.of(ground)), worth)));
      }
    }
    return all.stream().max(Comparator.comparingDouble(Told::worth)).map(Told::sentence);
  }

  /** The part of the title's telling words that the sentence has; all if the title has none. */
  private static double titled(Issue.Item item, String sentence) {
    Set<String> title = new HashSet<>(Words.roots(Texts.oneLine(item.title())));
    Set<String> shared = new HashSet<>(title);
    shared.retainAll(Set.copyOf(Words.roots(sentence)));
    return title.isEmpty() ? 1 : (double) shared.size() / title.size();
  }

  /** What was shown or happened before what is, and a figure before none. */
  private static double worth(String bare) {
    boolean shown = !Retold.clause(bare).equals(bare);
    boolean figure = Words.of(bare).stream().anyMatch(word -> Words.isDigit(word.charAt(0)));
    boolean happened = Words.of(bare).stream().anyMatch(HAPPENS::contains);
    return (shown ? SHOWN : 0) + (figure ? FIGURE : 0) + (happened ? HAPPENED : 0);
  }

  private static Optional<String> told(Issue.Item item, String bare) {
    return Stream.of(Retold.clause(bare), bare)
        .distinct()
        .flatMap(text -> Stream.of(shortened(text), text))
        .map(text -> Retold.isFirstPerson(text) ? thirdPerson(item, text) : text)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST && standsAlone(text))
        .findFirst();
  }

  private static String shortened(String text) {
    return Trims.of(text).stream()
        .map(Trims.Form::text)
        .filter(form -> form.length() <= GOOD)
        .max(Comparator.comparingInt(String::length))
        .orElse(text);
  }

  /** Of a paper its authors speak, of a house's own pages the house; of others nobody knows who. */
  private static String thirdPerson(Issue.Item item, String text) {
    boolean paper =
        Stream.of(SourceKind.values())
            .anyMatch(kind -> kind.isPaper() && kind.word().equals(item.kind()));
    if (paper) {
      return Retold.ofAuthors(text);
    }
    Matcher we = WE.matcher(text);
    if (!isOwnPage(item) || !we.find() || !VERBS.contains(we.group(2))) {
      return "";
    }
    String also = we.group(1) == null ? "" : we.group(1);
    return Texts.oneLine(item.source())
        + " "
        + also
        + Retold.ofOne(we.group(2))
        + text.substring(we.end()).replaceAll("\\b[Oo]ur\\b", "its");
  }

  private static boolean isOwnPage(Issue.Item item) {
    String site = Host.of(item.url()).site();
    String domain = Texts.letters(site.substring(0, Math.max(0, site.indexOf('.'))));
    String name = Texts.letters(item.source());
    return domain.length() >= SHORTEST_NAME
        && name.length() >= SHORTEST_NAME
        && (name.startsWith(domain) || domain.startsWith(name));
  }

  private static boolean standsAlone(String text) {
    List<String> words = Words.of(text.toLowerCase(Locale.ROOT));
    return !words.isEmpty()
        && !Retold.isFirstPerson(text)
        && !Retold.leansOnAnother(text)
        && !BACK.contains(words.getFirst())
        && !COMMANDS.contains(words.getFirst())
        && words.stream().noneMatch(POINTING::contains);
  }
}
