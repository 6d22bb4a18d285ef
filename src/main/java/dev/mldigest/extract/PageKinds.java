package dev.mldigest.extract;

import static org.jsoup.select.NodeFilter.FilterResult.CONTINUE;
import static org.jsoup.select.NodeFilter.FilterResult.SKIP_ENTIRELY;
import static org.jsoup.select.NodeFilter.FilterResult.STOP;

import dev.mldigest.domain.article.PageKind;
import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.meta.Genre;
import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.text.TextLength;
import dev.mldigest.web.Host;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Says what a page turned out to be, from what it says of itself and from how much text was found.
 * A page with an article's worth of text is never called unreadable.
 */
final class PageKinds {
  private static final NameList PHRASES = NameList.load("kinds.txt");
  private static final Set<String> BOT = PHRASES.section("bot check");
  private static final Set<String> COOKIE = PHRASES.section("cookie wall");
  private static final Set<String> PAYWALL = PHRASES.section("paywall");
  private static final Set<String> LOGIN = PHRASES.section("login");

  /** Teasers before a paywall run to some 50-200 words. */
  private static final int TEASER = 250;

  /** Words that may stand beside the notice of a wall: a page with more of them is read. */
  private static final int STUB = 120;

  /** Words of a notice about cookies: where no more was read, nothing else was. */
  private static final int NOTICE = 30;

  /** Words of a title or a button: a page with fewer has no text. */
  private static final int NOTHING = 10;

  private static final Set<String> FRAME =
      Set.of("nav", "header", "footer", "noscript", "template", "script", "style");

  /** Characters of a page that are searched: what bars its text says so at once. */
  private static final int MOST_TEXT = 6000;

  private static final Set<String> GENERATORS = PHRASES.section("documentation generators");

  /** A kind, and for an unreadable one the reason in one sentence. */
  record Verdict(PageKind kind, @Nullable String reason) {}

  private PageKinds() {}

  static Verdict judge(
      Document document, Metadata metadata, List<Block> blocks, String text, int words) {
    if (words < TEASER) {
      Verdict barred = barred(document, metadata, text, words);
      if (barred != null) {
        return barred;
      }
    }
    if (isListing(metadata, blocks, words < NOTHING)) {
      return new Verdict(PageKind.LISTING, "The page lists articles and is none itself.");
    }
    PageKind kind = readable(metadata.genre(), document.location());
    boolean media = kind == PageKind.VIDEO || kind == PageKind.PODCAST;
    if (words < NOTHING && !(media && words > 0)) {
      return new Verdict(
          PageKind.EMPTY, "The page holds no article text (" + words + " words were found).");
    }
    return new Verdict(kind, null);
  }

  private static @Nullable Verdict barred(
      Document document, Metadata metadata, String text, int words) {
    String all = shown(document);
    boolean bare = TextLength.letters(all) < MOST_TEXT / 2;
    if (words < STUB && bare && says(all, BOT)) {
      return new Verdict(
          PageKind.BOT_CHECK, "The site asks for proof of a human reader instead of its page.");
    }
    if (says(all, PAYWALL) || (metadata.genre().jsonLd().isForSubscribers() && words < TEASER)) {
      return new Verdict(
          PageKind.PAYWALL, "Only a teaser of " + words + " words is free; the rest is paid for.");
    }
    boolean password = document.selectFirst("input[type=password]") != null;
    String title = Folding.bare(metadata.title());
    if (words < STUB && bare && (password || LOGIN.contains(title))) {
      return new Verdict(PageKind.LOGIN, "The page asks the reader to log in.");
    }
    // A notice beside a short text is no wall: the notice must be what was read, or all there is.
    boolean wall = words < NOTICE || says(text.toLowerCase(Locale.ROOT), COOKIE);
    if (words < STUB && bare && wall && says(all, COOKIE)) {
      return new Verdict(PageKind.COOKIE_WALL, "The page shows its cookie notice and no article.");
    }
    return null;
  }

  /** What the page says outside its frame: "Already a subscriber?" in a header bars nothing. */
  private static String shown(Document document) {
    StringBuilder text = new StringBuilder(document.title());
    NodeTraversor.filter(
        (node, depth) -> {
          if (node instanceof TextNode t && !t.isBlank()) {
            text.append(' ').append(t.text());
          }
          boolean enough = text.length() > MOST_TEXT;
          return enough ? STOP : FRAME.contains(node.normalName()) ? SKIP_ENTIRELY : CONTINUE;
        },
        document.body());
    return text.toString().toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private static boolean says(String text, Set<String> phrases) {
    return phrases.stream().anyMatch(text::contains);
  }

  /**
   * Headings that lead elsewhere, and hardly a paragraph of length.
   *
   * @param bodiless whether no text was found: then the body may be anywhere
   */
  private static boolean isListing(Metadata metadata, List<Block> blocks, boolean bodiless) {
    Genre genre = metadata.genre();
    if (!genre.jsonLd().type().isEmpty() || genre.type().startsWith("article")) {
      return false;
    }
    List<Block> headings =
        blocks.stream().filter(b -> (b.inBody || bodiless) && b.isHeading()).toList();
    long teasers = headings.stream().filter(b -> b.linkDensity() > 0.8).count();
    long paragraphs = blocks.stream().filter(b -> b.kept() && b.inBody && b.length > 300).count();
    return teasers >= 6 && teasers > headings.size() * 0.7 && paragraphs * 3 <= teasers;
  }

  private static PageKind readable(Genre genre, String url) {
    String type = genre.jsonLd().type();
    if (genre.citation() || type.endsWith("ScholarlyArticle")) {
      return PageKind.PAPER;
    }
    if (type.equals("PodcastEpisode")) {
      return PageKind.PODCAST;
    }
    if (type.equals("VideoObject") || genre.type().startsWith("video")) {
      return PageKind.VIDEO;
    }
    if (type.equals("TechArticle") || isDocumentation(genre.generator(), url)) {
      return PageKind.DOCUMENTATION;
    }
    return type.endsWith("NewsArticle") ? PageKind.NEWS : PageKind.POST;
  }

  private static boolean isDocumentation(String generator, String url) {
    Host host = Host.of(url);
    return GENERATORS.stream().anyMatch(generator::contains)
        || host.name().startsWith("docs.")
        || host.name().startsWith("doc.")
        || host.isIn("readthedocs.io")
        || url.contains(host.name() + "/docs/")
        || url.contains("/documentation/");
  }
}
