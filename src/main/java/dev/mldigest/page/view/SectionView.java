package dev.mldigest.page.view;

import java.util.List;

/** A heading of the issue and what stands below it, in its order. */
public record SectionView(String title, List<? extends StandingView> standing) {
  public SectionView {
    standing = List.copyOf(standing);
  }

  public List<CardView> cards() {
    return standing.stream().filter(CardView.class::isInstance).map(CardView.class::cast).toList();
  }

  public List<BlockView> blocks() {
    return standing.stream()
        .filter(BlockView.class::isInstance)
        .map(BlockView.class::cast)
        .toList();
  }
}
