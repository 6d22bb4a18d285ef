package dev.mldigest.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Decides which addresses may be connected to: public ones, and what the editor allowed by CIDR
 * block. It judges addresses only, never names, so it has to be asked when a connection is made.
 */
public final class AddressGuard {
  /** Not globally reachable, by the IANA special-purpose registries (RFC 6890 and successors). */
  private static final List<Block> SPECIAL =
      List.of(
          Block.of("0.0.0.0/8"),
          Block.of("10.0.0.0/8"),
          Block.of("100.64.0.0/10"), // carrier-grade NAT, RFC 6598
          Block.of("127.0.0.0/8"),
          Block.of("169.254.0.0/16"), // link-local, where clouds keep their metadata
          Block.of("172.16.0.0/12"),
          Block.of("192.0.0.0/24"),
          Block.of("192.0.2.0/24"),
          Block.of("192.88.99.0/24"), // 6to4 relays
          Block.of("192.168.0.0/16"),
          Block.of("198.18.0.0/15"),
          Block.of("198.51.100.0/24"),
          Block.of("203.0.113.0/24"),
          Block.of("224.0.0.0/3"), // multicast, reserved, broadcast
          // Of IPv6 only 2000::/3 is global unicast (RFC 4291 section 2.4). This covers loopback,
          // IPv4-mapped and -compatible, NAT64, link-local, unique local, multicast.
          Block.of("::/3"),
          Block.of("4000::/2"),
          Block.of("8000::/1"),
          Block.of("2001::/23"), // protocol assignments, among them Teredo
          Block.of("2001:db8::/32"),
          Block.of("2002::/16"), // 6to4
          Block.of("3fff::/20"));

  private static final AddressGuard PUBLIC = new AddressGuard(List.of());

  private final List<Block> allowed;

  /**
   * @param allowed CIDR blocks that may be contacted although they are not public
   * @throws IllegalArgumentException if one of them is no CIDR block
   */
  public AddressGuard(List<String> allowed) {
    this.allowed = allowed.stream().map(Block::of).toList();
  }

  /** Why a host's address is not asked, in one sentence. */
  public static String refusal(String host) {
    return "The address of " + host + " is not public, and network.allow-private does not list it.";
  }

  /** True for an address that is not public, and for the name of this machine (RFC 6761). */
  public static boolean isNear(@Nullable URI address) {
    HttpUrl url = address == null ? null : HttpUrl.get(address);
    if (url == null || url.host().equals("localhost")) {
      return url != null;
    }
    try {
      return !PUBLIC.permits(InetAddress.ofLiteral(url.host()));
    } catch (IllegalArgumentException e) {
      return false; // a name
    }
  }

  public boolean permits(InetAddress address) {
    byte[] bytes = address.getAddress();
    return allowed.stream().anyMatch(block -> block.contains(bytes))
        || SPECIAL.stream().noneMatch(block -> block.contains(bytes));
  }

  /** A block of addresses; IPv4 and IPv6 never match each other. */
  private static final class Block {
    private final byte[] network;
    private final int bits;

    private Block(byte[] network, int bits) {
      this.network = network;
      this.bits = bits;
    }

    static Block of(String cidr) {
      int slash = cidr.indexOf('/');
      String address = slash < 0 ? cidr : cidr.substring(0, slash);
      if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
        throw new IllegalArgumentException("'" + cidr + "' is not a block such as 10.0.0.0/8.");
      }
      try {
        byte[] network = bytes(InetAddress.getByName(address), address);
        int bits = slash < 0 ? network.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
        if (bits < 0 || bits > network.length * 8) {
          throw new NumberFormatException();
        }
        return new Block(network, bits);
      } catch (UnknownHostException | NumberFormatException e) {
        throw new IllegalArgumentException("'" + cidr + "' is not a block such as 10.0.0.0/8.", e);
      }
    }

    private static byte[] bytes(InetAddress address, String written) {
      return address instanceof Inet4Address && written.indexOf(':') >= 0
          ? mapped(address.getAddress())
          : address.getAddress();
    }

    /** Java hands IPv4-mapped IPv6 addresses out as IPv4; as a block they mean the IPv6 form. */
    private static byte[] mapped(byte[] four) {
      byte[] sixteen = new byte[16];
      Arrays.fill(sixteen, 10, 12, (byte) 0xff);
      System.arraycopy(four, 0, sixteen, 12, 4);
      return sixteen;
    }

    boolean contains(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit += 8) {
        int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
        if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
