package dev.mldigest.extract.block;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The lists that are open where a page is being read, and which item of each. */
final class ListLevels {
  private final Deque<Level> open = new ArrayDeque<>();

  private static final class Level {
    final boolean ordered;
    int number;
    @Nullable Element item;
    boolean opened;

    Level(boolean ordered, int number) {
      this.ordered = ordered;
      this.number = number;
    }
  }

  void open(Element list) {
    boolean ordered = list.normalName().equals("ol");
    open.push(new Level(ordered, ordered ? start(list) : 0));
  }

  private static int start(Element list) {
    String start = list.attr("start");
    return !start.isEmpty() && start.matches("\\d{1,6}") ? Integer.parseInt(start) - 1 : 0;
  }

  void close() {
    open.poll();
  }

  /** An item without a list around it begins one. */
  void openItem(Element item) {
    if (open.isEmpty()) {
      open.push(new Level(false, 0));
    }
    Level level = open.element();
    level.number++;
    level.item = item;
    level.opened = false;
  }

  /** Says of a block in which item it stands, and whether it is the item's first. */
  void place(Block block) {
    Level level = open.peek();
    if (level != null && level.item != null) {
      block.item = new Block.Item(level.item, open.size(), level.ordered, level.number);
      block.opensItem = !level.opened;
      level.opened = true;
    }
  }
}
