package dev.mldigest.fetch.http;

import java.util.Locale;
import java.util.Set;

/**
 * What can be said against an address by its spelling alone. Where a name leads is for {@link
 * AddressGuard} to judge, when a connection is made.
 */
public final class HostNames {
  /** Names of this machine and of the network at hand: RFC 6761, 6762, 8375, 9476, and custom. */
  private static final Set<String> LOCAL =
      Set.of("localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp");

  /**
   * Ports of other protocols that could be made to understand a request as something else: the list
   * of the Fetch standard (section 2.9, port blocking).
   */
  private static final Set<Integer> OTHER_PROTOCOLS =
      Set.of(
          1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
          102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389,
          427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636,
          989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566,
          6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

  private HostNames() {}

  /** Whether a port belongs to a protocol that is not HTTP, for example 22 or 25. */
  static boolean otherProtocol(int port) {
    return OTHER_PROTOCOLS.contains(port);
  }

  /**
   * Whether the host is a number that is not an IPv4 address in its usual form: {@code 0x7f.1},
   * {@code 0177.0.0.1}, {@code 2130706433}. Resolvers disagree on what such a host means, so a
   * check by one says nothing about a connection by another.
   */
  static boolean oddNumber(String host) {
    String name = bare(host);
    String last = name.substring(name.lastIndexOf('.') + 1);
    return host.indexOf(':') < 0
        && (last.matches("[0-9]+") || last.matches("0x[0-9a-f]*"))
        && !(usual(name) && name.equals(host));
  }

  /** Whether the host is an address written out. */
  static boolean literal(String host) {
    return host.indexOf(':') >= 0 || usual(host);
  }

  private static boolean usual(String host) {
    String octet = "(?:0|[1-9][0-9]{0,2})";
    return host.matches(octet + "(?:\\." + octet + "){3}");
  }

  /** Whether the name is by custom or by standard one of this machine or of its own network. */
  public static boolean local(String host) {
    String name = bare(host);
    return (name.indexOf('.') < 0 && name.indexOf(':') < 0)
        || LOCAL.contains(name.substring(name.lastIndexOf('.') + 1))
        || name.endsWith(".home.arpa");
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
