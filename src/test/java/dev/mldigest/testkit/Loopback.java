package dev.mldigest.testkit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** Servers of a test on this machine. */
public final class Loopback {
  private Loopback() {}

  /** Started, on a port of its own; the test stops it. */
  public static WireMockServer web() {
    WireMockServer server =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    server.start();
    return server;
  }
}
