package dev.mldigest.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FetchOutcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkErrorsTest {
  static Stream<IOException> unheard() {
    return Stream.of(
        new UnknownHostException("x"),
        new InterruptedIOException("timeout"),
        new NoRouteToHostException("x"),
        new ConnectException("refused"),
        new ConnectException("connect timed out"),
        new SocketException("Connection reset"));
  }

  static Stream<IOException> heard() {
    return Stream.of(
        new SSLException("expired"), new ProtocolException("x"), new IOException("bad gzip"));
  }

  private static boolean isConnection(IOException e) {
    HttpReply.Broken broken = (HttpReply.Broken) NetworkErrors.of(e, false, "a.example");
    return new FetchOutcome.Failed(broken.why(), broken.detail()).isConnection();
  }

  @ParameterizedTest
  @MethodSource("unheard")
  void where_no_server_was_heard_the_network_may_be_down(IOException e) {
    assertThat(isConnection(e)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("heard")
  void where_a_server_was_heard_it_is_not(IOException e) {
    assertThat(isConnection(e)).isFalse();
  }
}
