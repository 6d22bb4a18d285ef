package dev.mldigest.fetch.feed;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.OtherVocabularies;
import dev.mldigest.domain.Signals;
import dev.mldigest.fetch.document.Markup;
import dev.mldigest.fetch.document.Namespaces;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.text.PersonName;
import dev.mldigest.text.date.FeedDates;
import dev.mldigest.web.Detour;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads one item or entry straight from the tree, whatever format it is in: elements are known by
 * their local names, so a wrong namespace or version costs nothing.
 */
public final class ItemReader {

  private final Element item;
  private final @Nullable String base;
  private final ParseNotes notes;

  public ItemReader(Element item, @Nullable String documentBase) {
    this(item, documentBase, new ParseNotes());
  }

  /**
   * @param notes is told of a date that cannot be read
   */
  public ItemReader(Element item, @Nullable String documentBase, ParseNotes notes) {
    this.item = item;
    this.base = documentBase;
    this.notes = notes;
  }

  public FeedEntry read() {
    Instant published = date("pubDate", "published", "issued", "pubdate");
    Instant updated = date("updated", "modified", "lastBuildDate");
    return FeedEntry.titled(title(item))
        .guid(guid())
        .link(Detour.past(ItemLinks.of(item, base)))
        .published(published == null ? dublinCore("date") : published)
        .updated(updated == null ? FeedDates.read(Namespaces.attribute(item, "lastmod")) : updated)
        .authors(authors())
        .summary(summary())
        .content(content())
        .categories(categories())
        .enclosures(ItemFiles.enclosures(item, base))
        .transcripts(ItemFiles.transcripts(item, base))
        .signals(new Signals(0, comments(), false))
        .elsewhere(
            new OtherVocabularies(
                titleElsewhere(), ItemLinks.elsewhere(item, base), dateElsewhere()))
        .build();
  }

  // ------------------------------------------------------------------ finding

  private @Nullable Element first(String... names) {
    for (String name : names) {
      for (Element child : item.getChildren()) {
        if (Namespaces.is(child, name)) {
          return child;
        }
      }
    }
    return null;
  }

  private static @Nullable Element in(Element parent, org.jdom2.Namespace space, String name) {
    for (Element child : parent.getChildren()) {
      if (Namespaces.is(child, space, name)) {
        return child;
      }
    }
    return null;
  }

  private @Nullable String module(org.jdom2.Namespace space, String name) {
    Element child = in(item, space, name);
    return child == null ? null : TextConstruct.blankToNull(Markup.text(child));
  }

  // ------------------------------------------------------------------ texts

  /** The title of an item or of a feed. */
  static String title(Element parent) {
    for (Element child : parent.getChildren()) {
      if (Namespaces.is(child, "title")) {
        String title = TextConstruct.plain(child);
        if (!title.isEmpty()) {
          return title;
        }
      }
    }
    Element child = Namespaces.isRss(parent) ? in(parent, Namespaces.DC, "title") : null;
    return child == null ? "" : TextConstruct.plain(child);
  }

  private String titleElsewhere() {
    for (var space : List.of(Namespaces.DC, Namespaces.MEDIA, Namespaces.ITUNES)) {
      Element child = in(item, space, "title");
      if (child != null) {
        return TextConstruct.plain(child);
      }
    }
    return "";
  }

  private @Nullable String summary() {
    String summary = TextConstruct.html(first("description", "summary", "abstract"));
    if (summary == null) {
      summary = module(Namespaces.ITUNES, "summary");
    }
    return summary == null ? TextConstruct.html(described(item)) : summary;
  }

  /** Media RSS describes the item itself, its group of files, or a file. */
  private static @Nullable Element described(Element parent) {
    Element own = in(parent, Namespaces.MEDIA, "description");
    for (String holder : List.of("group", "content")) {
      Element held = own == null ? in(parent, Namespaces.MEDIA, holder) : null;
      own = held == null ? own : described(held);
    }
    return own;
  }

  private @Nullable String content() {
    Element encoded = in(item, Namespaces.CONTENT, "encoded");
    if (encoded != null) {
      return TextConstruct.html(encoded);
    }
    Element content = first("content");
    if (content != null) {
      return TextConstruct.content(content);
    }
    return TextConstruct.html(in(item, Namespaces.XHTML, "body"));
  }

