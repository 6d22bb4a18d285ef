package dev.mldigest.review;

import dev.mldigest.review.Merged.Offer;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.FrontMatter;
import dev.mldigest.review.digest.LineEnds;
import dev.mldigest.review.digest.Part;
import dev.mldigest.review.digest.Rematch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the editor's file and a new rendering together. A file in which nothing was touched
 * becomes the new rendering. In any other the items are the editor's: what was touched stays as it
 * is, to the byte; what was left alone takes the new text in its old place, or stays where there is
 * none; what was deleted stays deleted; the editor's order holds; new items are offered, not
 * inserted. Showing offers and keeping events is left to others.
 */
public final class Merge {
  private static final String NOTE = "<!-- note";

  private final String mineText;
  private final DigestFile base;
  private final DigestFile theirs;
  private final List<Part> mine;
  private final Map<String, Part> baseItems;
  private final Map<String, Part> theirItems;
  private final Sections baseSections;
  private final Sections theirSections;
  private final String lineEnd;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Offer> offered = new ArrayList<>();
  private final Set<Part> goneSections = new HashSet<>();

  private Merge(String base, String mine, String theirs) {
    this.base = DigestFile.parse(base);
    this.theirs = DigestFile.parse(theirs);
    this.mineText = mine;
    this.baseItems = this.base.byId();
    this.theirItems = this.theirs.byId();
    this.mine = Rematch.parts(DigestFile.parse(mine).parts(), List.of(baseItems, theirItems));
    this.baseSections = new Sections(this.base.parts());
    this.theirSections = new Sections(this.theirs.parts());
    this.lineEnd = LineEnds.of(mine);
  }

  /**
   * @param base the last generated text, as {@link Merged#base()} of the last merge gave it
   * @param mine the file as the editor left it
   * @param theirs the text generated now
   */
  public static Merged merge(String base, String mine, String theirs) {
    return new Merge(base, mine, theirs).merged(base, theirs);
  }

  private Merged merged(String base, String theirText) {
    String text = text();
    findDeletionsAndMoves();
    offerNew();
    if (mineText.equals(base)) {
      return new Merged(theirText, theirText, List.of(), List.of());
    }
    String kept = theirText.equals(base) ? mineText : text;
    return new Merged(kept, nextBase(), edits, offered);
  }

  private String text() {
    List<Part> kept = new ArrayList<>();
    for (Part part : mine) {
      kept.add(part.isItem() ? item(part) : section(part));
    }
    StringBuilder text = new StringBuilder(mineText.length());
    for (int i = 0; i < kept.size(); i++) {
      Part part = kept.get(i);
      if (!isEmptySection(kept, i)) {
        separate(text);
        text.append(part.text());
      }
    }
    return text.toString();
  }

  /** A part never runs into the line of the one before it. */
  private void separate(StringBuilder text) {
    if (!text.isEmpty()
        && text.charAt(text.length() - 1) != '\n'
        && text.charAt(text.length() - 1) != '\r') {
      text.append(lineEnd).append(lineEnd);
    }
  }

  private Part item(Part part) {
    Part before = part.id() == null ? null : baseItems.get(part.id());
    if (before == null || part.id() == null) {
      edits.add(new Edit.Added(part.id(), part.text()));
      return part;
    }
    Part after = theirItems.get(part.id());
    if (part.compared().equals(before.compared())) {
      return after == null ? part : renewed(part, before, after);
    }
    edits.add(editOf(part.id(), before, part));
    if (after != null && !after.compared().equals(before.compared())) {
      offered.add(offer(after, false));
    }
    return part;
  }

  /** The new text in the old place; not even line ends change where the text did not. */
  private Part renewed(Part part, Part before, Part after) {
    return after.compared().equals(before.compared())
        ? part
        : new Part(
            part.kind(),
            part.id(),
            after.url(),
            after.title(),
            byteOrderMark(part) + LineEnds.adapt(after.core(), lineEnd) + part.gap());
  }

  private static String byteOrderMark(Part part) {
    return part.text().startsWith("\uFEFF") ? "\uFEFF" : "";
  }

