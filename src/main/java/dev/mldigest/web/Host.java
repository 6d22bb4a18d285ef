package dev.mldigest.web;

import java.net.URI;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The host of an address of the web.
 *
 * @param name in small letters and ASCII, without port and final dot; empty where there is none
 */
public record Host(String name) {
  public static Host of(@Nullable URI url) {
    return of(url == null ? null : url.toString());
  }

  /** Of anything that is no address with {@code http} or {@code https} a host without a name. */
  public static Host of(@Nullable String url) {
    return new Host(url == null ? "" : Address.host(url.strip()));
  }

  public boolean isNone() {
    return name.isEmpty();
  }

  /** Without {@code www.} and what else leads to the same pages: {@code m.site.org}. */
  public Host bare() {
    return new Host(Address.bare(name));
  }

  /** Whether it is the domain or within it: {@code en.site.org} is in {@code site.org}. */
  public boolean isIn(String domain) {
    return name.equals(domain) || name.endsWith("." + domain);
  }

  /** Whether one of the two is within the other's domain. */
  public boolean isAkinTo(Host other) {
    return bare().isIn(other.bare().name) || other.bare().isIn(bare().name);
  }

  /**
   * Who answers for it: the name that was registered, by the public suffix list with the domains
   * whose owners let others have names below, so that of {@code github.io} each name is one; the
   * host itself where there is none.
   */
  public String site() {
    String registered = isNone() ? null : HttpUrl.get("http://" + name + "/").topPrivateDomain();
    return registered == null ? name : registered;
  }
}
