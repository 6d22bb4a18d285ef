package dev.mldigest.fetch.http;

import dev.mldigest.net.AddressGuard;
import java.net.InetAddress;
import java.net.UnknownHostException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Which addresses are asked at all, by what they say before any connection is made. */
final class AddressRules {
  private final AddressGuard guard;
  private final boolean proxied;

  /**
   * @param proxied whether another machine makes the connections
   */
  AddressRules(AddressGuard guard, boolean proxied) {
    this.guard = guard;
    this.proxied = proxied;
  }

  /** Why an address is not asked, or null. */
  HttpReply.@Nullable Refused objection(HttpUrl url) {
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      return HttpReply.Refused.forbidden(
          url.host(), "Addresses with a user name or password are not asked.");
    }
    if (HostNames.otherProtocol(url.port())) {
      return HttpReply.Refused.forbidden(
          url.host(), "Port " + url.port() + " of " + url.host() + " is not one of web servers.");
    }
    return HostNames.oddNumber(url.host()) || !permitsByName(url.host())
        ? HttpReply.Refused.notPublic(url.host())
        : null;
  }

  /**
   * Behind a proxy no connection to the host is ours to check, so what its name says is: an address
   * written out, or this machine and its network. Other names are resolved by the proxy, which is
   * the editor's own.
   */
  private boolean permitsByName(String host) {
    if (!proxied) {
      return true;
    }
    try {
      return HostNames.local(host)
          ? guard.permits(InetAddress.getLoopbackAddress())
          : !HostNames.literal(host) || guard.permits(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
