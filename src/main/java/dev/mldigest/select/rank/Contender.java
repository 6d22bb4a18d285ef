package dev.mldigest.select.rank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A piece that is, or was, up for the issue of a week, as far as it was known on that week's last
 * day: a popularity listed later is left out.
 *
 * @param week the last day of the week
 * @param picked the day of the issue that carried it, or null
 */
public record Contender(
    String id,
    LocalDate week,
    FeatureSpace.Features features,
    @Nullable Popularity popularity,
    @Nullable LocalDate picked) {
  public Contender {
    popularity = popularity == null || popularity.listed().isAfter(week) ? null : popularity;
  }

  /** True if an issue before that day carried it. */
  boolean pickedBefore(LocalDate day) {
    return picked != null && picked.isBefore(day);
  }
}
