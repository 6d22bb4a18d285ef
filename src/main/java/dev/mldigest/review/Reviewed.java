package dev.mldigest.review;

import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.LineEnds;
import dev.mldigest.review.digest.Part;
import dev.mldigest.review.digest.Rematch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands in a digest as the editor left it, against the text that was generated.
 *
 * @param ids of the generated items that stand in it, and of those the editor took over from
 *     elsewhere
 * @param gone ids of the generated items that do not
 * @param own what the editor added
 * @param touched true if anything differs but line ends and blank lines at the end
 */
public record Reviewed(Set<String> ids, Set<String> gone, List<Own> own, boolean touched) {
  private static final String LIST_MARK = "[ \\t]*(?:[-*+]|\\d{1,3}[.)])[ \\t]+";

  /** A line that begins with a link: an item of a list, a heading or a paragraph. */
  private static final Pattern LINKED =
      Pattern.compile(
          "(?:[ \\t]*#{1,6}[ \\t]+)?(?:"
              + LIST_MARK
              + ")?[ \\t]*[*_]{0,3}\\[(?<title>[^\\[\\]\\\\]*+(?:\\\\.[^\\[\\]\\\\]*+)*+)]"
              + "\\(<?(?<url>https?://[^\\s()<>]+)");

  private static final Pattern LIST_ITEM = Pattern.compile(LIST_MARK);
  private static final Pattern BARE = Pattern.compile("[ \\t]*<?https?://");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s()<>\\[\\]]+");
  private static final Pattern AFTER_ADDRESS = Pattern.compile("[.,;:!?*_'\"]+$");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

  public Reviewed {
    ids = Set.copyOf(ids);
    gone = Set.copyOf(gone);
    own = List.copyOf(own);
  }

  /**
   * An item of the editor's own.
   *
   * @param title in plain words, empty where there is none
   */
  public record Own(String title, String url) {}

  /**
   * @param generated the text that the digest was edited from
   * @param text as the editor left it
   */
  public static Reviewed of(String generated, String text) {
    Map<String, Part> known = DigestFile.parse(generated).byId();
    Set<String> ids = new LinkedHashSet<>();
    for (Part part : Rematch.parts(DigestFile.parse(text).parts(), List.of(known))) {
      if (part.id() != null) {
        ids.add(part.id());
      }
    }
    Set<String> gone = new LinkedHashSet<>(known.keySet());
    gone.removeAll(ids);
    return new Reviewed(ids, gone, own(generated, text), !plain(text).equals(plain(generated)));
  }

  /**
   * True where more than half is gone at once: a slip or a new beginning, and no verdict on each
   * item.
   *
   * @param earlier ids of items that were gone before
   */
  public boolean isMostlyGone(Set<String> earlier) {
    long now = gone.stream().filter(id -> !earlier.contains(id)).count();
    return 2 * now > ids.size() + now;
  }

  private static String plain(String text) {
    return LineEnds.unix(text).stripTrailing();
  }

  /** What a reader finds linked at the begin of a line and we did not put there. */
  private static List<Own> own(String generated, String text) {
    Set<String> ours = new HashSet<>();
    links(generated).forEach(link -> ours.add(link.url));
    List<Own> own = new ArrayList<>();
    for (Own link : links(text)) {
      if (ours.add(link.url)) {
        own.add(link);
      }
    }
    return own;
  }

  private static List<Own> links(String text) {
    List<Own> links = new ArrayList<>();
    String picks =
        Approval.of(text).parts().stream()
            .filter(piece -> piece.kind() != Part.Kind.SLOT)
            .map(Approved.Piece::markdown)
            .collect(Collectors.joining());
    for (Part part : DigestFile.parse(picks).parts()) {
      if (part.kind() != Part.Kind.FRONT_MATTER) {
        links(part, links);
      }
    }
    return links;
  }

  /** A heading stands for its first link, and so does a line of a list that has only one. */
  private static void links(Part part, List<Own> links) {
    int before = links.size();
    for (String line : LineEnds.unix(part.text()).split("\n", -1)) {
      Matcher linked = LINKED.matcher(line);
      List<String> addresses = addresses(line);
      if (linked.lookingAt()) {
        links.add(new Own(plainTitle(linked.group("title")), linked.group("url")));
      } else if (addresses.size() == 1
          && (LIST_ITEM.matcher(line).lookingAt() || BARE.matcher(line).lookingAt())) {
        links.add(new Own("", addresses.getFirst()));
      }
    }
    List<String> all = addresses(part.text());
    if (part.isItem() && links.size() == before && !all.isEmpty()) {
      links.add(new Own(plainTitle(part.title()), all.getFirst()));
    }
  }

  private static List<String> addresses(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(match -> AFTER_ADDRESS.matcher(match.group()).replaceFirst(""))
        .toList();
  }

  private static String plainTitle(String markdown) {
    return ESCAPED.matcher(markdown).replaceAll("$1").strip();
  }
}
