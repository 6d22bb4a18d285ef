package dev.mldigest.page.view;

import java.util.List;

/** A heading of the issue and what stands below it, in its order. */
public record SectionView(String title, List<CardView> cards) {
  public SectionView {
    cards = List.copyOf(cards);
  }
}
