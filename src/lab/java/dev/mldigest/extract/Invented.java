package dev.mldigest.extract;

import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/** Texts that nobody wrote, in several languages, and short lines as sites set around them. */
final class Invented {
  static final List<String> LANGUAGES = List.of("en", "en", "en", "de", "fr", "ja");

  private static final Map<String, WordList> PARTS =
      WordList.read("/extract/invented.txt").sections();

  private static final List<String> KINDS = List.of("subject", "verb", "object", "clause");

  private final String language;
  private final Random random;

  Invented(String language, Random random) {
    this.language = language;
    this.random = random;
  }

  private String one(String kind) {
    List<String> of = Objects.requireNonNull(PARTS.get(language + " " + kind)).lines();
    return of.get(random.nextInt(of.size()));
  }

  String sentence() {
    return KINDS.stream().map(this::one).collect(Collectors.joining(blank()));
  }

  private String blank() {
    return language.equals("ja") ? "" : " ";
  }

  String line() {
    return one("subject") + blank() + one("verb") + blank() + one("object");
  }

  String paragraph(int sentences) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      said.add(sentence());
    }
    return String.join(blank(), said);
  }
}
