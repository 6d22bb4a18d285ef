package dev.mldigest.pipeline.filing;

import dev.mldigest.assemble.Prose;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.review.Contents;
import dev.mldigest.web.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The issue as it stands in a digest that the editor has touched: which items, under which heading,
 * in which order. Promises to say nothing of an item that is gone, and nothing of an item's text
 * that the editor took out of it.
 *
 * @param contents what stands in the file
 * @param sections the generated items that stand there, with our texts; none of the sections empty
 * @param shown the same with the titles that the editor gave them, and with the editor's own items:
 *     what the opening may speak of
 */
record StandingIssue(Contents contents, List<Issue.Section> sections, List<Issue.Section> shown) {
  StandingIssue {
    sections = List.copyOf(sections);
    shown = List.copyOf(shown);
  }

  /**
   * @param mine the editor's file
   * @param base the text it was edited from, of {@code before}
   * @param theirs the text generated now, of {@code now}
   * @param taken blocks that the editor put in, whose items {@code before} holds
   */
  static StandingIssue of(
      String mine, String base, String theirs, String taken, Issue before, Issue now) {
    Contents contents = Contents.of(mine, base, theirs, taken);
    Headings headings = new Headings();
    headings.know(before, Contents.of(base, base));
    headings.know(now, Contents.of(theirs, theirs));
    Map<String, Issue.Item> items = new HashMap<>();
    before.items().forEach(item -> items.put(item.id(), item));
    now.items().forEach(item -> items.put(item.id(), item));
    Map<Issue.Section, List<Issue.Item>> ours = new LinkedHashMap<>();
    Map<Issue.Section, List<Issue.Item>> shown = new LinkedHashMap<>();
    Set<String> addresses = addresses(contents, items);
    for (Contents.Entry entry : contents.entries()) {
      Issue.Item item = entry.id() == null ? null : items.get(entry.id());
      Issue.Section section = headings.section(entry);
      if (item != null) {
        ours.computeIfAbsent(section, key -> new ArrayList<>()).add(item);
      }
      Issue.Item seen = item == null ? own(entry, now) : asShown(item, entry);
      if (item != null || addresses.add(address(seen))) { // a copy counts once
        shown.computeIfAbsent(section, key -> new ArrayList<>()).add(seen);
      }
    }
    return new StandingIssue(contents, sections(ours), sections(shown));
  }

  /** Of our items: two of them are two, even where both lead to one page. */
  private static Set<String> addresses(Contents contents, Map<String, Issue.Item> items) {
    Set<String> addresses = new HashSet<>();
    for (Contents.Entry entry : contents.entries()) {
      Issue.Item item = entry.id() == null ? null : items.get(entry.id());
      if (item != null) {
        addresses.add(address(asShown(item, entry)));
      }
    }
    return addresses;
  }

  private static String address(Issue.Item item) {
    return item.url().isEmpty() ? item.title() : item.url();
  }

  private static List<Issue.Section> sections(Map<Issue.Section, List<Issue.Item>> items) {
    return items.entrySet().stream()
        .map(one -> new Issue.Section(one.getKey().id(), one.getKey().title(), one.getValue()))
        .toList();
  }

  private static Issue.Item asShown(Issue.Item item, Contents.Entry entry) {
    if (!entry.changed()) {
      return item;
    }
    String text = String.join(" ", Prose.paragraphs(entry.text()));
    boolean whole =
        item.summary().sentences().stream().map(SummarySentence::text).allMatch(text::contains);
    Summary summary = whole ? item.summary() : none(item.summary().by());
    String title = entry.retitled() ? Prose.words(entry.heading()) : "";
    return Issue.Item.of(
        item.id(),
        item.report().as(title.isEmpty() ? item.title() : title, item.url()),
        summary,
        item.why(),
        item.headline());
  }

  private static Summary none(String by) {
    return new Summary(List.of(), "", by);
  }

  private static Issue.Item own(Contents.Entry entry, Issue issue) {
    String url = entry.url() == null ? "" : entry.url();
    Host host = Host.of(url);
    return Issue.Item.of(
        "",
        new Issue.Report(
            Prose.words(entry.heading()),
            url,
            host.isNone() ? issue.title() : host.name(),
            issue.window().to(),
            "",
            List.of()),
        none(Summary.OFFLINE),
        "",
        null);
  }

  /** The sections behind the headings of the file, which the editor may have written anew. */
  private static final class Headings {
    private final Map<String, Issue.Section> byHeading = new HashMap<>();
    private final Map<String, Issue.Section> byItem = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Ours too, but no item was generated under them: lists and numbers. */
    private final Set<String> others = new HashSet<>();

    void know(Issue issue, Contents generated) {
      Map<String, String> headings = generated.sections();
      others.addAll(generated.headings());
      others.removeAll(headings.values());
      for (Issue.Section section : issue.sections()) {
        Issue.Section named = new Issue.Section(section.id(), section.title(), List.of());
        for (Issue.Item item : section.items()) {
          byItem.put(item.id(), named);
          String heading = headings.get(item.id());
          if (heading != null) {
            byHeading.put(heading, named);
          }
        }
      }
    }

    Issue.Section section(Contents.Entry entry) {
      Issue.Section known = byHeading.get(entry.section());
      if (known != null) {
        taken.add(known.id());
        return known;
      }
      Issue.Section origin = entry.id() == null ? null : byItem.get(entry.id());
      String title = others.contains(entry.section()) ? "" : Prose.words(entry.section());
      if (title.isEmpty() && origin != null) {
        return origin;
      }
      String id =
          origin == null || !taken.add(origin.id()) ? "own-" + byHeading.size() : origin.id();
      Issue.Section renamed = new Issue.Section(id, title.isEmpty() ? "More" : title, List.of());
      byHeading.put(entry.section(), renamed);
      return renamed;
    }
  }
}
