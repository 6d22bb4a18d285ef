package dev.mldigest.extract;

import dev.mldigest.domain.LeadImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: JSON-LD, meta elements, and where they are silent the page's own
 * headline, time and first large picture. It takes the page at its word and judges no text.
 */
record Metadata(
    String title,
    @Nullable String byline,
    @Nullable Instant published,
    @Nullable String language,
    @Nullable String siteName,
    @Nullable String canonical,
    String headline,
    String type,
    String generator,
    JsonLd jsonLd,
    boolean citation,
    @Nullable LeadImage image) {

  static Metadata of(Document document, String url) {
    Map<String, String> meta = new HashMap<>();
    for (Element e : document.getElementsByTag("meta")) {
      for (String key : new String[] {"property", "name", "itemprop", "http-equiv"}) {
        String content = e.attr("content").strip();
        if (e.hasAttr(key) && !content.isEmpty() && meta.size() < 500) {
          meta.putIfAbsent(e.attr(key).strip().toLowerCase(Locale.ROOT), fold(content));
        }
      }
    }
    JsonLd jsonLd = JsonLd.of(document);
    String siteName =
        first(meta.get("og:site_name"), jsonLd.names("publisher"), meta.get("application-name"));
    Element h1 = document.selectFirst("h1");
    String headline = h1 == null ? "" : fold(h1.text());
    return new Metadata(
        Titles.choose(
            first(meta.get("og:title"), jsonLd.text("headline"), meta.get("twitter:title")),
            headline,
            fold(document.title()),
            siteName,
            url),
        byline(document, meta, jsonLd),
        published(document, meta, jsonLd, url),
        language(document, meta, jsonLd),
        siteName.isEmpty() ? null : siteName,
        canonical(document, meta),
        headline,
        meta.getOrDefault("og:type", "").toLowerCase(Locale.ROOT),
        meta.getOrDefault("generator", "").toLowerCase(Locale.ROOT),
        jsonLd,
        meta.containsKey("citation_title"),
        LeadImages.of(document, meta, jsonLd));
  }

  /** Libraries name each author in an element of its own, the family name first. */
  private static @Nullable String authors(Document document) {
    List<String> names = new ArrayList<>();
    for (Element e : document.select("meta[name=citation_author]")) {
      String[] parts = fold(e.attr("content")).split(", ", 2);
      names.add(parts.length == 2 ? parts[1] + " " + parts[0] : parts[0]);
    }
    return Bylines.of(names);
  }

  /** The same with the title a feed gives. */
  Metadata titled(String given) {
    String named = fold(given).isEmpty() ? title : fold(given);
    return new Metadata(
        named, byline, published, language, siteName, canonical, headline, type, generator, jsonLd,
        citation, image);
  }

  /** The same of a page that is known to be a paper. */
  Metadata paper(@Nullable String authors) {
    return new Metadata(
        title,
        byline == null ? authors : byline,
        published,
        language,
        siteName,
        canonical,
        headline,
        type,
        generator,
        jsonLd,
        true,
        image);
  }

  private static @Nullable String byline(
      Document document, Map<String, String> meta, JsonLd jsonLd) {
    String authors = authors(document);
    if (authors != null) {
      return authors;
    }
    String byline =
        first(
            jsonLd.names("author"),
            meta.get("author"),
            meta.get("dc.creator"),
            meta.get("parsely-author"),
            meta.get("article:author"));
    if (byline.isEmpty() || byline.startsWith("http")) {
      Element named = document.selectFirst("[rel=author], [itemprop=author], .byline, .author");
      byline = named == null ? "" : fold(named.text());
    }
    if (byline.regionMatches(true, 0, "by ", 0, 3)) {
      byline = byline.substring(3).strip();
    }
    return byline.isEmpty() || byline.length() > 200 ? null : byline;
  }

  private static @Nullable Instant published(
      Document document, Map<String, String> meta, JsonLd jsonLd, String url) {
    for (String date :
        new String[] {
          jsonLd.text("datePublished"),
          meta.get("article:published_time"),
          meta.get("datepublished"),
          meta.get("og:published_time"),
          meta.get("parsely-pub-date"),
          meta.get("citation_publication_date"),
          meta.get("citation_date"),
          meta.get("dc.date.issued"),
          meta.get("dc.date"),
          meta.get("sailthru.date"),
          meta.get("pubdate"),
          meta.get("publish-date"),
          meta.get("date")
        }) {
      Instant instant = Dates.parse(date);
      if (instant != null) {
        return instant;
      }
    }
    Element time =
        document.selectFirst("time[itemprop=datePublished], time[pubdate], article time[datetime]");
    time = time == null ? document.selectFirst("time[datetime]") : time;
    Instant instant = time == null ? null : Dates.parse(time.attr("datetime"));
    return instant == null ? Dates.inUrl(url) : instant;
  }

  private static @Nullable String language(
      Document document, Map<String, String> meta, JsonLd jsonLd) {
    Element html = document.selectFirst("html");
    String language =
        first(
                html == null ? "" : html.attr("lang"),
                meta.get("og:locale"),
                meta.get("content-language"),
                jsonLd.text("inLanguage"))
            .replace('_', '-');
    return language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}") ? language : null;
  }

  private static @Nullable String canonical(Document document, Map<String, String> meta) {
    Element link = document.selectFirst("link[rel=canonical][href]");
    for (String url :
        new String[] {link == null ? "" : link.absUrl("href"), meta.getOrDefault("og:url", "")}) {
      if (Addresses.isWeb(url)) {
        return url;
      }
    }
    return null;
  }

  static String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }

  static String fold(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }
}
