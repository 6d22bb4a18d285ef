package dev.mldigest.fetch.site;

import dev.mldigest.fetch.document.Links;
import dev.mldigest.text.date.FeedDates;
import dev.mldigest.web.Host;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * The files of a sitemap that are still to be read: each once, those of an index by what changed
 * last, none of another site, and after the first poll none that cannot hold news. How many of them
 * are read is for {@link SitemapPoll} to say.
 */
final class SitemapFiles {
  private record File(String link, @Nullable Instant changed) {}

  private final @Nullable Instant from;
  private final Deque<File> files = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> home = new HashSet<>();
  private boolean allDated = true;
  private int foreign;

  /**
   * Of the site of this top.
   *
   * @param from files that changed before are left out; null to leave out none
   */
  SitemapFiles(URI top, @Nullable Instant from) {
    this.from = from;
    seen.add(top.toString());
    home.add(Host.of(top).site());
  }

  /** The site that the top's address led to counts as its own too. */
  void movedTo(URI url) {
    home.add(Host.of(url).site());
  }

  boolean isOfSite(@Nullable URI url) {
    return url != null && home.contains(Host.of(url).site());
  }

  /** The files that changed last come first; what cannot hold news is read but once. */
  void add(Document index, URI base) {
    List<File> named = new ArrayList<>();
    for (Element child : index.getRootElement().getChildren()) {
      String link = Links.resolve(SitemapPage.text(child, "loc"), base.toString());
      Instant changed = FeedDates.read(SitemapPage.text(child, "lastmod"));
      boolean old = from != null && changed != null && changed.isBefore(from);
      if (!child.getName().equals("sitemap") || link == null || old || !seen.add(link)) {
        continue;
      }
      allDated &= changed != null;
      if (!isOfSite(uri(link))) {
        foreign++;
      } else {
        named.add(new File(link, changed));
      }
    }
    named.sort(
        Comparator.comparing(
            file -> file.changed() == null ? Instant.MAX : file.changed(),
            Comparator.reverseOrder()));
    files.addAll(named);
  }

  String next() {
    return files.remove().link();
  }

  int left() {
    return files.size();
  }

  /** How many files of other sites were named. */
  int foreign() {
    return foreign;
  }

  /** A file without a date may change while its index stays the same. */
  boolean allDated() {
    return allDated;
  }

  static @Nullable URI uri(String link) {
    try {
      return new URI(link);
    } catch (java.net.URISyntaxException e) {
      return null;
    }
  }
}
