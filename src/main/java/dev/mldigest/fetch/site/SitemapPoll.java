package dev.mldigest.fetch.site;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Refusal;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.document.DocumentBounds;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.XmlDocument;
import dev.mldigest.fetch.http.Freshness;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpReply;
import dev.mldigest.fetch.http.HttpRequest;
import dev.mldigest.fetch.http.ReplyOutcomes;
import dev.mldigest.fetch.http.Robots;
import dev.mldigest.fetch.http.Since;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jdom2.Document;
import org.jspecify.annotations.Nullable;

/**
 * One poll of a sitemap: reads its top and the files that {@link SitemapFiles} names, fifty in all,
 * and hands their pages to {@link SitemapPages}. A file that cannot be read, or is not, makes the
 * poll incomplete, with a warning; only where later polls would be misled does it fail the poll.
 * Good for one use.
 */
final class SitemapPoll {
  /** A minute at one file a second; the ones that changed last come first. */
  private static final int MOST_FILES = 50;

  /** Sitemaps are made once a day, and CDNs keep them. */
  private static final Duration OVERLAP = Duration.ofDays(2);

  private final Http http;
  private final Robots robots;
  private final URI top;
  private final SourceState state;
  private final boolean first;
  private final Window wanted;
  private final ParseNotes notes = new ParseNotes();
  private final SitemapFiles files;
  private final SitemapPages pages;
  private Validators validators = Validators.NONE;
  private boolean allFiles = true;
  private Duration wait = Duration.ZERO;

  SitemapPoll(Http http, Robots robots, URI top, SourceState state, Window window) {
    this.http = http;
    this.robots = robots;
    this.top = top;
    this.state = state;
    this.first = state.bodyHash() == null;
    this.wanted = new Window(Since.from(state, window, OVERLAP), window.to());
    this.files = new SitemapFiles(top, first ? null : wanted.from());
    this.pages = new SitemapPages(state.bodyHash(), wanted, notes);
  }

  FetchOutcome fetch() {
    FetchOutcome trouble =
        http.get(
            new HttpRequest(
                top, first ? Validators.NONE : state.validators(), HttpRequest.SITEMAPS, false),
            at -> null,
            this::top);
    for (int read = 1; trouble == null && files.left() > 0 && read < MOST_FILES; read++) {
      trouble = unlessBearable(file(files.next()));
    }
    return trouble == null ? outcome() : trouble;
  }

  private @Nullable FetchOutcome top(HttpReply reply) {
    if (!(reply instanceof HttpReply.Answered answered)) {
      return ReplyOutcomes.of(reply);
    }
    if (answered.status() == 304 && !first) {
      return notModified(answered);
    }
    files.movedTo(answered.url());
    validators = answered.validators();
    wait = Freshness.of(answered);
    return read(answered);
  }

  /** What was proven by the answer that still holds is proven up to now. */
  private FetchOutcome notModified(HttpReply.Answered same) {
    return SitemapPages.NONE_DATED.equals(state.bodyHash())
        ? new FetchOutcome.Fetched(
            new Feed("sitemap", null, null, List.of(), List.of(SitemapPages.ONLY_STORED), true),
            ReplyOutcomes.renewed(state.validators(), same.validators()),
            SitemapPages.NONE_DATED,
            null,
            Freshness.of(same),
            new Window(wanted.from(), wanted.from()))
        : ReplyOutcomes.notModified(same, state);
  }

  private @Nullable FetchOutcome unlessBearable(@Nullable FetchOutcome trouble) {
    if (trouble != null && !decisive(trouble)) {
      allFiles = false;
      wait = ReplyOutcomes.wait(trouble).compareTo(wait) > 0 ? ReplyOutcomes.wait(trouble) : wait;
      notes.incomplete("A file of the sitemap could not be read: " + trouble.word() + ".");
      return null;
    }
    return trouble;
  }

  /**
   * The first poll is what later ones are compared with: a file that is only late must not make
   * news of all its pages next time.
   */
  private boolean decisive(FetchOutcome trouble) {
    return first
        && switch (trouble) {
          case FetchOutcome.Failed failed ->
              failed.why() != FetchFailure.NOT_FOUND && failed.why() != FetchFailure.MALFORMED;
          case FetchOutcome.Refused refused -> refused.why() == Refusal.ROBOTS_UNREAD;
          case FetchOutcome.RateLimited _, FetchOutcome.Gone _ -> true;
          case FetchOutcome.Fetched _, FetchOutcome.NotModified _ -> true;
        };
  }

  private @Nullable FetchOutcome file(String link) {
    URI url = SitemapFiles.uri(link);
    if (url == null) {
      return new FetchOutcome.Failed(FetchFailure.MALFORMED, "A file's address is none.");
    }
    return http.get(
        new HttpRequest(url, Validators.NONE, HttpRequest.SITEMAPS, false),
        this::objection,
        reply ->
            reply instanceof HttpReply.Answered answered
                ? read(answered)
                : ReplyOutcomes.of(reply));
  }

  /** The editor named one host; what is asked of its site's others is theirs to allow. */
  private HttpReply.@Nullable Refused objection(URI url) {
    if (!files.isOfSite(url)) {
      return new HttpReply.Refused(
          Refusal.FORBIDDEN, String.valueOf(url.getHost()), "It is of another site.");
    }
    return String.valueOf(url.getHost()).equalsIgnoreCase(top.getHost()) ? null : robots.to(url);
  }

  private @Nullable FetchOutcome read(HttpReply.Answered answered) {
    if (!answered.delivers()) {
      return ReplyOutcomes.of(answered);
    }
    List<String> links = links(answered);
    if (!links.isEmpty()) {
      pages.add(links);
      return null;
    }
    Document tree = XmlDocument.read(answered.body(), answered.header("Content-Type"), notes);
    String root = tree == null ? "" : tree.getRootElement().getName();
    switch (root) {
      case "urlset" -> pages.add(Objects.requireNonNull(tree), answered.url());
      case "sitemapindex" -> files.add(Objects.requireNonNull(tree), answered.url());
      default -> {
        return new FetchOutcome.Failed(
            FetchFailure.MALFORMED,
            answered.url().getHost() + " sent something that is no sitemap.");
      }
    }
    return null;
  }

  /** Of a sitemap in plain text. */
  private static List<String> links(HttpReply.Answered answered) {
    byte[] body = answered.body();
    return body.length > DocumentBounds.MOST_BYTES
        ? List.of()
        : TextSitemap.links(new String(body, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
  }

  private FetchOutcome outcome() {
    left(files.left(), "files of the sitemap were not read, only the first " + MOST_FILES + ".");
    left(files.foreign(), "files that the sitemap names are of another site and were not read.");
    SitemapPages.Choice choice = pages.choose(allFiles);
    return new FetchOutcome.Fetched(
        new Feed("sitemap", null, null, choice.entries(), notes.warnings(), notes.complete()),
        notes.complete() && files.allDated() ? validators : Validators.NONE,
        choice.remember(),
        null,
        wait,
        choice.covered());
  }

  private void left(int number, String words) {
    if (number > 0) {
      allFiles = false;
      notes.incomplete(number + " " + words);
    }
  }
}
