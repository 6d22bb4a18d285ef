package dev.mldigest.cli.console;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address as a person pastes it. What is no web address is refused with what to write. */
public final class PastedUrl {
  private static final Pattern PARTS =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]{0,30})://)?([^/?#]*)(.*)", Pattern.DOTALL);

  private PastedUrl() {}

  public static URI of(String pasted) {
    Matcher parts = PARTS.matcher(pasted.strip());
    if (!parts.matches()) {
      throw new UsageException("The URL is not an address; write it with https://.");
    }
    // Before all else, and without repeating it: what is shown is copied and pasted.
    if (parts.group(2).contains("@")) {
      throw new UsageException("The URL must not hold a user name or password.");
    }
    if (parts.group(1) == null) {
      throw new UsageException(withoutScheme(parts.group(2) + parts.group(3)));
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new UsageException("The URL must begin with https:// or http://.");
    }
    return web(scheme + "://" + parts.group(2) + parts.group(3));
  }

  private static String withoutScheme(String rest) {
    try {
      return "The URL has no scheme: did you mean " + Terminal.plain(web("https://" + rest) + "?");
    } catch (UsageException e) {
      return "The URL is not an address; write it with https://.";
    }
  }

  private static URI web(String address) {
    try {
      URI url = new URI(address);
      if (url.getHost() != null && url.getPort() != 0 && url.getPort() <= 65535) {
        return url;
      }
      throw new UsageException("The URL has no valid host.");
    } catch (URISyntaxException e) {
      // Not as the cause: it repeats the address.
      throw new UsageException("The URL is not a valid address: " + e.getReason() + ".");
    }
  }
}
