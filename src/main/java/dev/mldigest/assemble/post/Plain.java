package dev.mldigest.assemble.post;

import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Services that know no marks: an address in the text is the link. */
abstract sealed class Plain implements Voice permits Mastodon, Bluesky {
  /** Characters that end an address which a service looks for in a text. */
  private static final Pattern OPEN_END = Pattern.compile("[^\\p{Alnum}/=_#+-]+$");

  private static final Pattern ADDRESS = Pattern.compile("(https?://)([^/?#\\s]+)(\\S*)");

  private static final Pattern CLUSTER = Pattern.compile("\\X");

  /** What is seen as one character (Unicode Standard Annex 29). */
  static int clusters(String text) {
    return (int) CLUSTER.matcher(text).results().count();
  }

  /** As it stands in a text: it ends where it ends. */
  static String address(String address) {
    return OPEN_END.matcher(address).replaceAll((MatchResult end) -> encoded(end.group()));
  }

  private static String encoded(String end) {
    StringBuilder encoded = new StringBuilder();
    end.chars().forEach(sign -> encoded.append(String.format(Locale.ROOT, "%%%02X", sign)));
    return encoded.toString();
  }

  @Override
  public String link(String words, String address) {
    return words.isEmpty() ? address(address) : words + " " + address(address);
  }

  @Override
  public String strong(String words) {
    return words;
  }

  @Override
  public String emphasis(String words) {
    return words;
  }

  @Override
  public String code(String text) {
    return words(text);
  }

  @Override
  public String block(String code) {
    return words(code);
  }

  @Override
  public String quote(String text) {
    return "“" + text + "”";
  }

  /** With addresses as people write them. */
  @Override
  public String shown(String text) {
    return ADDRESS
        .matcher(text)
        .replaceAll((MatchResult address) -> Matcher.quoteReplacement(written(address)));
  }

  private static String written(MatchResult address) {
    String rest = address.group(3).replace("+", "%2B");
    return address.group(1)
        + IDN.toUnicode(address.group(2))
        + URLDecoder.decode(rest, StandardCharsets.UTF_8);
  }
}
