package dev.mldigest.text.date;

import dev.mldigest.text.WordList;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a time of day names: by an offset, a name of a zone or a place; else it is UTC.
 */
final class Zones {
  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC|UT|Z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?.*");

  /** As {@link ZoneOffset}, which no zone of the world comes near. */
  private static final long FARTHEST_ZONE = 18 * 3600L;

  /** RFC 5322 section 3.3 lets an offset of four digits go up to 9959: it is taken at its word. */
  private static final Pattern BRACKETS = Pattern.compile("^[(\\[]|[)\\]]$");

  private static final Pattern FOUR_DIGITS = Pattern.compile("[+-]\\d{4}\\b");

  /** A zone of the IANA's database: an area and a place. */
  private static final Pattern PLACE = Pattern.compile("[A-Za-z]+(?:/[A-Za-z][A-Za-z0-9_+-]*)+");

  private static final Map<String, String> PLACES =
      ZoneId.getAvailableZoneIds().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  id -> id.toLowerCase(Locale.ROOT), id -> id, (a, b) -> a));

  /** Hours east of Greenwich. */
  private static final Map<String, Double> HOURS = hours();

  private Zones() {}

  private static Map<String, Double> hours() {
    Map<String, Double> hours = new HashMap<>();
    WordList.read("/text/zones.txt")
        .named()
        .forEach((east, names) -> names.forEach(name -> hours.put(name, Double.valueOf(east))));
    return Map.copyOf(hours);
  }

  static boolean isPlace(String word) {
    return PLACE.matcher(word).matches();
  }

  /**
   * Null for an offset that no zone has.
   *
   * @param local seconds since 1970, were it UTC
   * @param zone as written behind the time, or null
   */
  static @Nullable Instant at(long local, @Nullable String zone) {
    String name = zone == null ? "" : BRACKETS.matcher(zone.strip()).replaceAll("");
    Matcher offset = OFFSET.matcher(name);
    if (offset.matches()) {
      long seconds =
          Days.number(offset.group(2), 0) * 3600L + Days.number(offset.group(3), 0) * 60L;
      if (seconds > FARTHEST_ZONE && !FOUR_DIGITS.matcher(name).find()) {
        return null;
      }
      return Instant.ofEpochSecond(offset.group(1).equals("-") ? local + seconds : local - seconds);
    }
    Matcher place = PLACE.matcher(name);
    String known = place.lookingAt() ? PLACES.get(place.group().toLowerCase(Locale.ROOT)) : null;
    if (known != null) {
      return LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC)
          .atZone(ZoneId.of(known))
          .toInstant();
    }
    String word = name.split("[^A-Za-z]", 2)[0].toUpperCase(Locale.ROOT);
    return Instant.ofEpochSecond(local - Math.round(HOURS.getOrDefault(word, 0.0) * 3600));
  }
}
