package dev.mldigest.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sites that publish by a virtual clock and keep a strict account of who asks what and when: every
 * request that came too early, or without the validator that had been given, is an offence.
 */
final class SimulatedWeb implements AutoCloseable {
  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(30);

  /** What a site answers besides its document. */
  interface Mood {
    /** Status line and headers, or null for the document. */
    @Nullable Answer at(int request, Instant now);
  }

  /**
   * @param patience how long the site may expect to be left alone after this
   */
  record Answer(String status, Duration patience, List<String> headers) {
    Answer(String status, Duration patience) {
      this(status, patience, List.of());
    }
  }

  /** How a site publishes and what it asks for. */
  static final class Site {
    final String id;
    final int size;
    private final Duration every;
    private final Instant first;
    boolean entityTag = true;
    boolean lastModified;
    boolean redated;
    boolean pinned;
    boolean fullText = true;
    Duration maxAge = Duration.ZERO;
    Duration ttl = Duration.ZERO;
    int skipUntilHour;
    String movedFrom = "";
    Mood mood = (n, now) -> null;

    private int requests;
    private Instant notBefore = Instant.MIN;
    private String given = "";
    private String givenDate = "";

    Site(String id, int size, double perDay, Instant start) {
      this.id = id;
      this.size = size;
      this.every = Duration.ofMillis((long) (86_400_000 / perDay));
      this.first = start.minus(every.multipliedBy(size * 3L));
    }

    /** When the k-th item appears: not quite regularly. */
    Instant published(int k) {
      return first
          .plus(every.multipliedBy(k))
          .plus(every.multipliedBy(Math.floorMod(k * 37L, 50)).dividedBy(100));
    }

    /** How many items have appeared. */
    int count(Instant now) {
      int k = (int) Duration.between(first, now).dividedBy(every) + 1;
      while (k > 0 && published(k - 1).isAfter(now)) {
        k--;
      }
      return k;
    }

    private String document(Instant now, String base) {
      StringBuilder xml = new StringBuilder(4096);
      xml.append("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"");
      xml.append(" xmlns:dc=\"http://purl.org/dc/terms/\"><channel><title>").append(id);
      xml.append("</title><link>").append(base).append("</link>");
      if (!ttl.isZero()) {
        xml.append("<ttl>").append(ttl.toMinutes()).append("</ttl>");
      }
      if (skipUntilHour > 0) {
        xml.append("<skipHours>");
        for (int hour = 0; hour < skipUntilHour; hour++) {
          xml.append("<hour>").append(hour).append("</hour>");
        }
        xml.append("</skipHours>");
      }
      if (pinned) {
        item(xml, "pinned", now, first.minus(Duration.ofDays(400)), base);
      }
      int count = count(now);
      for (int k = count - 1; k >= Math.max(0, count - size); k--) {
        item(xml, String.valueOf(k), now, published(k), base);
      }
      return xml.append("</channel></rss>").toString();
    }

    private void item(StringBuilder xml, String key, Instant now, Instant date, String base) {
      Instant night = now.truncatedTo(java.time.temporal.ChronoUnit.DAYS);
      String shown = HTTP_DATE.format((redated ? night : date).atOffset(ZoneOffset.UTC));
      xml.append("<item><title>Post ").append(key).append(" of ").append(id).append("</title>");
      xml.append("<guid isPermaLink=\"false\">").append(id).append('/').append(key);
      xml.append("</guid><link>").append(base).append("/page/").append(key).append("</link>");
      xml.append("<pubDate>").append(shown).append("</pubDate>");
      if (fullText) {
        xml.append("<content:encoded><![CDATA[<p>")
            .append(TEXT)
            .append("</p>]]></content:encoded>");
      }
      xml.append("</item>");
    }
  }

  private static final String TEXT =
      "Our team measured how the batch size changes the latency of the model in production today. "
          .repeat(10);

  final Map<String, Integer> offences = new TreeMap<>();
  final Map<String, Integer> pages = new ConcurrentHashMap<>();
  final Map<String, Integer> statuses = new TreeMap<>();
  private final Map<String, Site> sites = new TreeMap<>();
  private final ServerSocket server;
  private final InstantSource clock;

  SimulatedWeb(InstantSource clock, List<Site> sites) throws IOException {
    this.clock = clock;
    sites.forEach(site -> this.sites.put(site.id, site));
    server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Requests so far for a site's feed. */
  synchronized int requests(String id) {
    return java.util.Objects.requireNonNull(sites.get(id)).requests;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String path = in.readLine().split(" ")[1];
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
      }
      answer(path, headers, socket.getOutputStream());
    } catch (IOException e) {
      // the client went away
    }
  }

