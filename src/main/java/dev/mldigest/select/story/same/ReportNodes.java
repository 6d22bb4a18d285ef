package dev.mldigest.select.story.same;

import dev.mldigest.embed.Embedding;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.piece.SparseVector;
import dev.mldigest.select.piece.TermSpace;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a batch as {@link Linkage} compares them: TF-IDF vectors of title, lead and
 * address, with the meaning of headlines beside them where that is known.
 *
 * @param words number of the first term that is no word
 * @param bounds by which their likeness is judged
 */
record ReportNodes(List<ReportNode> nodes, int words, Bounds bounds) {
  ReportNodes {
    nodes = List.copyOf(nodes);
  }

  /** A term is rare if at most this share of a batch has it (and always in up to ten reports). */
  private static final double RARE = 0.1;

  /** A headline repeats the common words of its story, a text is told from others by rare ones. */
  private static final ByLength RARITY = new ByLength(0.5, 1);

  /** Terms up to which a report counts as a headline. */
  private static final double SHORT_TERMS = 12;

  /** Terms from which it counts as a long text; between the two all constants move evenly. */
  private static final double LONG_TERMS = 72;

  /** A term of the title counts as two of the text. */
  private static final double TITLE = 2;

  static ReportNodes of(List<Piece> pieces, Embeddings embeddings) {
    TermSpace space = new TermSpace();
    pieces.forEach(piece -> space.add(terms(piece)));
    List<SparseVector> words = space.vectors(terms -> RARITY.at(length(terms)));
    List<SparseVector> vectors = withMeaning(words, pieces, space.size(), embeddings);
    Bounds bounds = vectors.equals(words) ? Bounds.WORDS : Bounds.MEANING;
    List<String> places = PagePlaces.of(pieces);
    Set<Integer> standing = StandingWords.of(pieces, words);
    List<ReportNode> nodes = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      nodes.add(
          new ReportNode(
              vectors.get(i),
              length(words.get(i).size()),
              Facts.of(piece).at(places.get(i).isEmpty() ? null : places.get(i)),
              certain(piece, places.get(i)),
              without(standing, space.rare(i, RARE)),
              ProperNames.in(piece.text()),
              ProperNames.tellsIn(piece.text()),
              piece.publisher(),
              Span.at(piece.date())));
    }
    return new ReportNodes(nodes, space.size(), bounds);
  }

  /**
   * The words of each with what its title means beside them, the less the longer it is; the words
   * alone where most reports are texts, which say in words what they mean, or where no one knows.
   *
   * @param first number of the first term that is none of the words
   */
  private static List<SparseVector> withMeaning(
      List<SparseVector> words, List<Piece> pieces, int first, Embeddings embeddings) {
    List<Integer> headlines =
        IntStream.range(0, words.size())
            .filter(i -> length(words.get(i).size()) < 1)
            .boxed()
            .toList();
    List<Embedding> meanings =
        headlines.size() * 2 <= words.size()
            ? List.of()
            : embeddings.of(headlines.stream().map(i -> pieces.get(i).title()).toList());
    List<SparseVector> both = new ArrayList<>(words);
    for (int k = 0; k < meanings.size(); k++) {
      int place = headlines.get(k);
      if (!meanings.get(k).hasDirection()) {
        continue;
      }
      double share = Bounds.MEANING.meaning() * (1 - length(words.get(place).size()));
      both.set(place, words.get(place).beside(meanings.get(k).unit(), first, share));
    }
    return both;
  }

  private static Set<Integer> without(Set<Integer> standing, Set<Integer> rare) {
    Set<Integer> rest = new HashSet<>(rare);
    rest.removeAll(standing);
    return rest;
  }

  /** 0 for a headline, 1 for a long text. */
  private static double length(int terms) {
    return Math.clamp((terms - SHORT_TERMS) / (LONG_TERMS - SHORT_TERMS), 0, 1);
  }

  private static Map<String, Double> terms(Piece piece) {
    Map<String, Double> counts = new HashMap<>();
    Words.stems(piece.text()).forEach(term -> counts.merge(term, 1.0, Double::sum));
    counts.replaceAll((term, count) -> 1 + Math.log(count));
    Words.stems(piece.title()).forEach(term -> counts.merge(term, TITLE, Double::sum));
    Words.stems(slug(piece.url())).stream()
        .distinct()
        .forEach(term -> counts.merge(term, 1.0, Double::sum));
    return counts;
  }

  /** The words of the address: editors often put there what a clever headline leaves out. */
  private static String slug(@Nullable String url) {
    int path = url == null ? -1 : url.indexOf('/', url.indexOf("://") + 3);
    if (url == null || path < 0) {
      return "";
    }
    int end = url.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = url.indexOf(mark);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    StringBuilder words = new StringBuilder();
    for (String word : url.substring(Math.min(path, end), end).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 2
          && word.chars().noneMatch(c -> c >= '0' && c <= '9')
          && !SLUG_NOISE.contains(word)) {
        words.append(word).append(' ');
      }
    }
    return words.toString();
  }

  private static final java.util.Set<String> SLUG_NOISE =
      WordList.read("/select/address-words.txt").set();

  /** What only reports of the same page or text share. */
  private static List<String> certain(Piece piece, String place) {
    if (!place.isEmpty()) {
      return List.of("place " + place);
    }
    List<String> keys = new ArrayList<>();
    for (String url : new String[] {piece.url(), piece.canonical()}) {
      CanonicalUrl.of(url)
          .filter(ReportNodes::isAPage)
          .map(CanonicalUrl::key)
          .ifPresent(key -> keys.add("url " + key));
    }
    List<String> words = Words.split(piece.text().toLowerCase(java.util.Locale.ROOT));
    if (words.size() >= 40) { // shorter texts are stock phrases
      keys.add("text " + String.join(" ", words.subList(0, Math.min(words.size(), 400))));
    }
    return keys;
  }

  /** A site's front page is where careless templates let every article's canonical link lead. */
  private static boolean isAPage(String canonical) {
    int path = canonical.indexOf('/', canonical.indexOf("://") + 3);
    return canonical.length() > path + 1;
  }
}
