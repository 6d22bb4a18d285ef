package dev.mldigest.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints sites into the documents that are served: a feed, a page for each post, and a home page
 * that lists them.
 */
final class Press {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final String base;

  /**
   * @param base scheme, host and port, without a slash at the end
   */
  Press(String base) {
    this.base = base;
  }

  /** The documents of a site by their path. */
  Map<String, Document> print(Site site) {
    Map<String, Document> documents = pages(site);
    documents.put(path(site, site.fields().get("feed")), feed(site));
    documents.put(path(site, ""), page("home.html", values(site), site, site.updated()));
    return documents;
  }

  /** The pages of a site's posts by their path. */
  Map<String, Document> pages(Site site) {
    Map<String, Document> documents = new HashMap<>();
    for (Post post : site.posts()) {
      if (post.hasPage()) {
        documents.put(path(site, post.slug()), page(site, post));
      }
    }
    return documents;
  }

  private Document feed(Site site) {
    Fields head = site.fields();
    if (head.has("status")) {
      return new Document(
          Integer.parseInt(head.get("status")),
          "text/plain",
          head.get("description") + "\n",
          "",
          Map.of("Retry-After", head.get("retry-after")));
    }
    String text = Template.named(head.get("template")).fill(values(site), entries(site));
    int cut = head.has("cut-at") ? text.indexOf(head.get("cut-at")) : text.length();
    return new Document(
        200,
        head.get("type"),
        text.substring(0, cut),
        HTTP_DATE.format(site.updated()),
        Map.of("Cache-Control", "max-age=900"));
  }

  private Document page(Site site, Post post) {
    String template = post.fields().get("page", site.fields().get("page"));
    return page(template, values(site, post), site, post.updated());
  }

  private Document page(String template, Map<String, String> values, Site site, Instant updated) {
    String text = Template.named(template).fill(values, entries(site));
    return new Document(200, "text/html", text, HTTP_DATE.format(updated), Map.of());
  }

  /** The values of all posts; the last one's {@code comma} is empty. */
  List<Map<String, String>> entries(Site site) {
    List<Map<String, String>> entries = new ArrayList<>();
    for (Post post : site.posts()) {
      Map<String, String> values = values(site, post);
      values.put("comma", entries.size() + 1 < site.posts().size() ? "," : "");
      entries.add(values);
    }
    return entries;
  }

  Map<String, String> values(Site site) {
    Map<String, String> values = new HashMap<>();
    site.fields().values().forEach((name, value) -> values.put("site-" + name, value));
    values.put("base", base);
    values.put("home", base + path(site, ""));
    values.put("self", base + path(site, site.fields().get("feed")));
    values.put("site-updated", site.updated().toString());
    values.put("site-http-date", HTTP_DATE.format(site.updated()));
    return values;
  }

  private Map<String, String> values(Site site, Post post) {
    Map<String, String> values = values(site);
    String link = base + path(site, post.fields().get("link", post.slug()));
    values.put("link", link);
    // Without the port, so that an entry keeps its identity from one demo to the next.
    values.put("guid", "tag:" + site.id() + ".example,2026:" + post.slug());
    values.put("author", site.fields().get("author", ""));
    values.putAll(post.fields().values());
    values.put("link", link);
    values.putAll(dates(post.date(), post.updated()));
    // Feeds are read far from their site: root-relative links are made absolute.
    values.put("html", post.html().replace("href=\"/", "href=\"" + base + "/"));
    values.put("text", post.body());
    return values;
  }

  private static Map<String, String> dates(Instant date, Instant updated) {
    return Map.of(
        "date", date.toString(),
        "updated", updated.toString(),
        "http-date", HTTP_DATE.format(date),
        "day", DAY.format(date));
  }

  private static String path(Site site, String name) {
    return site.fields().get("root", "/sites/" + site.id()) + "/" + name;
  }
}
