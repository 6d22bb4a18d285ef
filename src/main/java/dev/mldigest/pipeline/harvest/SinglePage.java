package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.http.Pages;
import java.util.List;

/** Reads the one page that an editor names, with all the courtesies and bounds of a harvest. */
public final class SinglePage {
  private final ArticleReading reading;

  public SinglePage(Settings settings, Pages pages, Extractor extractor) {
    this.reading = new ArticleReading(settings, pages, extractor);
  }

  public ExtractOutcome read(Entry entry) {
    return reading.read(List.of(entry));
  }
}
