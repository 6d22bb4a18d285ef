package dev.mldigest.page.view;

import dev.mldigest.domain.key.KeyTable;
import java.util.List;

/** A page with one item, for tests of templates. */
final class SamplePage {
  static final Frame FRAME = new Frame("/a-place", "2026-W47", "a-token", "a-nonce");

  private SamplePage() {}

  static CardView card(String title, SentenceView... sentences) {
    return new CardView(
        "0f1e",
        "Papers",
        title,
        "https://example.org/paper",
        "arXiv · 17 November 2026",
        List.of(sentences),
        "",
        "",
        "",
        false,
        false,
        false,
        false,
        true,
        List.of());
  }

  static PageView page(CardView... cards) {
    IssueView issue =
        new IssueView(
            "ML Digest",
            7,
            false,
            3,
            "A subject",
            "A preheader",
            "This week.",
            List.of(),
            List.of("listmonk"));
    return new PageView(
        FRAME, issue, List.of(new SectionView("Papers", List.of(cards))), KeyTable.all());
  }
}
