package dev.mldigest.fetch.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A caller's own rule about addresses, for example robots.txt. */
public interface Objection {
  Objection NONE = url -> null;

  /** Why an address must not be asked, or null. */
  HttpReply.@Nullable Refused to(URI url);
}
