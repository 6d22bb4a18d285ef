package dev.mldigest.review.desk;

import dev.mldigest.review.Opening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is done to an issue. Ids are those of anchors. */
public sealed interface Act {
  /** The item it is about, or null. */
  default @Nullable String item() {
    return null;
  }

  /** True for what tells of the editor and changes nothing of the issue: no undo finds it. */
  default boolean isPassive() {
    return false;
  }

  /**
   * The item is good as it is.
   *
   * @param reason why its sentences may stand that rest on nothing; empty where none does
   */
  record Accept(String item, String reason) implements Act {
    public Accept(String item) {
      this(item, "");
    }
  }

  /**
   * The item leaves the issue.
   *
   * @param reason in the editor's words, or empty
   */
  record Reject(String item, String reason) implements Act {}

  record Move(String item, Place to) implements Act {}

  /**
   * The item has another text.
   *
   * @param text its Markdown below the anchor, heading and note slot included
   */
  record Edit(String item, String text) implements Act {}

  /**
   * The subject, the preheader or the introduction says something else.
   *
   * @param words empty takes the introduction out; the others always say something
   */
  record Say(Opening what, String words) implements Act {}

  /** No swap takes the item out, as long as it is pinned. */
  record Pin(String item, boolean pinned) implements Act {}

  /**
   * @param note to the readers; empty takes the note back
   */
  record Note(String item, String note) implements Act {}

  /**
   * A text that could not stand in the issue was given up. The issue is as before; the text is kept
   * here, for who wants it back.
   *
   * @param of what the text was to be: {@code edit}, {@code note} or {@code say}
   * @param about the item, or the key of what is said above the first section
   */
  record LetGo(String of, String about, String text) implements Act {
    @Override
    public @Nullable String item() {
      return of.equals("say") ? null : about;
    }
  }

  /** A block that no run put there. */
  record Add(Block block, Place to) implements Act {
    @Override
    public @Nullable String item() {
      return block.id();
    }
  }

  /** A block comes in the place of an item. */
  record Swap(Block block, String out) implements Act {
    @Override
    public @Nullable String item() {
      return block.id();
    }
  }

  /**
   * The editor saved digest.md.
   *
   * @param items ids of those that are not as they were
   */
  record Typed(List<String> items) implements Act {
    public Typed {
      items = List.copyOf(items);
    }
  }

  /** The issue was made for the first time. */
  record Made() implements Act {}

  /** The whole issue was made again. */
  record Remade() implements Act {}

  /**
   * The item was written again.
   *
   * @param wish what was wished; null where wishes were taken back
   * @param instead of which summary; null with them
   */
  record Rewrite(String item, @Nullable String wish, @Nullable String instead) implements Act {}

  /** A version of the file was brought back. */
  record Restored() implements Act {}

  /** All is as it was before that event. */
  record Undone(int event) implements Act {}

  /** An undone event counts again. */
  record Redone(int event) implements Act {}

  /**
   * The issue may be published as it stands.
   *
   * @param override why it may although something was found; empty where nothing was
   */
  record Approve(String override) implements Act {}

  /** The editor began to read. */
  record Opened() implements Act {
    @Override
    public boolean isPassive() {
      return true;
    }
  }

  /** The editor is at it: a front end says so from time to time. */
  record Active() implements Act {
    @Override
    public boolean isPassive() {
      return true;
    }
  }

  /** The editor looked at the item. */
  record Seen(String item) implements Act {
    @Override
    public boolean isPassive() {
      return true;
    }
  }

  /** The editor went away. */
  record Closed() implements Act {
    @Override
    public boolean isPassive() {
      return true;
    }
  }
}
