package dev.mldigest.page.reading;

import dev.mldigest.review.Opening;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands above the first section of a digest, as the editor left it.
 *
 * @param gaps what the front matter tells of what is missing, a sentence each
 */
public record Head(
    String title, String subject, String preheader, String introduction, List<String> gaps) {
  private static final Pattern ENTRY = Pattern.compile("(?m)^([a-z0-9-]+): *(.*?) *$");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

  public static Head of(String digest) {
    List<Part> parts = DigestFile.parse(digest).parts();
    String front = text(parts, Part.Kind.FRONT_MATTER);
    String preamble = COMMENT.matcher(text(parts, Part.Kind.PREAMBLE)).replaceAll("").strip();
    return new Head(
        preamble.lines().findFirst().orElse("").replaceFirst("^# *", ""),
        Opening.SUBJECT.said(front),
        Opening.PREHEADER.said(front),
        preamble.lines().skip(1).reduce("", (a, b) -> a + "\n" + b).strip(),
        Stream.of("coverage", "shortfalls", "summaries")
            .flatMap(name -> first(front, name).stream())
            .toList());
  }

  private static String text(List<Part> parts, Part.Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() == kind)
        .map(Part::text)
        .findFirst()
        .orElse("");
  }

  private static Optional<String> first(String front, String name) {
    Matcher entry = ENTRY.matcher(front);
    while (entry.find()) {
      if (entry.group(1).equals(name)) {
        return Optional.of(unquoted(entry.group(2)));
      }
    }
    return Optional.empty();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted
        ? value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
        : value;
  }
}