  /** How many, by slash:comments or thr:total; RSS's own element is an address. */
  private int comments() {
    for (var space : List.of(Namespaces.SLASH, Namespaces.THREAD)) {
      String count = module(space, space.equals(Namespaces.SLASH) ? "comments" : "total");
      if (count != null && count.matches("[0-9]{1,9}")) {
        return Integer.parseInt(count);
      }
    }
    return 0;
  }

  private @Nullable String guid() {
    Element id = first("guid", "id");
    String text = id == null ? null : TextConstruct.blankToNull(id.getText());
    return text != null
        ? text
        : TextConstruct.blankToNull(item.getAttributeValue("about", Namespaces.RDF));
  }

  // ------------------------------------------------------------------ dates

  private @Nullable Instant date(String... names) {
    for (String name : names) {
      for (Element child : item.getChildren()) {
        boolean stated = Namespaces.is(child, name) && !Namespaces.isGuest(child);
        Instant read = stated ? FeedDates.read(child.getText()) : null;
        if (read != null) {
          if (FeedDates.isPastItsMonth(child.getText())) {
            notes.pastItsMonth(child.getText());
          }
          return read;
        }
        if (stated && FeedDates.isUnreadable(child.getText())) {
          notes.unreadableDate(child.getText());
        }
      }
    }
    return null;
  }

  /** DCMI terms speak of issue, creation and change; Atom 0.3 of creation. */
  private @Nullable Instant dateElsewhere() {
    for (String name : List.of("issued", "created", "modified")) {
      Instant read = dublinCore(name);
      if (read != null) {
        return read;
      }
    }
    for (Element child : item.getChildren()) {
      boolean dated = Namespaces.is(child, "published") || Namespaces.is(child, "updated");
      Instant read =
          dated || Namespaces.is(child, "created") ? FeedDates.read(child.getText()) : null;
      if (read != null) {
        return read;
      }
    }
    return null;
  }

  private @Nullable Instant dublinCore(String name) {
    for (var space : List.of(Namespaces.DC_TERMS, Namespaces.DC)) {
      Element child = in(item, space, name);
      Instant read = child == null ? null : FeedDates.read(child.getText());
      if (read != null) {
        return read;
      }
    }
    return null;
  }

  // ------------------------------------------------------------------ people, topics, files

  /** The item's own, else those of the feed it was taken from (RFC 4287, section 4.2.1). */
  private List<String> authors() {
    List<String> own = authors(item);
    Element source = own.isEmpty() ? first("source") : null;
    return source == null ? own : authors(source);
  }

  /** Of an item or of a feed: all that are named, contributors only where nobody else is. */
  static List<String> authors(Element parent) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (Element child : parent.getChildren()) {
      if (Namespaces.is(child, "author") || Namespaces.is(child, Namespaces.DC, "creator")) {
        person(names, child);
      } else if (Namespaces.is(child, "contributor")) {
        person(others, child);
      } else if (Namespaces.is(child, Namespaces.ITUNES, "author")) {
        person(others, child);
      }
    }
    return List.copyOf(names.isEmpty() ? others : names);
  }

  private static void person(Set<String> names, Element child) {
    Element name = childNamed(child, "name");
    boolean parts = !child.getChildren().isEmpty();
    String written = name != null ? name.getText() : parts ? "" : child.getText();
    add(names, PersonName.withoutMail(TitleText.of(written)));
  }

  private static @Nullable Element childNamed(Element parent, String name) {
    for (Element child : parent.getChildren()) {
      if (Namespaces.is(child, name)) {
        return child;
      }
    }
    return null;
  }

  private static void add(Set<String> all, @Nullable String text) {
    String plain = TitleText.of(text);
    if (!plain.isEmpty()) {
      all.add(plain);
    }
  }

  private List<String> categories() {
    Set<String> all = new LinkedHashSet<>();
    for (Element child : item.getChildren()) {
      if (Namespaces.is(child, "category")) {
        String term = child.getAttributeValue("term");
        add(all, term == null ? child.getText() : term);
      } else if (Namespaces.is(child, Namespaces.DC, "subject")) {
        add(all, child.getText());
      }
    }
    return List.copyOf(all);
  }
}
