package dev.mldigest.config.yaml;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** Whether a host is this machine or stands in a network of one's own. */
public final class NearAddress {
  /**
   * A name of such a network has no dot. What begins with a figure is none: systems read {@code
   * 0x5db8d822} as an address.
   */
  private static final Pattern OWN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private NearAddress() {}

  /**
   * @param host as it stands in a URL
   */
  public static boolean isNear(String host) {
    if (OWN_NAME.matcher(host).matches()) {
      return true;
    }
    try {
      InetAddress address = InetAddress.ofLiteral(host.replaceAll("^\\[|]$", ""));
      return address.isLoopbackAddress()
          || address.isSiteLocalAddress() // RFC 1918
          || address.isLinkLocalAddress()
          || isOwn(address.getAddress());
    } catch (IllegalArgumentException e) {
      return false; // a name
    }
  }

  /** Networks that Java has no word for: 100.64.0.0/10 (RFC 6598), fc00::/7 (RFC 4193). */
  private static boolean isOwn(byte[] address) {
    return address.length == 4
        ? address[0] == 100 && (address[1] & 0xc0) == 64
        : (address[0] & 0xfe) == 0xfc;
  }
}
