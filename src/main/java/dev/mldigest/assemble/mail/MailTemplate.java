package dev.mldigest.assemble.mail;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page around a mail: HTML with places to fill, {@code {{body}}} among them. What fills a place
 * is never searched for places.
 */
public final class MailTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]{1,20})}}");
  private static final Pattern BRACES = Pattern.compile("\\{\\{[^{}\\n]{0,60}}?}?|}}");

  /** What mail programs take out, and some refuse the whole mail for. */
  private static final Pattern DROPPED =
      Pattern.compile("(?i)<(script|iframe|object|embed|form|link|base)\\b");

  private static final Pattern INLINE_PICTURE = Pattern.compile("(?i)src\\s*=\\s*[\"']?data:");

  private MailTemplate() {}

  /** What an editor's template may hold besides the colours. */
  private static final Set<String> PLACES =
      Set.of("language", "dir", "start", "title", "preheader", "logo", "body", "footer");

  /**
   * What is wrong with an editor's template, in one sentence that names the line; null if nothing.
   *
   * @param name of the file
   */
  public static @Nullable String fault(String name, String template) {
    Set<String> known = new HashSet<>(PLACES);
    known.addAll(MailColours.names());
    Matcher braces = BRACES.matcher(template);
    int bodies = 0;
    while (braces.find()) {
      Matcher place = PLACE.matcher(braces.group());
      if (!place.matches()) {
        return at(name, template, braces.start())
            + "'"
            + braces.group().strip()
            + "' is no place to fill: a place is written {{body}}, in one line.";
      }
      if (!known.contains(place.group(1))) {
        return at(name, template, braces.start())
            + "'"
            + braces.group()
            + "' is not known; the places are language, dir, start, title, preheader, logo, body,"
            + " footer and the colours.";
      }
      if (place.group(1).equals("body") && ++bodies == 2) {
        return at(name, template, braces.start()) + "{{body}} stands here a second time.";
      }
    }
    for (Pattern unfit : new Pattern[] {DROPPED, INLINE_PICTURE}) {
      Matcher found = unfit.matcher(template);
      if (found.find()) {
        return at(name, template, found.start())
            + "'"
            + found.group()
            + "' does not reach readers: mail programs take it out or refuse the mail.";
      }
    }
    return bodies == 0
        ? at(name, template, template.length())
            + "the file ends without {{body}}, where the issue goes."
        : null;
  }

  private static String at(String name, String template, int place) {
    long line = template.substring(0, place).lines().count();
    boolean begins = place == 0 || template.charAt(place - 1) == '\n';
    return name + ":" + Math.max(1, place < template.length() && begins ? line + 1 : line) + ": ";
  }

  /** The template with each place filled; one that nothing is for becomes empty. */
  static String filled(String template, Map<String, String> places) {
    return PLACE
        .matcher(template)
        .replaceAll((MatchResult place) ->
            Matcher.quoteReplacement(places.getOrDefault(place.group(1), "")));
  }
}
