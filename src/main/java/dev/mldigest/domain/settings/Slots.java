package dev.mldigest.domain.settings;

import java.util.List;

/**
 * The shape of an issue.
 *
 * @param picks most items in all
 * @param perPublisher most items of one source
 * @param alsoSeen most links in the "also seen" list
 * @param bench how many runners-up are kept for the editor
 * @param evergreen what the issue may take from the archive
 * @param spill whether a slot that its section cannot fill goes to the best of another
 * @param sections in reading order
 */
public record Slots(
    int picks,
    int perPublisher,
    int alsoSeen,
    int bench,
    Evergreen evergreen,
    boolean spill,
    List<SectionRule> sections) {
  public Slots {
    sections = List.copyOf(sections);
  }

  /** Slots that stay empty where their section has nothing. */
  public Slots(
      int picks,
      int perPublisher,
      int alsoSeen,
      int bench,
      Evergreen evergreen,
      List<SectionRule> sections) {
    this(picks, perPublisher, alsoSeen, bench, evergreen, false, sections);
  }

  /** Slots of which none is for the archive, nor for another section. */
  public Slots(int picks, int perPublisher, int alsoSeen, int bench, List<SectionRule> sections) {
    this(picks, perPublisher, alsoSeen, bench, Evergreen.OFF, sections);
  }
}
