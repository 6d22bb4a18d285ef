package dev.mldigest.assemble.archive;

import org.commonmark.node.CustomNode;

/** The link in a heading that leads to the heading itself, for who wants to share it. */
final class Anchor extends CustomNode {
  private final String fragment;
  private final String words;

  /**
   * @param words of the heading, by which a screen reader names the link
   */
  Anchor(String fragment, String words) {
    this.fragment = fragment;
    this.words = words;
  }

  String words() {
    return words;
  }

  String fragment() {
    return fragment;
  }
}
