package dev.mldigest.config;

import static dev.mldigest.config.Form.bad;
import static dev.mldigest.config.Form.good;
import static dev.mldigest.config.Form.ofText;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
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

/** The forms of values that are more than a word or a number. None of them asks the network. */
final class Forms {
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "B", 1L, "KB", 1_000L, "MB", 1_000_000L, "KIB", 1_024L, "MIB", 1_048_576L);
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}) ?(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,12}) ?([A-Za-z]{0,3})");
  private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]{2,45})/([0-9]{1,3})");

  private Forms() {}

  /** {@code 30m}, {@code 6h}, {@code 1d}. */
  static Form<Duration> duration(String least, String most) {
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
  static Form<Long> size(String least, String most) {
    String expected = "must be a size from " + least + " to " + most + ", such as 10MB";
    long low = bytes(least);
    long high = bytes(most);
    return new Form<>(
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

  /**
   * An absolute http or https address with a host and without user information: a password in an
   * address ends in logs. The sentence never repeats the address, which may hold a token.
   */
  static Form<URI> url() {
    return ofText("must be an address such as https://example.org/feed.xml", Forms::address);
  }

  private static Form.Parsed<URI> address(String value) {
    URI uri;
    try {
      uri = new URI(value.strip());
    } catch (URISyntaxException e) {
      return bad("is not a valid address: " + e.getReason().toLowerCase(Locale.ROOT));
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return bad("must begin with https:// or http://");
    }
    if (uri.getRawUserInfo() != null || String.valueOf(uri.getRawAuthority()).contains("@")) {
      return bad("must not hold a user name or password");
    }
    if (uri.getHost() == null || uri.getPort() > 65535 || uri.getPort() == 0) {
      return bad("has no valid host");
    }
    return good(uri);
  }

  /** {@code http://HOST:PORT}. */
  static Form<URI> proxy() {
    String expected = "must be http://HOST:PORT";
    return ofText(
        expected,
        value ->
            switch (address(value)) {
              case Form.Parsed.Good<URI>(URI uri)
                  when uri.getScheme().equals("http") && uri.getPort() > 0 ->
                  good(uri);
              case Form.Parsed.Good<URI> other -> bad(expected);
              case Form.Parsed.Bad<URI> bad -> bad;
            });
  }

  /** An address or a mail address; it travels in a request header, so only printable ASCII. */
  static Form<String> contact() {
    String expected = "must be an http(s) address or a mail address";
    return ofText(
        expected,
        value ->
            value.matches("[!-~]{3,200}@[!-~]{3,200}") || address(value) instanceof Form.Parsed.Good
                ? good(value.strip())
                : bad(expected));
  }

  /** An IANA name. */
  static Form<ZoneId> zone() {
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
          return bad("has the unknown zone '" + Excerpt.of(value) + "'" + hint);
        });
  }

  static Form<String> language() {
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

  static Form<LocalTime> time() {
    String expected = "must be a time of day such as \"07:00\"";
    return ofText(
        expected,
        value ->
            value.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                ? good(LocalTime.parse(value))
                : bad(expected));
  }

  static Form<String> date() {
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

  static Form<String> currency() {
    String expected = "must be a currency code such as USD";
    return ofText(expected, value -> value.matches("[A-Z]{3}") ? good(value) : bad(expected));
  }

  /** {@code cs.LG}, {@code quant-ph}. */
  static Form<String> arxivCategory() {
    String expected = "must hold arXiv categories such as cs.LG";
    return ofText(
        expected,
        value ->
            value.matches("[a-z][a-z-]{1,20}(\\.[A-Za-z][A-Za-z-]{1,20})?")
                ? good(value)
                : bad(expected));
  }

  /** An address block; bits beyond the prefix are cleared. */
  static Form<String> cidr() {
    String expected = "must hold address blocks such as 127.1.0.0/16";
    return ofText(
        expected,
        value -> {
          Matcher matcher = CIDR.matcher(value);
          String block =
              matcher.matches() ? block(matcher.group(1), Integer.parseInt(matcher.group(2))) : "";
          return block.isEmpty()
              ? bad(expected + ", '" + Excerpt.of(value) + "' is none")
              : good(block);
        });
  }

  private static String block(String address, int prefix) {
    boolean four = !address.contains(":");
    // The JDK also reads 127.1 as an address; nobody means a block by it.
    if (four && !address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
      return "";
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      int bits = bytes.length * 8;
      if (prefix > bits) {
        return "";
      }
      BigInteger mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
      mask = mask.shiftRight(bits - prefix).shiftLeft(bits - prefix);
      BigInteger network = new BigInteger(1, bytes).and(mask);
      byte[] cleared = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        cleared[i] = network.shiftRight(bits - 8 * (i + 1)).byteValue();
      }
      return InetAddress.getByAddress(cleared).getHostAddress() + "/" + prefix;
    } catch (UnknownHostException | IllegalArgumentException e) {
      return "";
    }
  }
}
