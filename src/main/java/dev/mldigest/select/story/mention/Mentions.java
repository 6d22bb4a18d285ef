package dev.mldigest.select.story.mention;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paper that a post or a newsletter item speaks of. A link decides; else title and lead
 * are weighed against each paper's title and abstract ({@link MentionSigns}), and a doubt means
 * none. Depends on no order of the papers. Papers are found by an inverted index.
 */
public final class Mentions {
  /** The paper spoken of, and how sure that is: from 1, just enough, to 3, linked. */
  public record Mention(String paper, double score) {}

  /** A paper that may be meant, and what speaks for it. */
  record Contender(String paper, Map<MentionSigns.Sign, Double> signs) {}

  /** Certain: beyond all that words can say. */
  private static final double LINKED = 3;

  /** Just enough: the bound of {@code mentions.weights}, learned with them. */
  private static final double SURE = 1;

  /** Words never say as much as a link. */
  private static final double MOST_SURE = 2.9;

  /** What log-odds of one add to the score. */
  private static final double PER_MARGIN = 0.3;

  /** Scores closer than this are the same, whatever the order of their sums. */
  private static final double SAME = 1e6;

  /** Characters of an item that are weighed: what comes after speaks of other things. */
  private static final int TEXT = 1_500;

  /** Characters of its first sentences. */
  private static final int LEAD = 400;

  private static final Pattern LINK =
      Pattern.compile("https?://[a-z0-9.]{2,40}/[a-zA-Z0-9./_-]{4,60}");

  private final List<Piece> papers;
  private final Map<String, String> byArxivId = new HashMap<>();
  private final PaperIndex index;
  private final MentionSigns weights;

  public Mentions(List<Piece> candidates) {
    this(candidates, MentionSigns.load());
  }

  Mentions(List<Piece> candidates, MentionSigns weights) {
    this.weights = weights;
    papers = List.copyOf(candidates);
    index = new PaperIndex(papers);
    for (Piece paper : papers) {
      String arxivId = CanonicalUrl.arxivId(paper.url());
      byArxivId.merge(
          arxivId == null ? paper.id() : arxivId,
          paper.id(),
          (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  /** The paper the item speaks of, or null. */
  public @Nullable Mention find(Piece item) {
    return find(item, Integer.MAX_VALUE);
  }

  /**
   * @param known only the first so many papers count
   */
  public @Nullable Mention find(Piece item, int known) {
    String linked = linked(item);
    if (linked != null) {
      String paper = byArxivId.get(linked);
      return paper == null ? null : new Mention(paper, LINKED);
    }
    return contenders(item, known).stream()
        .map(contender -> new Mention(contender.paper, score(contender)))
        .filter(mention -> mention.score >= SURE)
        .max(
            Comparator.comparingDouble(Mention::score)
                .thenComparing(Mention::paper, Comparator.reverseOrder()))
        .orElse(null);
  }

  private double score(Contender contender) {
    double score = SURE + PER_MARGIN * weights.margin(contender.signs);
    return Math.min(MOST_SURE, Math.round(score * SAME) / SAME);
  }

  /** The papers that may be meant, in no special order. */
  List<Contender> contenders(Piece item, int known) {
    String text = withoutTitle(item);
    PaperIndex.PaperTerms all = index.read(item.title(), cut(text, TEXT));
    PaperIndex.PaperTerms lead = index.read(item.title(), cut(text, LEAD));
    List<Contender> contenders = new ArrayList<>();
    for (int place : index.near(all, known)) {
      Map<MentionSigns.Sign, Double> signs = MentionSigns.of(index, index.paper(place), all, lead);
      MentionSigns.age(signs, papers.get(place).date(), item.date());
      contenders.add(new Contender(papers.get(place).id(), signs));
    }
    compare(contenders);
    return contenders;
  }

  /** Adds to each how far it is ahead of the best of the others. */
  private static void compare(List<Contender> contenders) {
    double best = 0;
    double second = 0;
    for (Contender contender : contenders) {
      double words = words(contender);
      second = Math.max(second, Math.min(best, words));
      best = Math.max(best, words);
    }
    for (Contender contender : contenders) {
      double words = words(contender);
      contender.signs.put(MentionSigns.Sign.AHEAD, words - (words == best ? second : best));
    }
  }

  private static double words(Contender contender) {
    return contender.signs.getOrDefault(MentionSigns.Sign.WORDS, 0.0);
  }

  /** Newsletters often begin the text with the title again. */
  private static String withoutTitle(Piece item) {
    boolean repeated = item.text().startsWith(item.title());
    return repeated ? item.text().substring(item.title().length()) : item.text();
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** The one paper an item links to; null if none or several. */
  private static @Nullable String linked(Piece item) {
    Set<String> ids = new TreeSet<>();
    Matcher links = LINK.matcher(item.text());
    while (links.find()) {
      String id = CanonicalUrl.arxivId(links.group().replaceAll("[.)]+$", ""));
      if (id != null) {
        ids.add(id);
      }
    }
    return ids.size() == 1 ? ids.iterator().next() : null;
  }
}
