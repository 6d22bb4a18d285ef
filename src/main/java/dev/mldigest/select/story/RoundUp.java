package dev.mldigest.select.story;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.text.WordList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells what collects other people's news from what has news of its own: by where its links lead
 * and by the form of its title, never by who made it. Papers, episodes and release notes are what
 * they are, however much they link to.
 *
 * @param because what shows it, as the end of a sentence that begins "A round-up: "
 */
record RoundUp(Candidate candidate, OutgoingLinks links, String because) {
  /** Publishers from which a text of which most lines lead elsewhere is a list of links. */
  private static final int LIST_PUBLISHERS = 12;

  /**
   * Lines of a list of links that lead elsewhere. Essays that prove each sentence have under .6.
   */
  private static final double MOST_LINES = 0.6;

  /** Publishers and pages that no essay leads to: 2 pages of 631 do, lists of links. */
  private static final int MANY_PUBLISHERS = 30;

  private static final int MANY_PAGES = 150;

  /** Publishers that a text must lead to for the words of its title to count. */
  private static final int SOME_PUBLISHERS = 8;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + String.join("|", WordList.read("/select/round-ups.txt").lines())
              + ")(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The candidate as a round-up, or null. */
  static @Nullable RoundUp of(Candidate candidate) {
    if (!mayBe(candidate.source().kind())) {
      return null;
    }
    OutgoingLinks links = OutgoingLinks.of(candidate);
    if (candidate.source().kind() == SourceKind.NEWSLETTER) {
      return new RoundUp(candidate, links, "it is a newsletter");
    }
    String because = because(candidate.title(), links);
    return because == null ? null : new RoundUp(candidate, links, because);
  }

  private static boolean mayBe(SourceKind kind) {
    return switch (kind) {
      case BLOG, NEWS, NEWS_API, SITEMAP, LISTING, HACKER_NEWS, REDDIT, NEWSLETTER -> true;
      case PAPERS, ARXIV, HUGGING_FACE, PODCAST, VIDEO, YOUTUBE, RELEASES, GITHUB, ARCHIVE -> false;
    };
  }

  private static @Nullable String because(String title, OutgoingLinks links) {
    int publishers = links.publishers().size();
    boolean list = publishers >= LIST_PUBLISHERS && links.share() >= MOST_LINES;
    boolean many = publishers >= MANY_PUBLISHERS && links.pages().size() >= MANY_PAGES;
    if (list || many) {
      return "it links to " + publishers + " other publishers";
    }
    if (SeveralHeadlines.in(title)) {
      return "its title is a row of headlines";
    }
    return publishers >= SOME_PUBLISHERS && NAMED.matcher(title).find()
        ? "its title names it one, and it links to " + publishers + " other publishers"
        : null;
  }
}
