package dev.mldigest.fetch.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.fetch.document.BoundedJson;
import dev.mldigest.fetch.document.DocumentBounds;
import dev.mldigest.fetch.document.EntryHtml;
import dev.mldigest.fetch.document.Links;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.text.PersonName;
import dev.mldigest.text.date.FeedDates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeed {
  private static final ObjectMapper MAPPER = BoundedJson.mapper(DocumentBounds.MOST_BYTES);

  private JsonFeed() {}

  static FeedReading read(String text, @Nullable String base, ParseNotes notes) {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      return new FeedReading.Unreadable(
          FetchFailure.MALFORMED, "The document is refused: " + brief(e));
    } catch (JsonProcessingException e) {
      return new FeedReading.Unreadable(
          FetchFailure.MALFORMED, "The document is broken JSON: " + brief(e));
    }
    if (!root.path("items").isContainerNode()) {
      return new FeedReading.Unreadable(
          FetchFailure.MALFORMED, "The document is JSON, but not a JSON Feed.");
    }
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : list(root.path("items"))) {
      if (entries.size() == DocumentBounds.ITEMS) {
        notes.incomplete("Only the first " + DocumentBounds.ITEMS + " items were read.");
        break;
      }
      if (item.isObject()) {
        entries.add(entry(item, base, notes));
      }
    }
    String version = root.path("version").asText("");
    return new FeedReading.Read(
        new Feed(
            version.endsWith("/1.1") ? "json-feed-1.1" : "json-feed-1.0",
            TitleText.decoded(root.path("title").asText("")),
            Links.resolve(text(root, "home_page_url"), base),
            FeedParser.signed(entries, authors(root)),
            notes.warnings(),
            notes.complete()));
  }

  private static String brief(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    return message.length() > 120 ? message.substring(0, 120) : message;
  }

  private static FeedEntry entry(JsonNode item, @Nullable String base, ParseNotes notes) {
    String plain = text(item, "content_text");
    String html = text(item, "content_html");
    String link = Links.resolve(text(item, "url"), base);
    if (link == null) {
      link = Links.resolve(text(item, "external_url"), base);
    }
    String id = text(item, "id");
    return FeedEntry.titled(TitleText.decoded(item.path("title").asText("")))
        .guid(id)
        .link(link == null && id != null && Links.web(id) ? Links.resolve(id, null) : link)
        .published(date(item, "date_published", notes))
        .updated(date(item, "date_modified", notes))
        .authors(authors(item))
        .summary(escaped(text(item, "summary")))
        .content(html == null ? escaped(plain) : EntryHtml.html(html))
        .categories(strings(item.path("tags")))
        .enclosures(enclosures(item, base))
        .build();
  }

  private static @Nullable Instant date(JsonNode item, String field, ParseNotes notes) {
    JsonNode value = item.path(field);
    // A number may be written as a fraction or with an exponent.
    boolean seconds = value.isNumber() && Math.abs(value.asDouble()) < 1e18;
    String written =
        seconds ? BigDecimal.valueOf(value.asDouble()).toPlainString() : text(item, field);
    if (written != null && FeedDates.isUnreadable(written)) {
      notes.unreadableDate(written);
    }
    if (written != null && FeedDates.isPastItsMonth(written)) {
      notes.pastItsMonth(written);
    }
    return FeedDates.read(written);
  }

  private static @Nullable String escaped(@Nullable String plain) {
    return plain == null ? null : TitleText.html(plain);
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    String text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }

  /** 1.1 has a list, 1.0 had one object; either is met under either name, and bare names are. */
  private static List<String> authors(JsonNode item) {
    List<String> names = new ArrayList<>();
    for (String field : List.of("authors", "author")) {
      for (JsonNode author : list(item.path(field))) {
        String name = author.isTextual() ? author.asText() : author.path("name").asText("");
        names.add(PersonName.withoutMail(TitleText.decoded(name)));
      }
      names.removeIf(String::isEmpty);
      if (!names.isEmpty()) {
        break;
      }
    }
    return names.stream().distinct().toList();
  }

  /** One is as good as a list of one. */
  private static Iterable<JsonNode> list(JsonNode node) {
    return node.isArray() ? node : node.isMissingNode() ? List.of() : List.of(node);
  }

  private static List<String> strings(JsonNode array) {
    List<String> all = new ArrayList<>();
    for (JsonNode value : array) {
      if (value.isTextual() && !value.asText().isBlank()) {
        all.add(TitleText.decoded(value.asText()));
      }
    }
    return all;
  }

  private static List<Enclosure> enclosures(JsonNode item, @Nullable String base) {
    List<Enclosure> all = new ArrayList<>();
    for (JsonNode attachment : item.path("attachments")) {
      String url = Links.resolve(text(attachment, "url"), base);
      if (url != null) {
        JsonNode size = attachment.path("size_in_bytes");
        all.add(
            new Enclosure(
                url, text(attachment, "mime_type"), size.isNumber() ? size.asLong() : null));
      }
    }
    return all;
  }
}
