package dev.mldigest.config.yaml;

import static dev.mldigest.config.yaml.ValueForm.bad;
import static dev.mldigest.config.yaml.ValueForm.good;
import static dev.mldigest.config.yaml.ValueForm.ofText;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The forms of addresses. None of them asks the network: whether one answers is left to others. */
public final class Addresses {
  private Addresses() {}

  /**
   * An absolute http or https address with a host and without user information: a password in an
   * address ends in logs. The sentence never repeats the address, which may hold a token.
   */
  public static ValueForm<URI> url() {
    return ofText("must be an address such as https://example.org/feed.xml", Addresses::address);
  }

  private static ValueForm.Parsed<URI> address(String value) {
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
  public static ValueForm<URI> proxy() {
    String expected = "must be http://HOST:PORT";
    return ofText(
        expected,
        value ->
            switch (address(value)) {
              case ValueForm.Parsed.Good<URI>(URI uri)
                  when uri.getScheme().equals("http") && uri.getPort() > 0 ->
                  good(uri);
              case ValueForm.Parsed.Good<URI> other -> bad(expected);
              case ValueForm.Parsed.Bad<URI> bad -> bad;
            });
  }

  /** An address or a mail address; it travels in a request header, so only printable ASCII. */
  public static ValueForm<String> contact() {
    String expected = "must be an http(s) address or a mail address";
    return ofText(
        expected,
        value ->
            value.matches("[!-~]{3,200}@[!-~]{3,200}")
                    || address(value) instanceof ValueForm.Parsed.Good
                ? good(value.strip())
                : bad(expected));
  }
}
