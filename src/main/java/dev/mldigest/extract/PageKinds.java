package dev.mldigest.extract;

import dev.mldigest.domain.article.PageKind;
import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.meta.Genre;
import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.web.Host;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Says what a page turned out to be, from what it says of itself and from how much text was found.
 * A page with an article's worth of text is never called unreadable.
 */
final class PageKinds {
  private static final NameList PHRASES = NameList.load("kinds.txt");
  private static final Set<String> BOT = PHRASES.section("bot check");
  private static final Set<String> HUMAN = PHRASES.section("human");
  private static final Set<String> CHECK = PHRASES.section("check");
  private static final Set<String> SCRIPTS = PHRASES.section("scripts");
  private static final Set<String> COOKIE = PHRASES.section("cookie wall");
  private static final Set<String> CONSENT = PHRASES.section("consent");
  private static final Set<String> ACCEPT = PHRASES.section("accept");
  private static final Set<String> PAYWALL = PHRASES.section("paywall");
  private static final Set<String> READ_ON = PHRASES.section("read on");
  private static final Set<String> SUBSCRIBE = PHRASES.section("subscribe");
  private static final Set<String> RESERVED = PHRASES.section("reserved");
  private static final Set<String> SUBSCRIBERS = PHRASES.section("subscribers");
  private static final Set<String> LOGIN = PHRASES.section("login");

  /** Teasers before a paywall run to some 50-200 words. */
  private static final int TEASER = 250;

  /** Words that may stand beside the notice of a wall: a page with more of them is read. */
  private static final int STUB = 120;

  /** Words of a notice: where no more was read, nothing else was. */
  private static final int NOTICE = 30;

  /** Words of a title or a button: a page with fewer has no text. */
  private static final int NOTHING = 10;

  /** What the services that check for robots put into a page, in whatever language it speaks. */
  private static final Evaluator CHALLENGE =
      Selector.evaluatorOf(
          "#challenge-form, #cf-challenge, .cf-turnstile, .g-recaptcha, .h-captcha,"
              + " [src*=/cdn-cgi/challenge-platform/], [src*=captcha-delivery.com],"
              + " [src*=hcaptcha.com/]");

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
    Notices notices = Notices.of(document);
    boolean bare = words < STUB && notices.letters() < Notices.MOST_TEXT / 2;
    if (bare && (isChallenge(document, notices) || asksForAHuman(notices, words))) {
      return new Verdict(
          PageKind.BOT_CHECK, "The site asks for proof of a human reader instead of its page.");
    }
    if (isPaidFor(metadata, notices)) {
      return new Verdict(
          PageKind.PAYWALL, "Only a teaser of " + words + " words is free; the rest is paid for.");
    }
    if (bare && asksForLogin(document, metadata)) {
      return new Verdict(PageKind.LOGIN, "The page asks the reader to log in.");
    }
    return bare && asksForConsent(notices, text, words)
        ? new Verdict(PageKind.COOKIE_WALL, "The page shows its cookie notice and no article.")
        : null;
  }

  private static boolean isChallenge(Document document, Notices notices) {
    return notices.say(BOT) || document.selectFirst(CHALLENGE) != null;
  }

  private static boolean asksForLogin(Document document, Metadata metadata) {
    return LOGIN.contains(Folding.bare(metadata.title()))
        || document.selectFirst("input[type=password]") != null;
  }

  private static boolean asksForAHuman(Notices notices, int words) {
    return words < NOTICE
        && notices.notify(HUMAN, CHECK)
        && (notices.say(SCRIPTS) || notices.offer(HUMAN) || notices.offer(CHECK));
  }

  private static boolean isPaidFor(Metadata metadata, Notices notices) {
    return notices.notify(PAYWALL)
        || notices.notify(READ_ON, SUBSCRIBE)
        || notices.notify(RESERVED, SUBSCRIBERS)
        || metadata.genre().jsonLd().isForSubscribers();
  }

  /** A notice beside a short text is no wall: it must be what was read, or all there is. */
  private static boolean asksForConsent(Notices notices, String text, int words) {
    String said = Notices.plain(text);
    boolean speaksOfIt =
        Notices.says(said, COOKIE) || CONSENT.stream().filter(said::contains).count() > 1;
    if (words >= NOTICE && !speaksOfIt) {
      return false;
    }
    return notices.say(COOKIE) || (notices.say(CONSENT) && notices.offer(ACCEPT));
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
    if (genre.isVideo(url)) {
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
