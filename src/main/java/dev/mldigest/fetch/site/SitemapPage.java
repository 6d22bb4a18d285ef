package dev.mldigest.fetch.site;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.document.Links;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.text.date.FeedDates;
import java.net.URI;
import java.time.Instant;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page of a site, as its sitemap or its news sitemap tells of it. Whether it is news is for
 * {@link SitemapPages} to say.
 */
record SitemapPage(
    String link, String title, @Nullable Instant published, @Nullable Instant changed) {

  /** The link of a page that an element tells of, or null where it tells of none on the web. */
  static @Nullable String link(Element url, URI base) {
    String link =
        url.getName().equals("url") ? Links.resolve(text(url, "loc"), base.toString()) : null;
    return link == null || !Links.web(link) ? null : link;
  }

  static SitemapPage read(Element url, String link) {
    Element news = child(url, "news");
    return new SitemapPage(
        link,
        news == null ? "" : TitleText.of(text(news, "title")),
        news == null ? null : FeedDates.read(text(news, "publication_date")),
        FeedDates.read(text(url, "lastmod")));
  }

  @Nullable Instant date() {
    return published == null ? changed : published;
  }

  SitemapPage undated() {
    return new SitemapPage(link, title, null, null);
  }

  FeedEntry entry() {
    return FeedEntry.titled(title).link(link).published(published).updated(changed).build();
  }

  /** The namespaces of sitemaps are often wrong; the names are right. */
  private static @Nullable Element child(Element parent, String name) {
    for (Element child : parent.getChildren()) {
      if (child.getName().equalsIgnoreCase(name)) {
        return child;
      }
    }
    return null;
  }

  static @Nullable String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? null : child.getText();
  }
}
