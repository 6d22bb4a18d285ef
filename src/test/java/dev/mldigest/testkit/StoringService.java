package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A fake that keeps drafts by their identifier, and can be told to send whatever it is given. */
public abstract class StoringService extends FakeService {
  protected final Map<String, ObjectNode> stored = new LinkedHashMap<>();
  private boolean sending;
  private int made;

  protected StoringService(long late) {
    super(late);
  }

  /** From now on what it is given leaves, whatever that says. */
  public final synchronized void sends(boolean always) {
    sending = always;
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
  public final List<Kept> leaving() {
    return kept().stream().filter(one -> !one.status().equals(draft())).toList();
  }

  /** The last of a path. */
  protected static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
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
