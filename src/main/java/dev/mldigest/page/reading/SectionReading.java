package dev.mldigest.page.reading;

import dev.mldigest.assemble.Excerpt;
import dev.mldigest.io.Sha256;
import dev.mldigest.page.view.BlockView;
import dev.mldigest.page.view.CardView;
import dev.mldigest.page.view.SectionView;
import dev.mldigest.page.view.StandingView;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Quote;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that readers get below the introduction: under each heading the items and what else stands
 * there, in the digest's order. Who approves an issue approves that too.
 */
public final class SectionReading {
  /** Of a few blocks in one issue no two share so many. */
  private static final int DIGITS = 12;

  private static final String OWN = "Your own text";
  private static final Pattern HEADING = Pattern.compile("\\A[^\\r\\n]*");

  /** As approval writes what stands in a slot. */
  private static final Pattern QUOTED = Pattern.compile("(?:>[^\\r\\n]*(?:\\R|\\z))*");

  private final List<SectionView> sections = new ArrayList<>();
  private final List<StandingView> standing = new ArrayList<>();
  private final Set<String> places = new HashSet<>();
  private final Set<String> generated;
  private String title = "";

  private SectionReading(String generated) {
    this.generated =
        DigestFile.parse(generated).parts().stream()
            .map(Part::compared)
            .collect(Collectors.toSet());
  }

  /**
   * @param generated the digest as a run made it: what stands so in it is not the editor's
   * @param cards of all items of the digest, in its order
   */
  public static List<SectionView> of(String digest, String generated, List<CardView> cards) {
    SectionReading reading = new SectionReading(generated);
    Iterator<CardView> items = cards.iterator();
    for (Part part : DigestFile.parse(digest).parts()) {
      switch (part.kind()) {
        case FRONT_MATTER, PREAMBLE -> {}
        case SECTION -> reading.section(part);
        case SLOT -> reading.slot(part);
        case ITEM -> {
          if (items.hasNext()) {
            reading.standing.add(items.next());
          }
        }
      }
    }
    reading.close();
    return reading.sections;
  }

  private void section(Part part) {
    String next = Quote.heading(part.title());
    if (!next.equals(title)) { // two of the same name are one, as the page finds them by it
      close();
      title = next;
    }
    String label = generated.contains(part.compared()) ? "" : OWN;
    block(label, HEADING.matcher(Approval.strip(part.text())).replaceFirst(""));
  }

  /** What stands in it, and what is written below it. */
  private void slot(Part part) {
    String shown = Approval.strip(part.text());
    Matcher quoted = QUOTED.matcher(shown);
    int end = quoted.lookingAt() ? quoted.end() : 0;
    block("Slot: " + part.title(), shown.substring(0, end));
    block(OWN, shown.substring(end));
  }

  private void block(String label, String markdown) {
    String html = Excerpt.html(markdown);
    if (html.isEmpty()) {
      return;
    }
    String place = "block-" + Sha256.of(label + html).substring(0, DIGITS);
    while (!places.add(place)) {
      place += "-again";
    }
    String above = standing.isEmpty() ? "" : standing.getLast().place();
    standing.add(new BlockView(place, title, above, label, html));
  }

  private void close() {
    if (!standing.isEmpty()) {
      sections.add(new SectionView(title, standing));
      standing.clear();
    }
  }
}
