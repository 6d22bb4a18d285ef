package dev.mldigest.extract.meta;

import dev.mldigest.domain.LeadImage;
import dev.mldigest.extract.block.BlockReader;
import dev.mldigest.extract.block.Superscripts;
import dev.mldigest.extract.formula.Tex;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.Outline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: JSON-LD, meta elements, and where they are silent the page's own
 * headline, time and first large picture. It takes the page at its word and judges no text.
 */
public record Metadata(
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

  private static final List<String> KEYS = List.of("property", "name", "itemprop", "http-equiv");
  private static final int LONGEST_HEADLINE = 500;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");

  static Metadata of(Document document, String url) {
    return of(document, Outline.of(document), url);
  }

  public static Metadata of(Document document, Outline page, String url) {
    SelfDescription told = SelfDescription.of(page);
    Map<String, String> meta = new HashMap<>();
    for (Element e : told.metas) {
      String content = Folding.blanks(e.attr("content"));
      for (String key : content.isEmpty() ? List.<String>of() : KEYS) {
        if (e.hasAttr(key) && meta.size() < 500) {
          meta.putIfAbsent(e.attr(key).strip().toLowerCase(Locale.ROOT), content);
        }
      }
    }
    JsonLd jsonLd = JsonLd.of(told.scripts);
    String siteName =
        first(meta.get("og:site_name"), jsonLd.names("publisher"), meta.get("application-name"));
    String flat = told.headline == null ? "" : Folding.blanks(told.headline.text());
    String headline = told.headline == null ? "" : headline(page, told.headline, flat);
    String title =
        Titles.choose(
            first(meta.get("og:title"), jsonLd.text("headline"), meta.get("twitter:title")),
            flat,
            told.title == null ? "" : Folding.blanks(told.title.text()),
            siteName,
            url);
    return new Metadata(
        // Elsewhere a title has no exponents: "10" with a raised 6 is 106 there.
        headline.equals(flat) || !Folding.letters(title).equals(Folding.letters(flat))
            ? title
            : headline,
        byline(page, told.metas, meta, jsonLd),
        published(told.times, meta, jsonLd, url),
        language(page.element[0], meta, jsonLd),
        siteName.isEmpty() ? null : siteName,
        canonical(told.links, meta),
        headline,
        meta.getOrDefault("og:type", "").toLowerCase(Locale.ROOT),
        meta.getOrDefault("generator", "").toLowerCase(Locale.ROOT),
        jsonLd,
        meta.containsKey("citation_title"),
        LeadImages.of(told, document.baseUri(), meta, jsonLd));
  }

  /** The headline as a reader reads it: with exponents and formulas, without what is struck out. */
  private static String headline(Outline page, Element element, String flat) {
    boolean plain =
        element.getAllElements().stream().allMatch(e -> !Superscripts.is(e) && Tex.of(e) == null);
    if (plain || flat.length() > LONGEST_HEADLINE) {
      return flat;
    }
    String read =
        BlockReader.read(page, page.indexOf(element)).stream()
            .map(block -> block.text)
            .collect(Collectors.joining(" "));
    return read.isEmpty() ? flat : read;
  }

  /** Libraries name each author in an element of its own, the family name first. */
  private static @Nullable String authors(List<Element> metas) {
    List<String> names = new ArrayList<>();
    for (Element e : metas) {
      if (!e.attr("name").equalsIgnoreCase("citation_author")) {
        continue;
      }
      String[] parts = Folding.blanks(e.attr("content")).split(", ", 2);
      names.add(parts.length == 2 ? parts[1] + " " + parts[0] : parts[0]);
    }
    return Bylines.of(names);
  }

  /** The same with the title a feed gives. */
  public Metadata titled(String given) {
    String named = Folding.blanks(given).isEmpty() ? title : Folding.blanks(given);
    return new Metadata(
        named, byline, published, language, siteName, canonical, headline, type, generator, jsonLd,
        citation, image);
  }

  /** The same of a page that is known to be a paper. */
  public Metadata paper(List<String> authors) {
    return new Metadata(
        title,
        byline == null ? Bylines.of(authors) : byline,
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
      Outline page, List<Element> metas, Map<String, String> meta, JsonLd jsonLd) {
    String authors = authors(metas);
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
      Element named = SelfDescription.author(page);
      byline = named == null ? "" : Folding.blanks(named.text());
    }
    if (byline.regionMatches(true, 0, "by ", 0, 3)) {
      byline = byline.substring(3).strip();
    }
    return byline.isEmpty() || byline.length() > 200 ? null : byline;
  }

  private static @Nullable Instant published(
      List<Element> times, Map<String, String> meta, JsonLd jsonLd, String url) {
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
    Element time = SelfDescription.published(times);
    Instant instant = time == null ? null : Dates.parse(time.attr("datetime"));
    return instant == null ? Dates.inUrl(url) : instant;
  }

  private static @Nullable String language(
      Element document, Map<String, String> meta, JsonLd jsonLd) {
    Element html = document.firstElementChild();
    String language =
        first(
                html == null ? "" : html.attr("lang"),
                meta.get("og:locale"),
                meta.get("content-language"),
                jsonLd.text("inLanguage"))
            .replace('_', '-');
    return LANGUAGE.matcher(language).matches() ? language : null;
  }

  private static @Nullable String canonical(List<Element> links, Map<String, String> meta) {
    Element link = SelfDescription.canonical(links);
    for (String url :
        new String[] {link == null ? "" : address(link), meta.getOrDefault("og:url", "")}) {
      if (PageAddress.isWeb(url)) {
        return url;
      }
    }
    return null;
  }

  private static String address(Element link) {
    String href = link.attr("href").strip();
    return href.startsWith("https://") || href.startsWith("http://") ? href : link.absUrl("href");
  }

  static String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }
}
