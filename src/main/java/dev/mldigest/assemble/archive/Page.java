package dev.mldigest.assemble.archive;

import dev.mldigest.assemble.Direction;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import dev.mldigest.io.Resource;
import dev.mldigest.text.Markup;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the site has around its text: its head, the way to the others, the style. It
 * says which page it is and loads nothing.
 *
 * @param newsletter the site's name
 * @param url where the site stands, ending in a slash; null where that is not known
 */
record Page(String newsletter, Labels labels, @Nullable URI url) {
  private static final String TEMPLATE = Resource.text("/archive/page.html");
  private static final String STYLE = Resource.text("/archive/page.css").strip();
  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

  /**
   * A page.
   *
   * @param path within the site
   * @param title of the page, in the tab and where it is shared
   * @param description one sentence, or empty
   * @param links more of the head: elements that are safe as they are
   * @param main what stands in it
   */
  String of(String path, String title, String description, String links, String main) {
    String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
    Map<String, String> slots = new LinkedHashMap<>();
    slots.put("language", Markup.escaped(labels.locale().toLanguageTag()));
    slots.put("direction", Direction.of(labels.locale()));
    slots.put("title", Markup.escaped(title));
    slots.put("newsletter", Markup.escaped(newsletter));
    slots.put("head", head(path, title, description) + links);
    slots.put("style", STYLE);
    slots.put("up", up);
    slots.put("skip", label(Label.SKIP));
    slots.put("issues", label(Label.ISSUES));
    slots.put("topics", label(Label.TOPICS));
    slots.put("feed", label(Label.FEED));
    slots.put("main", main.strip());
    // One pass: what fills a slot is never searched for slots.
    return SLOT.matcher(TEMPLATE)
        .replaceAll(
            (MatchResult slot) -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), "")));
  }

  private String head(String path, String title, String description) {
    StringBuilder head = new StringBuilder();
    if (!description.isBlank()) {
      head.append(
          "<meta name=\"description\" content=\"%s\">\n".formatted(Markup.escaped(description)));
    }
    head.append("<meta property=\"og:title\" content=\"%s\">\n".formatted(Markup.escaped(title)));
    if (url != null) {
      String address = Markup.escaped(address(path));
      head.append("<link rel=\"canonical\" href=\"%s\">\n".formatted(address));
      head.append("<meta property=\"og:url\" content=\"%s\">\n".formatted(address));
    }
    return head.toString();
  }

  /** Where the page is read; the index is the site itself. */
  String address(String path) {
    String within = path.equals("index.html") ? "" : path;
    return url == null ? path : url.resolve(within).toString();
  }

  String label(Label label) {
    return Markup.escaped(labels.of(label));
  }
}
