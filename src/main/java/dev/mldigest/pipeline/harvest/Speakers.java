package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.web.Host;
import java.util.List;

/** Whose word counts for a page: that of its own site before all others'. */
record Speakers(Settings settings) {
  /**
   * Whose text may stand for the page without a look at it: its own site's, or that of the only
   * source that speaks of it. Else any feed could put its words under another's address.
   */
  List<Entry> of(List<Entry> entries) {
    List<Entry> home = atHome(entries);
    boolean alone = entries.stream().map(Entry::sourceId).distinct().count() == 1;
    return home.isEmpty() && alone ? entries : home;
  }

  /** Those of the entries that the page's own site tells. */
  List<Entry> atHome(List<Entry> entries) {
    return entries.stream().filter(this::isAtHome).toList();
  }

  /** True where one of the hosts of the feed and of its entry is within the other's domain. */
  boolean isAtHome(Entry entry) {
    Host page = Host.of(entry.link());
    return page.isNone()
        || settings
            .source(entry.sourceId())
            .filter(source -> Host.of(source.url()).isAkinTo(page))
            .isPresent();
  }
}