  private static Edit editOf(String id, Part before, Part now) {
    String text = now.compared();
    String generated = before.compared();
    int slot = generated.indexOf(NOTE);
    if (slot > 0 && text.startsWith(generated.substring(0, slot))) {
      String note = Approval.strip(text.substring(slot)).strip();
      if (!note.isEmpty()) {
        return new Edit.Noted(id, note);
      }
    }
    return new Edit.Changed(id, now.text());
  }

  /**
   * Header, headings, lists: paragraph by paragraph, and front matter line by line, so that the
   * editor's own words above the header do not freeze what it says of the digest's gaps.
   */
  private Part section(Part part) {
    Part before = part.kind() == Part.Kind.SLOT ? null : baseSections.get(part);
    Part after = theirSections.get(part);
    if (before == null) {
      edits.add(new Edit.Added(null, part.text()));
      return part;
    }
    if (part.compared().equals(before.compared())) {
      if (after == null) {
        goneSections.add(part);
        return part;
      }
      return renewed(part, before, after);
    }
    edits.add(new Edit.Changed(null, part.text()));
    if (after == null) {
      return part;
    }
    if (part.kind() == Part.Kind.FRONT_MATTER) {
      return FrontMatter.merge(before, part, after, lineEnd);
    }
    offerIntro(before, part, after);
    return Paragraphs.merge(before, part, after, lineEnd);
  }

  /** The introduction was rewritten by both sides: the editor's stays, ours is offered. */
  private void offerIntro(Part before, Part part, Part after) {
    String old = Paragraphs.intro(before);
    String ours = Paragraphs.intro(after);
    String own = Paragraphs.intro(part);
    if (!own.isEmpty() && !ours.isEmpty() && !own.equals(old) && !ours.equals(old)) {
      offered.add(new Offer("intro", "the introduction", null, ours, false));
    }
  }

  /** An untouched heading that we no longer write stays only if items stand under it. */
  private boolean isEmptySection(List<Part> parts, int i) {
    int next = i + 1;
    while (next < parts.size() && parts.get(next).kind() == Part.Kind.SLOT) {
      next++;
    }
    return goneSections.contains(parts.get(i))
        && (next == parts.size() || !parts.get(next).isItem());
  }

  private void findDeletionsAndMoves() {
    List<String> now = mine.stream().map(Part::id).filter(Objects::nonNull).toList();
    Set<String> present = new HashSet<>(now);
    List<String> ranks = new ArrayList<>(baseItems.keySet());
    List<String> survivors = now.stream().filter(baseItems::containsKey).toList();
    Set<String> moved = new HashSet<>(Order.moved(ranks, survivors));
    String above = null;
    for (String id : survivors) {
      if (moved.contains(id)) {
        edits.add(new Edit.Moved(id, above));
      }
      above = id;
    }
    for (String id : baseItems.keySet()) {
      if (!present.contains(id)) {
        edits.add(new Edit.Deleted(id));
      }
    }
  }

  private void offerNew() {
    Set<@Nullable String> present = new HashSet<>();
    mine.forEach(part -> present.add(part.id()));
    for (Part part : theirItems.values()) {
      if (!baseItems.containsKey(part.id()) && !present.contains(part.id())) {
        offered.add(offer(part, true));
      }
    }
  }

  private static Offer offer(Part part, boolean isNew) {
    return new Offer(
        Objects.requireNonNull(part.id()), part.title(), part.url(), part.text(), isNew);
  }

  /**
   * The old base with the new texts: it keeps every item, so that what was deleted, moved or left
   * in by the editor is known as such for ever after.
   */
  private String nextBase() {
    StringBuilder text = new StringBuilder();
    for (Part part : base.parts()) {
      Part renewed = part.isItem() ? theirItem(part) : theirSections.get(part);
      text.append(renewed == null ? part.text() : renewed.text());
    }
    return text.toString();
  }

  private @Nullable Part theirItem(Part part) {
    return part.id() == null ? null : theirItems.get(part.id());
  }

  /** The parts that are no items, found again by kind and heading. */
  private static final class Sections {
    private final Map<String, Part> byName = new HashMap<>();

    Sections(List<Part> parts) {
      parts.stream()
          .filter(part -> !part.isItem())
          .forEach(part -> byName.putIfAbsent(name(part), part));
    }

    @Nullable Part get(Part part) {
      return byName.get(name(part));
    }

    private static String name(Part part) {
      return part.kind() + " " + part.title();
    }
  }
}
