package dev.mldigest.web;

import dev.mldigest.text.WordList;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names links as newsletter services report them after the links of the issue that was sent: what
 * services add to them (parameters that track, {@code ref}, a counter in front) is taken off. A
 * page to which several links of the issue lead, at different places of it, is named by itself
 * unless the place is told. Of what is none of the links the host is kept, and parts of the
 * path that stand in a list of ours: all else may say who followed it.
 */
public final class LinkNames {
  /** As in the last part of a counter's path: {@code https://…} or {@code http://…} in base64. */
  private static final Pattern IN_BASE64 = Pattern.compile("/(aHR0c[A-Za-z0-9_-]{8,}={0,2})");

  /** Of a query; whether the page is a counter is not asked: it only counts where it is known. */
  private static final Pattern IN_QUERY =
      Pattern.compile("[?&;][A-Za-z_]{1,20}=(https?(?:%3A|:)[^&;#]+)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> KEPT =
      WordList.read("/readers/unchosen.txt").named().values().stream()
          .flatMap(List::stream)
          .collect(Collectors.toSet());

  private static final String HIDDEN = "***";

  private final Set<String> exact = new HashSet<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, String> pages = new HashMap<>();

  /**
   * @param links of the issue, as it has them
   * @param landings where links were seen to lead: the link by where it landed
   */
  public LinkNames(Iterable<String> links, Map<String, String> landings) {
    for (String link : links) {
      exact.add(link);
      place(link).ifPresent(place -> places.putIfAbsent(place, link));
      page(link).ifPresent(page -> pages.merge(page, link, LinkNames::shared));
    }
    Map<String, String> landed = new HashMap<>();
    landings.forEach((to, from) ->
        page(from)
            .map(pages::get)
            .ifPresent(name -> page(to).ifPresent(page -> landed.put(page, name))));
    landed.forEach(pages::putIfAbsent);
  }

  /** The page's own address, where links of the issue differ in the place on it. */
  private static String shared(String one, String other) {
    return one.equals(other) ? one : CanonicalUrl.of(one).orElse(one);
  }

  /** What two links to one page have in common; empty for what is no address of one. */
  public static Optional<String> page(String link) {
    return CanonicalUrl.of(link).map(CanonicalUrl::key);
  }

  private static Optional<String> place(String link) {
    String place = CanonicalUrl.place(link);
    return place.isEmpty() ? Optional.empty() : page(link).map(page -> page + place);
  }

  /** The link that was followed, else the host that was, without what may say by whom. */
  public String of(String reported) {
    String link = reported.strip();
    return within(link).stream()
        .flatMap(one -> known(one).stream())
        .findFirst()
        .orElseGet(() -> bare(link));
  }

  private Optional<String> known(String link) {
    return exact.contains(link)
        ? Optional.of(link)
        : place(link).map(places::get).or(() -> page(link).map(pages::get));
  }

  /** The link, and what it leads to where it says so itself. */
  private static List<String> within(String link) {
    List<String> all = new ArrayList<>(List.of(link));
    Matcher base64 = IN_BASE64.matcher(link);
    while (base64.find()) {
      decoded(base64.group(1)).ifPresent(all::add);
    }
    Matcher query = IN_QUERY.matcher(link);
    while (query.find()) {
      unescaped(query.group(1)).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<String> decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // it only looked like one
    }
  }

  private static Optional<String> unescaped(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a stray percent sign
    }
  }

  private static String bare(String link) {
    Address address = Address.parse(link);
    if (address == null) {
      return link.toLowerCase(Locale.ROOT).startsWith("mailto:") ? "mailto:" : "(no address)";
    }
    String path =
        Stream.of(address.path().split("/"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.toLowerCase(Locale.ROOT))
            .map(part -> KEPT.contains(part) ? part : HIDDEN)
            .distinct()
            .collect(Collectors.joining("/"));
    return "https://" + address.host() + "/" + path;
  }
}
