package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A fake that keeps drafts by their identifier, and can be told to send whatever it is given. */
public abstract class StoringService extends FakeService {
  protected final Map<String, ObjectNode> stored = new LinkedHashMap<>();
  private final Map<String, Sent> sent = new HashMap<>();
  private final String base;
  private final String header;
  private final String secret;
  private boolean sending;
  private int made;

  /**
   * @param base path of its list; what is one of it stands below, and what is done to one below
   *     that
   * @param header in which each request bears the secret
   */
  protected StoringService(long late, String base, String header, String secret) {
    super(late);
    this.base = base;
    this.header = header;
    this.secret = secret;
  }

  @Override
  protected @Nullable Answer unauthorized(Request request) {
    return request.header(header).equals(secret) ? null : keyless();
  }

  /** To who has no key, or a wrong one. */
  protected abstract Answer keyless();

  @Override
  protected Answer answer(Request request) {
    if (request.path().equals(base)) {
      return request.method().equals("POST") ? create(request) : list(request);
    }
    String[] rest = request.path().substring(base.length() + 1).split("/", 2);
    ObjectNode one = stored.get(rest[0]);
    return one == null ? unknown(rest[0]) : on(one, rest.length > 1 ? rest[1] : "", request);
  }

  protected abstract Answer create(Request request);

  protected abstract Answer list(Request request);

  /** What has no such identifier. */
  protected abstract Answer unknown(String id);

  /**
   * @param action empty for the thing itself
   */
  protected abstract Answer on(ObjectNode one, String action, Request request);

  /** From now on what it is given leaves, whatever that says. */
  public final synchronized void sends(boolean always) {
    sending = always;
  }

  /** From now on it has sent that, and counts so many readers of it and what they followed. */
  public final synchronized void sent(String id, Sent readers) {
    sent.put(id, readers);
  }

  protected final Sent sent(String id) {
    return sent.getOrDefault(id, new Sent(0, 0, 0, 0, 0, List.of()));
  }

  /** Counts by link: how many followed each, and persons with the links that they followed. */
  public record Sent(
      int recipients, int opens, int clicks, int left, int replies, List<Click> events) {
    /** One click of one person on a link. */
    public record Click(String person, String mail, String link) {}

    /** How many persons followed each link, most first. */
    final Map<String, Integer> byLink() {
      Map<String, Set<String>> persons = new TreeMap<>();
      events.forEach(click ->
          persons.computeIfAbsent(click.link(), link -> new HashSet<>()).add(click.person()));
      Map<String, Integer> counts = new LinkedHashMap<>();
      persons.entrySet().stream()
          .sorted(Comparator.comparingInt(one -> -one.getValue().size()))
          .forEach(one -> counts.put(one.getKey(), one.getValue().size()));
      return counts;
    }
  }

  /** Links that are counted, most followed first, from that one on. */
  protected static List<Map.Entry<String, Integer>> links(Sent readers, int from, int most) {
    return readers.byLink().entrySet().stream().skip(from).limit(most).toList();
  }

  protected final boolean isSending() {
    return sending;
  }

  protected final int next() {
    return ++made;
  }

  /** Somebody changes a draft in the service. */
  public synchronized void change(String id, String field, String value) {
    Objects.requireNonNull(stored.get(id)).put(field, value);
  }

  @Override
  public final synchronized List<Kept> kept() {
    return stored.entrySet().stream()
        .map(one -> new Kept(one.getKey(), one.getValue().path("status").asText(), one.getValue()))
        .toList();
  }

  /** Those that look-ups show yet, oldest first. */
  protected final List<ObjectNode> listed() {
    return stored.entrySet().stream()
        .filter(one -> isListed(one.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** What the service calls a draft. */
  protected abstract String draft();

  @Override
  public List<Kept> leaving() {
    return kept().stream().filter(one -> !one.status().equals(draft())).toList();
  }

  /** A user and a password, as a header has them. */
  protected static String basic(String user, String key) {
    byte[] both = (user + ":" + key).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** As a service writes HTML anew: references read, quotes its own, style sheets gone. */
  protected static String rewritten(String html, String unwanted) {
    Document read = Jsoup.parse(html);
    read.outputSettings().prettyPrint(false);
    if (!unwanted.isEmpty()) {
      read.select(unwanted).remove();
    }
    return read.outerHtml();
  }
}
