package dev.mldigest.fetch;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.archive.ArchiveProtocol;
import dev.mldigest.fetch.arxiv.ArxivProtocol;
import dev.mldigest.fetch.feed.FeedProtocol;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Protocol;
import dev.mldigest.fetch.mail.MailProtocol;
import dev.mldigest.fetch.service.GitHubReleases;
import dev.mldigest.fetch.service.HackerNewsProtocol;
import dev.mldigest.fetch.service.HuggingFaceProtocol;
import dev.mldigest.fetch.service.NewsApiProtocol;
import dev.mldigest.fetch.service.RedditPosts;
import dev.mldigest.fetch.service.YouTubeVideos;
import dev.mldigest.fetch.site.ListingProtocol;
import dev.mldigest.fetch.site.SitemapProtocol;

/**
 * Asks a source for news in the way of its kind. Storing states and deciding when to ask again is
 * left to the caller.
 */
public final class SourceReader {
  private final Protocol feed;
  private final Protocol arxiv;
  private final Protocol hackerNews;
  private final Protocol reddit;
  private final Protocol youTube;
  private final Protocol gitHub;
  private final Protocol huggingFace;
  private final Protocol newsApi;
  private final Protocol sitemap;
  private final Protocol listing;
  private final Protocol archive = new ArchiveProtocol();
  private final Protocol mail = new MailProtocol();

  public SourceReader(Http http) {
    this(http, "en");
  }

  /**
   * @param language tag of the digest's language, for services that are asked for one
   */
  public SourceReader(Http http, String language) {
    this.feed = new FeedProtocol(http);
    this.arxiv = new ArxivProtocol(http);
    this.hackerNews = new HackerNewsProtocol(http);
    this.reddit = new FeedProtocol(http, new RedditPosts());
    this.youTube = new FeedProtocol(http, new YouTubeVideos());
    this.gitHub = new FeedProtocol(http, new GitHubReleases());
    this.huggingFace = new HuggingFaceProtocol(http);
    this.newsApi = new NewsApiProtocol(http, language);
    this.sitemap = new SitemapProtocol(http);
    this.listing = new ListingProtocol(http);
  }

  /**
   * @param state what is remembered of the source since it was last asked
   * @param window the time that is wanted; used by sources that are asked by date
   */
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    return protocol(source).fetch(source, state, window);
  }

  private Protocol protocol(Source source) {
    return switch (source.kind()) {
      case ARXIV -> arxiv;
      case HACKER_NEWS -> hackerNews;
      case REDDIT -> reddit;
      case YOUTUBE -> youTube;
      case GITHUB -> gitHub;
      case HUGGING_FACE -> huggingFace;
      case NEWS_API -> newsApi;
      case SITEMAP -> sitemap;
      case LISTING -> listing;
      case ARCHIVE -> archive;
      case NEWSLETTER -> source.isLocal() ? mail : source.query().links() == null ? feed : listing;
      case BLOG, NEWS, PAPERS, PODCAST, VIDEO, RELEASES -> feed;
    };
  }
}
