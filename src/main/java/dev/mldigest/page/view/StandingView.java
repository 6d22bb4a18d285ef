package dev.mldigest.page.view;

/** What stands below a heading of the issue: an item, or what is none. */
public sealed interface StandingView permits CardView, BlockView {
  /** Its id in the page. */
  String place();
}
