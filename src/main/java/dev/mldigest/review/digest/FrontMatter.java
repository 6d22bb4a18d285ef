package dev.mldigest.review.digest;

import dev.mldigest.domain.issue.EditorsNote;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines between the two fences at the file's begin, each known by its key. What a value means
 * is left to others.
 */
public final class FrontMatter {
  private static final Pattern ENTRY = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,60}):.*");
  private static final Pattern PROPOSAL =
      Pattern.compile("(subject|preheader)(?:-\\d)?:[ \\t]*(.*)");

  /** A value of many lines begins, in which nothing is a comment (YAML 1.2, 8.1). */
  private static final Pattern BLOCK = Pattern.compile(".*:[ \\t]+[|>][-+0-9]*[ \\t]*(?:#.*)?");

  /** A quoted value, and a comment behind it; possessive, since a value may be of any length. */
  private static final Pattern TRAILING =
      Pattern.compile(
          "^(\\s*[^:#\"']{1,80}:[ \\t]*"
              + "(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^']*+(?:''[^']*+)*+'))[ \\t]+#.*$");

  /** The same behind a value without quotes, or behind none (YAML 1.2, 6.6). */
  private static final Pattern PLAIN_TRAILING =
      Pattern.compile(
          "^(\\s*(?:-[ \\t]+)?(?:(?<=-[ \\t])|[^:#\"'-][^:#\"']{0,80}:[ \\t]+)"
              + "(?:[^\\s\"'#|>][^\"]*?[ \\t])??)#.*$");

  private static final Set<String> FOR_THE_EDITOR =
      Stream.of(EditorsNote.values()).map(EditorsNote::key).collect(Collectors.toSet());

  private FrontMatter() {}

  /**
   * Line by line: what the editor wrote or deleted stays so, what was left alone takes the new
   * text, and what is new comes before the closing fence.
   */
  public static Part merge(Part before, Part mine, Part after, String lineEnd) {
    Map<String, String> old = entries(before.text());
    Map<String, String> fresh = entries(after.text());
    StringBuilder text = new StringBuilder();
    int close = -1;
    Set<String> present = new HashSet<>();
    Set<String> chosen = new HashSet<>();
    for (int from = 0; from < mine.text().length(); ) {
      int next = LineEnds.next(mine.text(), from);
      String line = LineEnds.without(mine.text(), from, next);
      close = from > 0 && line.stripTrailing().equals("---") ? text.length() : close;
      String key = key(line);
      boolean ours = !isChoice(line, chosen) && key != null && line.equals(old.get(key));
      String renewed = ours ? fresh.get(key) : line;
      if (key != null) {
        present.add(key);
      }
      if (renewed != null) {
        text.append(renewed).append(mine.text(), from + line.length(), next);
      }
      from = next;
    }
    StringBuilder added = new StringBuilder();
    fresh.forEach((key, line) -> {
      if (!old.containsKey(key) && !present.contains(key)) {
        added.append(line).append(lineEnd);
      }
    });
    text.insert(close < 0 ? text.length() : close, added);
    return new Part(mine.kind(), mine.id(), mine.url(), mine.title(), text.toString());
  }

  /** The first that is left counts: with a number in its key, the editor took those before away. */
  private static boolean isChoice(String line, Set<String> done) {
    Matcher proposal = PROPOSAL.matcher(line);
    return proposal.matches()
        && !isBlank(proposal.group(2))
        && done.add(proposal.group(1))
        && !line.startsWith(proposal.group(1) + ":");
  }

  /**
   * The first subject and the first preheader that say something, under their plain keys, and
   * nothing that is for the editor alone.
   */
  public static String chosen(String frontMatter) {
    StringBuilder out = new StringBuilder(frontMatter.length());
    Set<String> done = new HashSet<>();
    for (int from = 0; from < frontMatter.length(); ) {
      int next = LineEnds.next(frontMatter, from);
      String line = LineEnds.without(frontMatter, from, next);
      Matcher proposal = PROPOSAL.matcher(line);
      String key = key(line);
      if (key != null && FOR_THE_EDITOR.contains(key)) {
        from = next;
        continue;
      }
      if (!proposal.matches()) {
        out.append(frontMatter, from, next);
      } else if (!isBlank(proposal.group(2)) && done.add(proposal.group(1))) {
        out.append(proposal.group(1)).append(": ").append(proposal.group(2));
        out.append(frontMatter, from + line.length(), next);
      }
      from = next;
    }
    return out.toString();
  }

  /** Without the comments of YAML, which say nothing to whoever reads the values. */
  public static String withoutComments(String frontMatter) {
    StringBuilder out = new StringBuilder(frontMatter.length());
    boolean block = false;
    for (int from = 0; from < frontMatter.length(); ) {
      int next = LineEnds.next(frontMatter, from);
      String line = LineEnds.without(frontMatter, from, next);
      boolean inner = block && (line.isBlank() || Character.isWhitespace(line.charAt(0)));
      block = inner || BLOCK.matcher(line).matches();
      String said = inner ? line : withoutTrailing(line);
      if (inner || !line.stripLeading().startsWith("#")) {
        out.append(said).append(frontMatter, from + line.length(), next);
      }
      from = next;
    }
    return out.toString();
  }

  private static String withoutTrailing(String line) {
    Matcher plain = PLAIN_TRAILING.matcher(line);
    return plain.matches()
        ? plain.group(1).stripTrailing()
        : TRAILING.matcher(line).replaceFirst("$1");
  }

  private static boolean isBlank(String value) {
    String bare = value.strip();
    return bare.isEmpty() || bare.equals("\"\"") || bare.equals("''") || bare.startsWith("#");
  }

  private static Map<String, String> entries(String text) {
    Map<String, String> entries = new LinkedHashMap<>();
    text.lines()
        .forEach(line -> {
          String key = key(line);
          if (key != null) {
            entries.putIfAbsent(key, line);
          }
        });
    return entries;
  }

  private static @Nullable String key(String line) {
    Matcher entry = ENTRY.matcher(line);
    return entry.matches() ? entry.group(1) : null;
  }
}
