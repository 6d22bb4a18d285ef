package dev.mldigest.domain.issue;

import java.util.Locale;

/** A phrase of ours that stands in what readers see; feeds.yaml may put another in its place. */
public enum Label {
  /** Heading of the list of runners-up. */
  ALSO_SEEN("Also seen"),
  /** Heading above the sentence on coverage, where it is shown. */
  NUMBERS("The week in numbers"),
  /** Before the other sources of a story. */
  ALSO_REPORTED_BY("also reported by"),
  /** Before the round-ups that mention it. */
  MENTIONED_IN("mentioned in"),
  /** Before the readers that an item is for. */
  FOR("For"),
  /** That an item carries on one of an earlier issue; without a stop. */
  FOLLOWS("Follows up on {title} in the issue of {dates}"),
  /** What changed since then; without a stop. */
  THEN_NOW("{then} then, {now} now"),
  /** Who told it then and who does now; without a stop. */
  TOLD_BY("told by {then} then, by {now} now"),
  /** What is named now and was not then; without a stop. */
  NEW_HERE("new here: {names}"),
  /** The way to tell what is wrong with an item, where there is one. */
  CORRECTION("Tell us what is wrong with this item"),
  /** In place of a title that is none. */
  UNTITLED("From {source}, without a title"),
  /** The days of an issue; both are dates, the first without what the second says too. */
  DATES("{from} to {to}"),
  /** Where all sources were read. */
  COVERAGE("Chosen from {harvested} entries of {sources} sources, all of which could be read."),
  /** Where some were not. */
  COVERAGE_IN_PART(
      "Chosen from {harvested} entries of {sources} sources, {failed} of which could not be read"
          + " whole."),
  /** The week in numbers, for the editor. */
  FUNNEL(
      "{harvested} entries harvested → {unique} unique stories → {ranked} ranked → {picked}"
          + " picks."),
  /** An issue without items. */
  EMPTY("It has no items: nothing of the week was fit to print."),
  /** In the archive: the way to the index of all issues, and its heading. */
  ISSUES("All issues"),
  /** In the archive: the way to the index by topic, and its heading. */
  TOPICS("Topics"),
  /** In the archive: the way to the feed. */
  FEED("Feed"),
  /** In the archive: the list of an issue's sections, for screen readers. */
  CONTENTS("In this issue"),
  /** In the archive: above the title of the issue before. */
  PREVIOUS("Previous issue"),
  /** In the archive: above the title of the issue after. */
  NEXT("Next issue"),
  /** Above the picture of the week's numbers. */
  PICTURE_FUNNEL("From what was fetched to what was picked"),
  /** In that picture, as the next three: all entries. */
  FETCHED("fetched"),
  /** The stories that they tell. */
  UNIQUE("unique"),
  /** Those that were compared. */
  RANKED("ranked"),
  /** The items. */
  PICKED("picked"),
  /** Above the picture of the topics. */
  PICTURE_TOPICS("Items by topic, newest right"),
  /** In the archive: past the head of the page, for who uses the keyboard. */
  SKIP("Skip to the text");

  private final String english;

  Label(String english) {
    this.english = english;
  }

  public String english() {
    return english;
  }

  /** Its key in feeds.yaml and issue.json. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
