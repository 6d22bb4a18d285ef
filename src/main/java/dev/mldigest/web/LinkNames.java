package dev.mldigest.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names links as newsletter services report them after the links of the issue that was sent: what
 * services add to them (parameters that track, {@code ref}, a counter in front) is taken off. What
 * is none of the issue's links is kept without anything that may say who followed it: no query, no
 * fragment, no part of the path that is a key or an address of a mail.
 */
public final class LinkNames {
  /** As in the last part of a counter's path: {@code https://…} or {@code http://…} in base64. */
  private static final Pattern IN_BASE64 = Pattern.compile("/(aHR0c[A-Za-z0-9_-]{8,}={0,2})");

  /** Of a query; whether the page is a counter is not asked: it only counts where it is known. */
  private static final Pattern IN_QUERY =
      Pattern.compile("[?&;][A-Za-z_]{1,20}=(https?(?:%3A|:)[^&;#]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,19}:");

  private final Map<String, String> known = new HashMap<>();

  /**
   * @param links of the issue, as it has them
   * @param landings where links were seen to lead: the link by where it landed
   */
  public LinkNames(Iterable<String> links, Map<String, String> landings) {
    links.forEach(link -> key(link).forEach(key -> known.putIfAbsent(key, link)));
    landings.forEach((landed, link) -> {
      String name = key(link).map(known::get).filter(named -> named != null).findFirst().orElse("");
      if (!name.isEmpty()) {
        key(landed).forEach(key -> known.putIfAbsent(key, name));
      }
    });
  }

  private static Stream<String> key(String link) {
    return CanonicalUrl.of(link).map(CanonicalUrl::key).stream();
  }

  /** The issue's link that was followed, else the link without what may say who did. */
  public String of(String reported) {
    return within(reported.strip()).stream()
        .flatMap(LinkNames::key)
        .map(known::get)
        .filter(name -> name != null)
        .findFirst()
        .orElseGet(() -> bare(reported.strip()));
  }

  /** The link, and what it leads to where it says so itself. */
  private static List<String> within(String link) {
    List<String> all = new ArrayList<>(List.of(link));
    Matcher base64 = IN_BASE64.matcher(link);
    while (base64.find()) {
      try {
        byte[] bytes =
            Base64.getDecoder().decode(base64.group(1).replace('-', '+').replace('_', '/'));
        all.add(new String(bytes, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        continue; // it only looked like one
      }
    }
    Matcher query = IN_QUERY.matcher(link);
    while (query.find()) {
      try {
        all.add(URLDecoder.decode(query.group(1), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        continue; // a stray percent sign
      }
    }
    return all;
  }

  private static String bare(String link) {
    int end = Stream.of('?', '#').mapToInt(link::indexOf).filter(at -> at >= 0).min().orElse(-1);
    String path = end < 0 ? link : link.substring(0, end);
    if (Address.parse(path) == null) {
      Matcher scheme = SCHEME.matcher(path);
      return scheme.lookingAt() ? scheme.group() : "(no address)";
    }
    try {
      String shown = Redaction.of(new URI(path));
      String[] parts = shown.split("/", -1);
      return Stream.of(parts)
          .map(part -> part.contains("@") || part.contains("%40") ? "***" : part)
          .map(part -> part.contains(";") ? part.substring(0, part.indexOf(';')) : part)
          .collect(Collectors.joining("/"));
    } catch (URISyntaxException e) {
      return Host.of(path).isNone() ? "(no address)" : "https://" + Host.of(path).name() + "/***";
    }
  }
}