  private synchronized void answer(String path, Map<String, String> headers, OutputStream out)
      throws IOException {
    Instant now = clock.instant();
    String[] steps = path.split("/");
    Site site = sites.get(steps[1]);
    if (site == null) {
      send(out, "404 Not Found", "");
    } else if (path.contains("/page/")) {
      pages.merge(path, 1, Integer::sum);
      send(out, "200 OK", "<html><body><article><p>" + TEXT + "</p></article></body></html>");
    } else if (path.endsWith(site.movedFrom) && !site.movedFrom.isEmpty()) {
      statuses.merge(site.id + " 301", 1, Integer::sum);
      send(out, "301 Moved Permanently", "", "Location: /" + site.id + "/feed");
    } else {
      feed(site, headers, now, out);
    }
  }

  private void feed(Site site, Map<String, String> headers, Instant now, OutputStream out)
      throws IOException {
    check(site, headers, now);
    Answer answer = site.mood.at(site.requests++, now);
    if (answer != null) {
      count(site, answer.status());
      site.notBefore = now.plus(answer.patience());
      send(out, answer.status(), "", answer.headers().toArray(String[]::new));
      return;
    }
    site.notBefore = now.plus(max(HOUR, max(site.maxAge, site.ttl)));
    String tag = "W/\"" + site.count(now) + (site.redated ? "@" + day(now) : "") + "\"";
    String modified = "on day " + day(now) + ", at about " + site.count(now);
    boolean same =
        (site.entityTag && tag.equals(headers.get("If-None-Match")))
            || (site.lastModified && modified.equals(headers.get("If-Modified-Since")));
    List<String> sent = new ArrayList<>();
    if (site.entityTag) {
      sent.add("ETag: " + tag);
      site.given = tag;
    }
    if (site.lastModified) {
      sent.add("Last-Modified: " + modified);
      site.givenDate = modified;
    }
    if (!site.maxAge.isZero()) {
      sent.add("Cache-Control: public, max-age=" + site.maxAge.toSeconds());
    }
    String status = same ? "304 Not Modified" : "200 OK";
    count(site, status);
    String body = same ? "" : site.document(now, address() + "/" + site.id);
    send(out, status, body, sent.toArray(String[]::new));
  }

  private void check(Site site, Map<String, String> headers, Instant now) {
    if (now.isBefore(site.notBefore)) {
      offence("early", site, now);
    }
    if (site.skipUntilHour > now.atZone(ZoneOffset.UTC).getHour() && site.requests > 0) {
      offence("in a skipped hour", site, now);
    }
    if (!site.given.equals(headers.getOrDefault("If-None-Match", ""))
        || !site.givenDate.equals(headers.getOrDefault("If-Modified-Since", ""))) {
      offence("without its validator", site, now);
    }
  }

  private void offence(String what, Site site, Instant now) {
    offences.merge(site.id + " was asked " + what + ", first at " + now, 1, Integer::sum);
  }

  private void count(Site site, String status) {
    statuses.merge(site.id + " " + status.substring(0, 3), 1, Integer::sum);
  }

  private static long day(Instant now) {
    return now.getEpochSecond() / 86_400;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  static Answer tooMany(Duration wait) {
    return new Answer("429 Too Many Requests", wait, List.of("Retry-After: " + wait.toSeconds()));
  }

  static Answer tooManyUnsaid() {
    return new Answer("429 Too Many Requests", HOUR);
  }

  static Answer busyUntil(Instant now, Duration wait) {
    // Whole seconds, so that the date says no less than is expected.
    Instant then = now.plus(wait).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    return new Answer(
        "503 Busy",
        Duration.between(now, then),
        List.of(
            "Date: " + HTTP_DATE.format(now.atOffset(ZoneOffset.UTC)),
            "Retry-After: " + HTTP_DATE.format(then.atOffset(ZoneOffset.UTC))));
  }

  static Answer broken() {
    return new Answer("500 Oops", FIRST_BACK_OFF);
  }

  static Answer gone() {
    return new Answer("410 Gone", Duration.ofDays(100_000));
  }

  private static void send(OutputStream out, String status, String body, String... headers)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Type: ").append(body.startsWith("<html") ? "text/html" : "text/xml");
    head.append("\r\nContent-Length: ").append(bytes.length).append("\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(bytes);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
