package dev.mldigest.net;

import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Sockets that check the address at the moment of connecting, after name resolution: a name whose
 * answer changes between check and use (DNS rebinding) gains nothing.
 */
public final class GuardedSockets extends SocketFactory {
  private final Predicate<InetSocketAddress> permitted;

  GuardedSockets(Predicate<InetSocketAddress> permitted) {
    this.permitted = permitted;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(permitted);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address);
    return socket;
  }

  /** The address is not one we may connect to. */
  public static final class ForbiddenAddress extends SocketException {
    @Serial private static final long serialVersionUID = 1L;

    ForbiddenAddress(String message) {
      super(message);
    }
  }

  private static final class GuardedSocket extends Socket {
    private final Predicate<InetSocketAddress> permitted;

    GuardedSocket(Predicate<InetSocketAddress> permitted) {
      this.permitted = permitted;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress inet)
          || inet.isUnresolved()
          || !permitted.test(inet)) {
        throw new ForbiddenAddress("The address is not a public one.");
      }
      super.connect(endpoint, timeout);
    }
  }
}
