package dev.mldigest.config.opml;

import dev.mldigest.config.FeedAddress;
import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.config.Slug;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.io.Resource;
import dev.mldigest.web.Host;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes sources, and settings where there is no feeds.yaml, of the feeds of an OPML file. */
public final class OpmlSources {
  private static final String DEFAULTS = "opml-defaults.yaml";

  /**
   * Settings for these feeds alone: one section, a general audience, UTC.
   *
   * @param environment as for {@link SettingsReader#read}
   * @return invalid where the environment is, or where there is no feed
   */
  public SettingsReading settings(List<OutlineFeed> feeds, Map<String, String> environment) {
    return switch (defaults(environment)) {
      case SettingsReading.Invalid invalid -> invalid;
      case SettingsReading.Valid(Settings base) ->
          feeds.isEmpty()
              ? new SettingsReading.Invalid(List.of("the OPML file holds no feed with an address"))
              : new SettingsReading.Valid(settings(feeds, base));
    };
  }

  /** The same without any source. */
  public static SettingsReading defaults(Map<String, String> environment) {
    return new SettingsReader().read(DEFAULTS, Resource.text("/config/" + DEFAULTS), environment);
  }

  /** The given settings with these feeds as their only sources. */
  public Settings settings(List<OutlineFeed> feeds, Settings base) {
    List<SectionRule> sections = base.slots().sections();
    return new Settings(
        base.masthead(),
        base.audience(),
        base.slots(),
        base.schedule(),
        base.network(),
        base.model(),
        base.style(),
        base.targets(),
        base.keys(),
        sources(feeds, sections, sections.getFirst().id(), Set.of(), Set.of()));
  }

  /**
   * The feeds as sources, without those that are known or come twice.
   *
   * @param section of feeds whose folder is none of the sections
   * @param knownAddresses as {@link FeedAddress#key} gives them
   */
  public List<Source> sources(
      List<OutlineFeed> feeds,
      List<SectionRule> sections,
      String section,
      Set<String> takenIds,
      Set<String> knownAddresses) {
    Set<String> ids = new HashSet<>(takenIds);
    Set<String> addresses = new HashSet<>(knownAddresses);
    List<Source> sources = new ArrayList<>();
    for (OutlineFeed feed : feeds) {
      if (addresses.add(FeedAddress.key(feed.url()))) {
        String id = Slug.free(Slug.of(feed.title()), ids);
        ids.add(id);
        sources.add(source(feed, id, section(feed, sections, section)));
      }
    }
    return sources;
  }

  private static Source source(OutlineFeed feed, String id, String section) {
    String title = feed.title().substring(0, Math.min(feed.title().length(), 200)).strip();
    return new Source(id, title, kind(feed), feed.url(), section, 1.0, List.of(), null);
  }

  private static String section(OutlineFeed feed, List<SectionRule> sections, String otherwise) {
    return sections.stream()
        .filter(s -> s.title().equalsIgnoreCase(feed.folder()) || s.id().equals(feed.folder()))
        .map(SectionRule::id)
        .findFirst()
        .orElse(otherwise);
  }

  /** The outline's category where it is a kind (our own exports), else what the address tells. */
  private static SourceKind kind(OutlineFeed feed) {
    for (SourceKind kind : SourceKind.values()) {
      if (kind.word().equals(feed.category())
          && kind != SourceKind.ARXIV
          && Opml.isFeed(kind)
          && FeedAddress.of(kind, feed.url()) instanceof FeedAddress.Reading.Good) {
        return kind;
      }
    }
    return kind(feed.url());
  }

  /** What a feed's address tells of its kind; {@link SourceKind#BLOG} where it tells nothing. */
  public static SourceKind kind(URI url) {
    Host host = Host.of(url);
    if (host.isIn("arxiv.org")) {
      return SourceKind.PAPERS;
    }
    for (SourceKind kind : List.of(SourceKind.YOUTUBE, SourceKind.GITHUB, SourceKind.REDDIT)) {
      if (host.isIn(kind.word() + ".com")
          && FeedAddress.of(kind, url) instanceof FeedAddress.Reading.Good) {
        return kind;
      }
    }
    return SourceKind.BLOG;
  }
}
