package dev.mldigest.review;

import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the editor may say anew of an issue above its first section. */
public enum Opening {
  SUBJECT,
  PREHEADER,
  INTRODUCTION;

  /** The word that programs know it by, and the key of its line in the front matter. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Opening> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /** Which part of the file it stands in. */
  public Part.Kind kind() {
    return this == INTRODUCTION ? Part.Kind.PREAMBLE : Part.Kind.FRONT_MATTER;
  }

  /** What a digest says there; empty where nothing. */
  public String in(String digest) {
    return DigestFile.parse(digest).parts().stream()
        .filter(part -> part.kind() == kind())
        .findFirst()
        .map(part -> said(part.text()))
        .orElse("");
  }

  /** The same of the part alone. */
  public String said(String part) {
    return this == INTRODUCTION
        ? Introduction.of(part)
        : ProposedLines.values(part, key()).findFirst().orElse("");
  }

  /** The part with other words there, and every other byte as it was. */
  public String saying(String part, String words, String lineEnd) {
    return this == INTRODUCTION
        ? Introduction.with(part, words, lineEnd)
        : ProposedLines.with(part, key(), words, lineEnd);
  }

  /** What may be chosen, as these digests have it; of an introduction there is one only. */
  public List<String> offered(String... digests) {
    return this == INTRODUCTION
        ? List.of()
        : Arrays.stream(digests)
            .flatMap(digest -> DigestFile.parse(digest).parts().stream())
            .filter(part -> part.kind() == kind())
            .flatMap(part -> offers(part.text()))
            .distinct()
            .toList();
  }

  private Stream<String> offers(String part) {
    return ProposedLines.values(part, key());
  }
}
