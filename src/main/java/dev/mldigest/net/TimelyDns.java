package dev.mldigest.net;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Name resolution that ends in time. The system's own cannot be interrupted and knows no deadline:
 * a name server that swallows questions would outlast every whole-call deadline. The question is
 * asked on a thread of its own, which is left behind when it takes too long.
 */
public final class TimelyDns implements Dns {
  private final Dns dns;
  private final Duration longest;

  TimelyDns(Dns dns, Duration longest) {
    this.dns = dns;
    this.longest = longest;
  }

  /** No answer came in time. */
  public static final class Silent extends UnknownHostException {
    @Serial private static final long serialVersionUID = 1L;

    Silent(String host) {
      super(host);
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    FutureTask<List<InetAddress>> question = new FutureTask<>(() -> dns.lookup(host));
    // A platform thread: the native call would pin a carrier of virtual ones.
    Thread.ofPlatform().daemon().name("dns").start(question);
    try {
      return question.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new Silent(host);
    } catch (ExecutionException e) {
      throw unknown(host, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Silent(host);
    }
  }

  private static UnknownHostException unknown(String host, @Nullable Throwable cause) {
    return cause instanceof UnknownHostException known ? known : new UnknownHostException(host);
  }
}
