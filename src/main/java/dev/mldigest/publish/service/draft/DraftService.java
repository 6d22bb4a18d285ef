package dev.mldigest.publish.service.draft;

import dev.mldigest.publish.Draft;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.call.ServiceCall;
import java.util.List;
import java.util.Map;

/**
 * A newsletter service, as far as drafts go: it says what was asked and what came, and decides
 * nothing. When what is asked is {@link DraftTarget}'s.
 */
public interface DraftService {
  /** As a sentence names it. */
  String title();

  /**
   * What a draft will hold, by names of one's own choice (subject, body, …), in the spelling in
   * which {@link #read} gives it back: its template language already made harmless. Its hash is
   * what the draft is known by.
   */
  Map<String, String> content(Draft draft);

  /** The request that makes the draft (the first of them, where it takes several). */
  ServiceCall creation(Draft draft, Mark mark);

  /**
   * Those that bear the mark, whatever became of them. A failed look-up is a trouble, never an
   * empty list.
   */
  Reply<List<Stored>> find(Mark mark);

  /**
   * Makes it, and says its id. It may stop half-way: then {@link #read} says so.
   *
   * @param again is called before it is asked for once more, where a service wanted patience first
   */
  Reply<String> create(Draft draft, Mark mark, Runnable again);

  /** How it stands there now; {@link Reply.Why#GONE} where it does not. */
  Reply<Stored> read(String id);

  /** Makes a draft again of what is leaving, and says its id. */
  Reply<String> setBack(Stored leaving);

  /** Ends what was half made. Services that make a draft in one call never come to this. */
  default Reply<String> finish(Stored half, Draft draft, Mark mark) {
    return Reply.got(half.id());
  }
}
