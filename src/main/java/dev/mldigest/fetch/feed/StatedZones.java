package dev.mldigest.fetch.feed;

import dev.mldigest.fetch.document.Namespaces;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.text.date.ZoneNames;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Writes an offset for a zone's name that several places use ("IST"): the one that other dates of
 * the feed have, else that of the country or language which the feed or its address names, else the
 * commonest, which is said where another is usual too. A feed means one zone by one name.
 */
final class StatedZones {
  private static final Set<String> DATES =
      Set.of(
          "pubDate",
          "pubdate",
          "published",
          "updated",
          "modified",
          "issued",
          "created",
          "date",
          "lastBuildDate");

  /** The longest date with a zone's name, as in {@code FeedDates}. */
  private static final int LONGEST = 100;

  private static final Pattern NAMED =
      Pattern.compile(":\\d{2}(?:\\.\\d+)?\\s*\\(?([A-Z]{3})\\)?\\s*");
  private static final Pattern OFFSET = Pattern.compile(":\\d{2}\\s?([+-]\\d{2}):?(\\d{2})\\s*");

  private final Set<ZoneOffset> offsets = new HashSet<>();
  private final Map<String, List<Element>> named = new HashMap<>();

  private StatedZones() {}

  /**
   * @param base the document's address, or null
   */
  static void settle(FeedShape shape, @Nullable String base, ParseNotes notes) {
    StatedZones zones = new StatedZones();
    zones.look(shape.head());
    shape.items().forEach(zones::look);
    if (!zones.named.isEmpty()) {
      Set<String> places = places(shape.head(), base);
      zones.named.forEach((name, dates) -> zones.settle(name, dates, places, notes));
    }
  }

  private void look(Element parent) {
    for (Element child : parent.getChildren()) {
      String text = DATES.contains(child.getName()) ? child.getText() : "";
      if (text.length() < LONGEST && text.indexOf(':') > 0) {
        look(child, text);
      }
    }
  }

  private void look(Element date, String text) {
    Matcher name = NAMED.matcher(text);
    Matcher offset = OFFSET.matcher(text);
    if (name.find() && name.end() == text.length() && ZoneNames.areSeveral(name.group(1))) {
      named.computeIfAbsent(name.group(1), key -> new ArrayList<>()).add(date);
    } else if (offset.find() && offset.end() == text.length()) {
      int hours = Integer.parseInt(offset.group(1));
      int minutes = Integer.parseInt(offset.group(2));
      if (Math.abs(hours) < 18 && minutes < 60) {
        offsets.add(
            ZoneOffset.ofHoursMinutes(hours, offset.group(1).startsWith("-") ? -minutes : minutes));
      }
    }
  }

  private void settle(String name, List<Element> dates, Set<String> places, ParseNotes notes) {
    ZoneNames.Name zone = ZoneNames.of(name);
    List<ZoneNames.Meaning> told =
        zone.meanings().stream().filter(meaning -> offsets.contains(meaning.offset())).toList();
    if (told.size() != 1) {
      told =
          zone.meanings().stream()
              .filter(meaning -> meaning.places().stream().anyMatch(places::contains))
              .toList();
    }
    boolean known = told.size() == 1;
    ZoneOffset offset = (known ? told : zone.meanings()).getFirst().offset();
    if (!known && zone.doubtful()) {
      notes.warn(
          "Its dates name the zone '%s', which several places use; it was read as UTC%s."
              .formatted(name, offset));
    }
    for (Element date : dates) {
      date.setText(
          date.getText().replace(name, offset.getId().equals("Z") ? "+00:00" : offset.getId()));
    }
  }

  /** The country of the language or of the address, else the language. */
  private static Set<String> places(Element head, @Nullable String base) {
    String tag = "";
    for (Element child : head.getChildren()) {
      tag = Namespaces.is(child, "language") ? child.getTextTrim() : tag;
    }
    for (Element at = head; tag.isEmpty() && at != null; at = at.getParentElement()) {
      String stated = at.getAttributeValue("lang", org.jdom2.Namespace.XML_NAMESPACE);
      tag = stated == null ? "" : stated.strip();
    }
    Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
    if (!locale.getCountry().isEmpty()) {
      return Set.of(locale.getCountry().toLowerCase(Locale.ROOT));
    }
    Set<String> places = new HashSet<>();
    for (String address : new String[] {ItemLinks.home(head, base), base}) {
      places.add(domain(address));
    }
    places.removeIf(place -> place.length() != 2);
    return places.isEmpty() ? Set.of(locale.getLanguage()) : places;
  }

  /** The last label of an address's host, or nothing. */
  private static String domain(@Nullable String address) {
    try {
      String host = address == null ? null : URI.create(address).getHost();
      return host == null ? "" : host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
