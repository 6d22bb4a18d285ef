package dev.mldigest.fetch.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells by its class names or id what readers wrote: their comments and reviews. */
final class ReadersWords {
  private static final Set<String> THEIRS =
      Set.of("comment", "comments", "commentlist", "review", "reviews", "replies");

  /** What says of a part of the page whether there are any: "no-comments", "comments-closed". */
  private static final Set<String> STATES =
      Set.of("no", "has", "with", "without", "hide", "show", "closed", "open", "off", "disabled");

  private ReadersWords() {}

  static boolean are(Element e) {
    return !e.normalName().equals("body")
        && Arrays.stream((e.className() + " " + e.id()).toLowerCase(Locale.ROOT).split("\\s+"))
            .map(name -> List.of(name.split("[^a-z0-9]+")))
            .anyMatch(words ->
                words.stream().anyMatch(THEIRS::contains)
                    && words.stream().noneMatch(STATES::contains));
  }
}
