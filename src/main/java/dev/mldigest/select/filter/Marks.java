package dev.mldigest.select.filter;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.select.piece.Lead;
import dev.mldigest.text.Phrase;
import dev.mldigest.text.WordList;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry itself, its feed or its address states plainly: that it is advertising or a job
 * advertisement. No likelihood is needed, and none is asked.
 */
final class Marks {
  private static final Map<String, List<String>> LISTS = WordList.read("/select/marks.txt").named();
  private static final List<String> PARAMETERS =
      List.of("utm_campaign", "utm_medium", "utm_source", "utm_content");

  /** The advertising marks of a link stand in summaries; longer ones are whole pages. */
  private static final int MOST_HTML = 50_000;

  /**
   * @param evidence a part of a sentence
   */
  record Mark(Filter filter, String evidence) {}

  private Marks() {}

  /** The first mark, or null. */
  static @Nullable Mark find(Candidate candidate) {
    String title = Phrase.fold(candidate.title());
    String lead = Phrase.fold(Lead.summary(candidate));
    for (Filter filter : List.of(Filter.SPONSORED, Filter.JOB)) {
      String of = filter.word();
      String evidence = phrase(of + "-title", title, "the title says");
      evidence = evidence == null ? phrase(of + "-lead", lead, "the lead says") : evidence;
      evidence = evidence == null ? category(of, candidate) : evidence;
      evidence = evidence == null ? address(of, candidate.entry().link()) : evidence;
      if (evidence != null) {
        return new Mark(filter, evidence);
      }
    }
    return onlySponsoredLinks(candidate.entry().feedEntry())
        ? new Mark(Filter.SPONSORED, "all its links are marked rel=sponsored")
        : null;
  }

  private static List<String> list(String name) {
    return LISTS.getOrDefault(name, List.of());
  }

  private static @Nullable String phrase(String list, String text, String where) {
    return list(list).stream()
        .filter(phrase -> Phrase.isIn(text, phrase))
        .findFirst()
        .map(phrase -> where + " '" + phrase + "'")
        .orElse(null);
  }

  private static @Nullable String category(String of, Candidate candidate) {
    return candidate.entry().feedEntry().categories().stream()
        .map(category -> Phrase.fold(category).strip())
        .filter(list(of + "-category")::contains)
        .findFirst()
        .map(category -> "its feed files it under '" + category + "'")
        .orElse(null);
  }

  private static @Nullable String address(String of, @Nullable String link) {
    if (link == null) {
      return null;
    }
    URI uri;
    try {
      uri = URI.create(link);
    } catch (IllegalArgumentException e) {
      return null; // feeds hold what they like; whoever follows the link says what is wrong
    }
    String path = uri.getPath() == null ? "" : uri.getPath().toLowerCase(Locale.ROOT);
    List<String> folders = new ArrayList<>(Arrays.asList(path.split("/", -1)));
    folders.removeLast(); // the page's own name is a title
    for (String folder : folders) {
      if (list(of + "-path").contains(folder)) {
        return "its address is below '/" + folder + "/'";
      }
    }
    return parameter(of, uri.getRawQuery());
  }

  private static @Nullable String parameter(String of, @Nullable String query) {
    if (query == null) {
      return null;
    }
    for (String pair : query.toLowerCase(Locale.ROOT).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0
          && PARAMETERS.contains(pair.substring(0, equals))
          && list(of + "-parameter").contains(pair.substring(equals + 1))) {
        return "its address has " + pair;
      }
    }
    return null;
  }

  /** True if there are links in what the feed carries and every one is marked as paid for. */
  private static boolean onlySponsoredLinks(FeedEntry entry) {
    String html = entry.content() == null ? entry.summary() : entry.content();
    if (html == null) {
      return false;
    }
    String text = html.substring(0, Math.min(html.length(), MOST_HTML)).toLowerCase(Locale.ROOT);
    int links = 0;
    int at = text.indexOf("<a ");
    while (at >= 0) {
      int end = text.indexOf('>', at);
      String tag = text.substring(at, end < 0 ? text.length() : end);
      int rel = tag.indexOf("rel=");
      if (rel < 0 || tag.indexOf("sponsored", rel) < 0) {
        return false;
      }
      links++;
      at = end < 0 ? -1 : text.indexOf("<a ", end);
    }
    return links > 0;
  }
}
