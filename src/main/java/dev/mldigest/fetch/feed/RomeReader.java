package dev.mldigest.fetch.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.document.Links;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.text.PersonName;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdom2.Document;
import org.jspecify.annotations.Nullable;

/** ROME's reading of a tree, as entries of our own. */
final class RomeReader {
  private RomeReader() {}

  /** The entries in document order, or null if ROME gives the feed up, with a note why. */
  static @Nullable List<FeedEntry> read(Document document, ParseNotes notes) {
    try {
      SyndFeed feed = new SyndFeedInput(false, Locale.US).build(document);
      return feed.getEntries().stream().map(RomeReader::entry).toList();
    } catch (FeedException | RuntimeException e) {
      // ROME throws NullPointerException, IllegalArgumentException and others at odd values
      notes.warn("Read element by element, because of a value that is not as the format wants it.");
      return null;
    }
  }

  private static FeedEntry entry(SyndEntry entry) {
    String content =
        entry.getContents().stream()
            .map(RomeReader::html)
            .filter(text -> text != null)
            .collect(Collectors.joining("\n"));
    return FeedEntry.titled(
            TitleText.of(entry.getTitleEx() == null ? entry.getTitle() : html(entry.getTitleEx())))
        .guid(blankToNull(entry.getUri()))
        .link(Links.resolve(entry.getLink(), null))
        .published(instant(entry.getPublishedDate()))
        .updated(instant(entry.getUpdatedDate()))
        .authors(authors(entry))
        .summary(html(entry.getDescription()))
        .content(blankToNull(content))
        .categories(
            entry.getCategories().stream()
                .map(SyndCategory::getName)
                .map(TitleText::of)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList())
        .enclosures(
            entry.getEnclosures().stream()
                .filter(e -> Links.resolve(e.getUrl(), null) != null)
                .map(RomeReader::enclosure)
                .toList())
        .build();
  }

  private static @Nullable String html(@Nullable SyndContent content) {
    if (content == null) {
      return null;
    }
    String value = blankToNull(content.getValue());
    boolean plain = "text".equals(content.getType()) || "text/plain".equals(content.getType());
    return value != null && plain ? org.jsoup.nodes.Entities.escape(value) : value;
  }

  private static List<String> authors(SyndEntry entry) {
    Set<String> names = new LinkedHashSet<>();
    for (SyndPerson person : entry.getAuthors()) {
      names.add(PersonName.withoutMail(TitleText.of(person.getName())));
    }
    if (names.isEmpty()) {
      names.add(PersonName.withoutMail(TitleText.of(entry.getAuthor())));
    }
    names.remove("");
    return List.copyOf(names);
  }

  private static Enclosure enclosure(SyndEnclosure enclosure) {
    return new Enclosure(
        enclosure.getUrl().strip(),
        blankToNull(enclosure.getType()),
        enclosure.getLength() > 0 ? enclosure.getLength() : null);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
