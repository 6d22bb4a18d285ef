package dev.mldigest.domain.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the HTML mail looks.
 *
 * @param template the editor's own page around the issue, or null for ours
 * @param logo what stands above the issue, or null
 * @param footer Markdown that stands below it, or an empty string
 * @param colours by the place they are for, {@code #rrggbb}; where there is none, ours
 */
public record MailLook(
    @Nullable Path template, @Nullable Logo logo, String footer, Map<String, String> colours) {
  public static final MailLook OURS = new MailLook(null, null, "", Map.of());

  /** The places that have a colour, each in light and in dark. */
  public static final List<String> PLACES =
      Stream.of("page", "card", "text", "dim", "accent", "line", "box")
          .flatMap(place -> Stream.of(place, "dark-" + place))
          .toList();

  public MailLook {
    colours = Map.copyOf(colours);
  }

  /**
   * A picture that is hosted somewhere, for mails carry none.
   *
   * @param alt what is read where it is not shown
   * @param width in pixels
   */
  public record Logo(String url, String alt, int width) {}
}
