package dev.mldigest.config.yaml;

import static dev.mldigest.config.yaml.ValueForm.bad;
import static dev.mldigest.config.yaml.ValueForm.good;
import static dev.mldigest.config.yaml.ValueForm.ofText;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The forms of values that are more than a word or a number. */
public final class ValueForms {
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "B", 1L, "KB", 1_000L, "MB", 1_000_000L, "KIB", 1_024L, "MIB", 1_048_576L);
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}) ?(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,12}) ?([A-Za-z]{0,3})");

  /** The archives of arxiv.org/category_taxonomy, with subjects in the form that each has. */
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:astro-ph|cs|econ|eess|math|nlin|q-bio|q-fin|stat)(?:\\.[A-Z]{2})?"
              + "|(?:cond-mat|physics)(?:\\.[a-z][a-z-]{2,9})?"
              + "|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph");

  private ValueForms() {}

  /** {@code 30m}, {@code 6h}, {@code 1d}. */
  public static ValueForm<Duration> duration(String least, String most) {
    String expected = "must be a duration from " + least + " to " + most + ", such as " + most;
    long low = millis(least);
    long high = millis(most);
    return ofText(
        expected,
        value -> {
          long given = millis(value);
          return low <= given && given <= high ? good(Duration.ofMillis(given)) : bad(expected);
        });
  }

  private static long millis(String value) {
    Matcher matcher = DURATION.matcher(value);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) * unit(MILLIS, matcher) : -1;
  }

  /** {@code 10MB}: 1 KB is 1,000 bytes, 1 KiB 1,024; a bare number is bytes. */
  public static ValueForm<Long> size(String least, String most) {
    String expected = "must be a size from " + least + " to " + most + ", such as 10MB";
    long low = bytes(least);
    long high = bytes(most);
    return new ValueForm<>(
        expected,
        Set.of(Tag.STR, Tag.INT),
        value -> {
          long given = bytes(value);
          return low <= given && given <= high ? good(given) : bad(expected);
        });
  }

  private static long bytes(String value) {
    Matcher matcher = SIZE.matcher(value);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) * unit(BYTES, matcher) : -1;
  }

  /** -1 for a unit that is not known: the product is then below every range. */
  private static long unit(Map<String, Long> units, Matcher matcher) {
    String name = matcher.group(2);
    Long exact = units.get(name);
    return exact != null ? exact : units.getOrDefault(name.toUpperCase(Locale.ROOT), -1L);
  }

  /** An IANA name. */
  public static ValueForm<ZoneId> zone() {
    return ofText(
        "must be an IANA name such as Europe/Berlin",
        value -> {
          Set<String> known = ZoneId.getAvailableZoneIds();
          if (known.contains(value)) {
            return good(ZoneId.of(value));
          }
          String near =
              known.stream()
                  .filter(id -> id.endsWith("/" + value) && !value.isEmpty())
                  .sorted()
                  .findFirst()
                  .map(id -> ", did you mean '" + id + "'?")
                  .orElseGet(() -> Suggestion.after(value, known.stream().sorted().toList()));
          String hint = near.isEmpty() ? ": use an IANA name such as Europe/Berlin" : near;
          return bad("has the unknown zone '" + FileExcerpt.of(value) + "'" + hint);
        });
  }

  public static ValueForm<String> language() {
    String expected = "must be a language tag such as en or de-CH";
    return ofText(
        expected,
        value -> {
          try {
            return new Locale.Builder().setLanguageTag(value).build().getLanguage().isEmpty()
                ? bad(expected)
                : good(value);
          } catch (IllformedLocaleException e) {
            return bad(expected);
          }
        });
  }

  public static ValueForm<LocalTime> time() {
    String expected = "must be a time of day such as \"07:00\"";
    return ofText(
        expected,
        value ->
            value.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                ? good(LocalTime.parse(value))
                : bad(expected));
  }

  public static ValueForm<String> date() {
    String expected = "must be a day such as 2026-10-01";
    return ofText(
        expected,
        value -> {
          try {
            return good(LocalDate.parse(value).toString());
          } catch (DateTimeParseException e) {
            return bad(expected);
          }
        });
  }

  public static ValueForm<String> currency() {
    String expected = "must be a currency code such as USD";
    return ofText(expected, value -> value.matches("[A-Z]{3}") ? good(value) : bad(expected));
  }

  /** {@code cs.LG}, {@code quant-ph}. */
  public static ValueForm<String> arxivCategory() {
    String expected = "must hold arXiv categories such as cs.LG";
    return ofText(expected, value -> ARXIV.matcher(value).matches() ? good(value) : bad(expected));
  }
}
