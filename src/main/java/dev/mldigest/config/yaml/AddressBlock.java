package dev.mldigest.config.yaml;

import static dev.mldigest.config.yaml.ValueForm.bad;
import static dev.mldigest.config.yaml.ValueForm.good;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of an address block (RFC 4632, RFC 4291): {@code 127.1.0.0/16}, {@code fd00::/8}. */
public final class AddressBlock {
  private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]{2,45})/([0-9]{1,3})");

  private AddressBlock() {}

  /** An address block; bits beyond the prefix are cleared. */
  public static ValueForm<String> form() {
    String expected = "must hold address blocks such as 127.1.0.0/16";
    return ValueForm.ofText(
        expected,
        value -> {
          Matcher matcher = CIDR.matcher(value);
          String block =
              matcher.matches() ? block(matcher.group(1), Integer.parseInt(matcher.group(2))) : "";
          return block.isEmpty()
              ? bad(expected + ", '" + FileExcerpt.of(value) + "' is none")
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
