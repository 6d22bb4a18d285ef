package dev.mldigest.page;

import dev.mldigest.page.api.ActSaid;
import dev.mldigest.review.desk.Place;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.List;
import java.util.Optional;

/** Where a move goes, by what the page says and by what stands in the digest. */
final class Moves {
  private Moves() {}

  /** Empty where it stands there already. */
  static Optional<Place> of(ActSaid said, String text) {
    String before = said.wordOrNull("before");
    String after = said.wordOrNull("after");
    if (before != null) {
      return Optional.of(Place.before(before));
    }
    if (after != null) {
      return Optional.of(Place.after(after));
    }
    List<Part> parts = DigestFile.parse(text).parts();
    int at = index(parts, said.word("item"));
    return said.word("to").equals("up") ? up(parts, at) : down(parts, at);
  }

  private static int index(List<Part> parts, String item) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).isItem() && item.equals(parts.get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  /** Over the one above; out of a section to the end of the one before. */
  private static Optional<Place> up(List<Part> parts, int at) {
    boolean heading = false;
    for (int i = at - 1; i >= 0; i--) {
      Part part = parts.get(i);
      heading |= part.kind() == Part.Kind.SECTION;
      if (part.isItem()) {
        return Optional.of(heading ? Place.after(part.name()) : Place.before(part.name()));
      }
    }
    return Optional.empty();
  }

  /** Under the one below; out of a section to the head of the next. */
  private static Optional<Place> down(List<Part> parts, int at) {
    boolean heading = false;
    for (int i = at + 1; at >= 0 && i < parts.size(); i++) {
      Part part = parts.get(i);
      heading |= part.kind() == Part.Kind.SECTION;
      if (part.isItem()) {
        return Optional.of(heading ? Place.before(part.name()) : Place.after(part.name()));
      }
    }
    return Optional.empty();
  }
}
