package dev.mldigest.extract.meta;

import dev.mldigest.domain.article.LeadImage;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Who published a page, when, and where, as the page itself says it.
 *
 * @param canonical the address under which the page wants to be known
 */
public record Imprint(
    @Nullable String byline,
    @Nullable Instant published,
    @Nullable String language,
    @Nullable String site,
    @Nullable String canonical,
    @Nullable LeadImage image) {

  /** A tag of BCP 47 as far as pages use it: a language, and up to three subtags. */
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");

  static Imprint of(SelfDescription told, String base, String url) {
    String site =
        SelfDescription.first(
            told.meta("og:site_name"),
            String.join(", ", told.jsonLd.names("publisher")),
            told.meta("application-name"));
    String language = language(told);
    return new Imprint(
        Bylines.of(told),
        Dates.published(told, url, language),
        language,
        site.isEmpty() ? null : site,
        canonical(told),
        LeadImages.of(told, base));
  }

  /** The name of the site, or empty. */
  String siteName() {
    return site == null ? "" : site;
  }

  /** The same with another byline, if there is one. */
  Imprint by(@Nullable String authors) {
    return authors == null
        ? this
        : new Imprint(authors, published, language, site, canonical, image);
  }

  private static @Nullable String language(SelfDescription told) {
    Element html = told.page.element[0].firstElementChild();
    String language =
        SelfDescription.first(
                html == null ? "" : html.attr("lang"),
                told.meta("og:locale"),
                told.meta("content-language"),
                told.jsonLd.text("inLanguage"))
            .replace('_', '-');
    return LANGUAGE.matcher(language).matches() ? language : null;
  }

  private static @Nullable String canonical(SelfDescription told) {
    Element link = told.canonical();
    for (String url : List.of(link == null ? "" : address(link), told.meta("og:url"))) {
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
}
