package dev.mldigest.testkit;

import dev.mldigest.cli.Digest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code digest review} at work; its end is a person's Ctrl-C. */
public final class Reviewing implements AutoCloseable {
  private final Thread command;
  private final StringWriter err = new StringWriter();
  private final String address;
  private @Nullable PageClient browser;

  public Reviewing(String... arguments) throws IOException, InterruptedException {
    BlockingQueue<String> lines = new ArrayBlockingQueue<>(8);
    PrintWriter out = new PrintWriter(new Lines(lines), true);
    PrintWriter messages = new PrintWriter(err, true);
    command =
        Thread.ofPlatform()
            .start(() -> {
              int code = Digest.run(out, messages, arguments);
              lines.offer("ended with " + code);
            });
    String said = lines.poll(60, TimeUnit.SECONDS);
    if (said == null || !said.startsWith("http://")) {
      throw new AssertionError(said + "\n" + err);
    }
    address = said;
  }

  /** The address with its key, which lets one browser in. */
  public String address() {
    return address;
  }

  /** A client that came by the address; the same each time. */
  public PageClient browser() throws IOException {
    if (browser == null) {
      browser = new PageClient(address);
    }
    return browser;
  }

  public String err() {
    return err.toString();
  }

  @Override
  public void close() {
    command.interrupt();
    try {
      command.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it ends by itself
    }
  }

  /** Hands on each line when it is whole. */
  private static final class Lines extends Writer {
    private final BlockingQueue<String> lines;
    private final StringBuilder line = new StringBuilder();

    Lines(BlockingQueue<String> lines) {
      this.lines = lines;
    }

    @Override
    public void write(char[] text, int from, int length) {
      line.append(text, from, length);
      for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
        lines.add(line.substring(0, end).strip());
        line.delete(0, end + 1);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
