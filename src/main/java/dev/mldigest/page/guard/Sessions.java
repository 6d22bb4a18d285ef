package dev.mldigest.page.guard;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The one-time key, and the browsers that came with one. */
public final class Sessions {
  /** An editor has a browser or two; more keys than that are not the editor's. */
  private static final int MOST = 16;

  /** Of the random words, as many characters as keep names of different starts apart. */
  private static final int NAME = 8;

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private @Nullable String key;

  /** A key that is good once; an earlier one that was not used is no longer. */
  public synchronized String newKey() {
    key = Secret.fresh();
    return key;
  }

  /** A session for who has the key; empty for a wrong or used one. */
  synchronized Optional<Session> enter(String said) {
    if (key == null || !Secret.isSame(said, key) || sessions.size() >= MOST) {
      return Optional.empty();
    }
    key = null;
    Session session = new Session("page-" + Secret.fresh().substring(0, NAME));
    sessions.put(session.id(), session);
    return Optional.of(session);
  }

  /** What has its id is no session any longer. */
  public synchronized void leave(String id) {
    sessions.remove(id);
  }

  Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }
}
