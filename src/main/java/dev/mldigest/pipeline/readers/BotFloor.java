package dev.mldigest.pipeline.readers;

import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership;
import dev.mldigest.text.WordList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often scanners of mail followed every link: as often as the link was followed that is
 * followed least by choice. A person among them makes it too large for that link alone, so the
 * least of them is taken; who left the list by its link did so by choice and is taken off.
 *
 * @param link whose clicks it is
 */
record BotFloor(long clicks, String link) {
  private static final Map<String, Set<String>> UNCHOSEN =
      WordList.read("/readers/unchosen.txt").named().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, kind -> Set.copyOf(kind.getValue())));

  /**
   * @param outside links that do not stand in the issue
   * @return empty where none of them tells anything
   */
  static Optional<BotFloor> of(List<LinkClicks> outside, Readership.Counts counts) {
    Long left = counts.totals().unsubscribes();
    return outside.stream()
        .filter(link -> UNCHOSEN.keySet().stream().anyMatch(kind -> isOf(kind, link)))
        .map(link ->
            isOf("leave", link) && left != null
                ? new BotFloor(Math.max(0, link.clicks() - left), link.link())
                : new BotFloor(link.clicks(), link.link()))
        .min(Comparator.comparingLong(BotFloor::clicks).thenComparing(BotFloor::link));
  }

  private static boolean isOf(String kind, LinkClicks link) {
    String address = link.link().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    Set<String> words = UNCHOSEN.getOrDefault(kind, Set.of());
    return Stream.of(address.split("[/.]")).anyMatch(words::contains);
  }
}
