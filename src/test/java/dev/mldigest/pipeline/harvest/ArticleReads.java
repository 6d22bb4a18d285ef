package dev.mldigest.pipeline.harvest;

import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Pages;
import java.util.List;
import java.util.Map;

/** Reads articles as a harvest does, by the configuration of a small digest. */
final class ArticleReads {
  private ArticleReads() {}

  /**
   * @param network further settings of the network, in YAML
   * @param sources one a line
   */
  static Settings settings(String network, String... sources) {
    String yaml =
        """
        title: T
        time-zone: UTC
        audience: { description: D }
        network: { allow-private: [127.0.0.0/8]%s }
        issue: { sections: [{ id: news, slots: 3 }] }
        sources:
        %s
        """
            .formatted(network, "  - " + String.join("\n  - ", sources));
    return ((SettingsReading.Valid) new SettingsReader().read("feeds.yaml", yaml, Map.of()))
        .settings();
  }

  static ExtractOutcome read(Settings settings, Entry... entries) {
    return read(settings, PaperPages.ARXIV, entries);
  }

  static ExtractOutcome read(Settings settings, PaperPages papers, Entry... entries) {
    try (Http http = Http.as(settings.network(), "test").build()) {
      return new ArticleReading(settings, new Pages(http), new Extractor(), papers)
          .read(List.of(entries));
    }
  }
}
