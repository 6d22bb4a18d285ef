package dev.mldigest.publish.service.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of a mail that goes into the template of a service, which is a whole document itself.
 */
public final class MailBody {
  private static final Pattern BODY =
      Pattern.compile("<body\\b[^>]*>(.*)</body>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern STYLE =
      Pattern.compile("<style\\b[^>]*>.*?</style>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private MailBody() {}

  /** What stands in the body; the whole where there is none. */
  public static String of(String html) {
    Matcher body = BODY.matcher(html);
    return (body.find() ? body.group(1) : html).strip();
  }

  /** The same below the style sheets of the head, which set phones and the dark right. */
  public static String styled(String html) {
    String body = of(html);
    String styles =
        STYLE
            .matcher(html)
            .results()
            .map(MatchResult::group)
            .filter(style -> !body.contains(style))
            .collect(Collectors.joining("\n"));
    return (styles + "\n" + body).strip();
  }
}
