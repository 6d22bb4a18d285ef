package dev.mldigest.pipeline.card;

import dev.mldigest.assemble.Prose;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.approval.Quote;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Known;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The items that stand in a digest, in its order. */
final class StandingItems {
  private static final Pattern SLOT =
      Pattern.compile("(?ms)^ {0,3}<!--[ \\t]*note:((?:(?!-->).)*)-->[ \\t]*$");
  private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}###");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");

  private StandingItems() {}

  /**
   * One of them.
   *
   * @param section words of the heading it stands under, empty where there is none
   * @param line of its heading, from 1
   * @param edited true if it is not as it was generated
   */
  record Standing(Part part, String section, int line, boolean edited) {
    String name() {
      return part.name();
    }

    String title() {
      return Quote.heading(part.title());
    }

    String link() {
      return Objects.requireNonNullElse(part.url(), "");
    }

    /** What stands before the slot of the note, as readers see it. */
    String summary() {
      Matcher slot = SLOT.matcher(part.text());
      return shown(slot.find() ? part.text().substring(0, slot.start()) : part.text());
    }

    /** What stands in the slot and behind it. */
    String note() {
      Matcher slot = SLOT.matcher(part.text());
      return slot.find()
          ? (slot.group(1).strip() + "\n" + shown(part.text().substring(slot.end()))).strip()
          : "";
    }

    List<String> paragraphs(String label) {
      return Prose.blocks(summary().replace("**" + label + ":**", "**For:**")).stream()
          .filter(block -> !block.isBlank())
          .toList();
    }

    ItemCode code() {
      return ItemCode.of(summary());
    }

    String highlight(String label) {
      return Prose.highlight(summary().replace("**" + label + ":**", "**For:**"));
    }

    private static String shown(String text) {
      return Approval.of(text).parts().stream()
          .map(Approved.Piece::markdown)
          .collect(Collectors.joining());
    }
  }

  /**
   * @param generated texts in which its items are known, the digest's own first
   */
  static List<Standing> of(String text, List<String> generated) {
    Map<String, String> made = new HashMap<>();
    for (String one : generated) {
      DigestFile.parse(one).items().forEach(part -> made.putIfAbsent(part.name(), compared(part)));
    }
    List<Standing> items = new ArrayList<>();
    String section = "";
    int line = 1;
    for (Part part : DigestFile.parse(text, Known.of(generated)).parts()) {
      if (part.kind() == Part.Kind.SECTION) {
        section = Quote.heading(part.title());
      } else if (part.isItem()) {
        boolean edited = !compared(part).equals(made.get(part.name()));
        items.add(new Standing(part, section, line + head(part.text()), edited));
      }
      line += lines(part.text());
    }
    return items;
  }

  private static String compared(Part part) {
    return part.compared();
  }

  /** Lines before the heading: that of the anchor. */
  private static int head(String text) {
    Matcher heading = HEADING.matcher(text);
    return heading.find() ? lines(text.substring(0, heading.start())) : 0;
  }

  private static int lines(String text) {
    return (int) LINE_END.matcher(text).results().count();
  }
}
