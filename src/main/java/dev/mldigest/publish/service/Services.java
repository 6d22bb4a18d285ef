package dev.mldigest.publish.service;

import dev.mldigest.domain.settings.Network;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.publish.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Targets as feeds.yaml names them. */
public final class Services implements AutoCloseable {
  private final Network network;
  private final JsonHttp.Terms terms;
  private final List<JsonHttp> open = new ArrayList<>();

  public Services(Network network, JsonHttp.Terms terms) {
    this.network = network;
    this.terms = terms;
  }

  /**
   * @param settings whose key is there
   */
  public Target target(PublishTarget settings) {
    return new DraftTarget(
        settings.name(), service(settings, http(settings)), terms.clock(), terms.sitOut());
  }

  private static DraftService service(PublishTarget settings, JsonHttp http) {
    switch (settings.kind()) {
      case BUTTONDOWN, LISTMONK, GHOST, KIT, WEBHOOK ->
          throw new UnsupportedOperationException(settings.kind().word() + http);
    }
    throw new UnsupportedOperationException();
  }

  private JsonHttp http(PublishTarget settings) {
    URI base = settings.url() == null ? URI.create(settings.kind().address()) : settings.url();
    JsonHttp http = new JsonHttp(base, network, terms);
    open.add(http);
    return http;
  }

  @Override
  public void close() {
    open.forEach(JsonHttp::close);
  }
}
