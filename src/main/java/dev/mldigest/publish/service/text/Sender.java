package dev.mldigest.publish.service.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a mail is from, as feeds.yaml says it: {@code Jo <jo@example.org>}, or the address alone.
 *
 * @param name the address where none is given
 */
public record Sender(String name, String address) {
  private static final Pattern NAMED = Pattern.compile("\\s*\"?(.*?)\"?\\s*<([^<>]*)>\\s*");

  public static Sender of(String text) {
    Matcher named = NAMED.matcher(text);
    if (!named.matches()) {
      return new Sender(text.strip(), text.strip());
    }
    String address = named.group(2).strip();
    return new Sender(named.group(1).isEmpty() ? address : named.group(1), address);
  }
}
