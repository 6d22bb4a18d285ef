package dev.mldigest.select.story;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.text.Words;
import dev.mldigest.web.CanonicalUrl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which paper or repository of a batch an entry belongs to by its links: the one it links to, if
 * its title or lead also speaks of it. A link alone may be a reference in passing; links to several
 * make a round-up.
 */
final class PaperLinks {
  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"'()\\[\\]]{4,300}", Pattern.CASE_INSENSITIVE);

  /** Bounds the work on one page; the longest articles have as many characters. */
  private static final int MOST_CHARS = 60_000;

  /** Bounds it for pages that are lists of links, which are no report of one work anyway. */
  private static final int MOST_LINKS = 400;

  /** Characters of a text in which it says what it is about. */
  private static final int LEAD = 1_200;

  /** Words of the target's title that title and lead must have. */
  private static final int SHARED = 2;

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Candidate> candidates;

  PaperLinks(List<Candidate> candidates) {
    this.candidates = candidates;
    for (int place = 0; place < candidates.size(); place++) {
      String key = work(candidates.get(place).entry().link());
      if (key != null) {
        places.putIfAbsent(key, place);
      }
    }
  }

  /** The key of a paper or a repository, or null for any other page. */
  private static @Nullable String work(@Nullable String link) {
    String key = CanonicalUrl.of(link).map(CanonicalUrl::key).orElse("");
    boolean isPaper = key.startsWith("arxiv.org/abs/") || key.startsWith("doi:");
    boolean isOther =
        key.startsWith("openreview.net/forum?") || key.startsWith("aclanthology.org/");
    boolean isCode = key.matches("github\\.com/[^/?#]+/[^/?#]+");
    return isPaper || isOther || isCode ? key : null;
  }

  /** The place of the paper, else of the repository, that the entry is about; -1 if none. */
  int target(int place) {
    Candidate candidate = candidates.get(place);
    Set<String> papers = new TreeSet<>();
    Set<String> code = new TreeSet<>();
    Article article = candidate.article();
    String body = article == null ? "" : article.markdown();
    Matcher links = LINK.matcher(body.substring(0, Math.min(body.length(), MOST_CHARS)));
    for (int i = 0; i < MOST_LINKS && links.find(); i++) {
      String key = work(links.group().replaceAll("[.,;:!?*]+$", ""));
      if (key != null) {
        (key.startsWith("github.com/") ? code : papers).add(key);
      }
    }
    int paper = only(papers, candidate);
    return paper >= 0 ? paper : papers.isEmpty() ? only(code, candidate) : -1;
  }

  private int only(Set<String> keys, Candidate candidate) {
    Integer place = keys.size() == 1 ? places.get(keys.iterator().next()) : null;
    return place != null && speaksOf(candidate, candidates.get(place)) ? place : -1;
  }

  private static boolean speaksOf(Candidate candidate, Candidate work) {
    String text = candidate.text();
    Set<String> said = new HashSet<>(Words.stems(candidate.title()));
    said.addAll(Words.stems(text.substring(0, Math.min(text.length(), LEAD))));
    Set<String> title = new HashSet<>(Words.stems(work.title()));
    title.retainAll(said);
    return title.size() >= SHARED;
  }
}
