package dev.mldigest.assemble.archive;

import dev.mldigest.assemble.AtomFeed;
import dev.mldigest.assemble.Direction;
import dev.mldigest.assemble.Envelope;
import dev.mldigest.assemble.archive.ArchivedIssue.Placed;
import dev.mldigest.assemble.picture.FigureHtml;
import dev.mldigest.assemble.picture.Pictures;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.text.Markup;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The site of some issues: a page of each, an index of all with the newest first, an index by topic
 * and the feed. The same issues make the same bytes. Where it is put is left to others.
 */
public final class ArchiveSite {
  /** Topics and the line over the index: what the picture of topics shows. */
  private static final int FEWEST_FOR_A_PICTURE = 3;

  private final List<ArchivedIssue> issues;
  private final Page page;

  /**
   * @param issues at least one; of one week only one
   * @param url where the site will stand, or null
   */
  public ArchiveSite(List<ArchivedIssue> issues, @Nullable URI url) {
    this.issues =
        issues.stream().sorted(Comparator.comparing(ArchivedIssue::week).reversed()).toList();
    ArchivedIssue newest = this.issues.getFirst();
    this.page = new Page(newest.newsletter(), newest.labels(), url);
  }

  /** All its files: the pages of the issues first, then what leads to them. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    for (ArchivedIssue issue : issues) {
      files.put(issue.page(), page(issue.week()));
    }
    Topics topics = Topics.of(issues);
    topics.all().forEach(topic -> files.put(topic.path(), topicPage(topic)));
    files.put("topics.html", topicsPage(topics));
    files.put("index.html", index());
    files.put("feed.xml", feed());
    return files;
  }

  /** The page of one issue. */
  public String page(Week week) {
    int at = 0;
    while (!issues.get(at).week().equals(week)) {
      at++;
    }
    ArchivedIssue issue = issues.get(at);
    IssueText text = IssueText.of(issue);
    ArchivedIssue later = at > 0 ? issues.get(at - 1) : null;
    ArchivedIssue earlier = at + 1 < issues.size() ? issues.get(at + 1) : null;
    String preheader = Envelope.of(issue.markdown()).preheader();
    String main =
        "<p class=\"kicker\"><bdi>%s</bdi></p>\n<h1 dir=\"auto\">%s</h1>\n"
                .formatted(issue.week(), Markup.escaped(text.title()))
            + (preheader.isBlank()
                ? ""
                : "<p class=\"lead\" dir=\"auto\">%s</p>\n".formatted(Markup.escaped(preheader)))
            + contents(text)
            + IssueHtml.of(text.document(), Direction.of(issue.labels().locale()))
            + figure(issue)
            + turn(earlier, later);
    return new Page(issue.newsletter(), issue.labels(), page.url())
        .of(issue.page(), text.title(), preheader, neighbours(earlier, later), main);
  }

  private String contents(IssueText text) {
    return text.sections().isEmpty()
        ? ""
        : "<nav class=\"contents\" aria-label=\"%s\">\n<ul>\n".formatted(page.label(Label.CONTENTS))
            + text.sections().entrySet().stream()
                .map(section ->
                    "<li><a href=\"#%s\">%s</a></li>\n"
                        .formatted(section.getKey(), Markup.escaped(section.getValue())))
                .collect(Collectors.joining())
            + "</ul>\n</nav>\n";
  }

  private static String figure(ArchivedIssue issue) {
    return issue.funnel() != null
            && Pictures.tell(
                issue.labels(),
                Label.PICTURE_FUNNEL,
                Label.FETCHED,
                Label.UNIQUE,
                Label.RANKED,
                Label.PICKED)
        ? FigureHtml.of(Pictures.funnel(issue.funnel(), issue.labels()))
        : "";
  }

  private static String neighbours(@Nullable ArchivedIssue earlier, @Nullable ArchivedIssue later) {
    return (earlier == null ? "" : "<link rel=\"prev\" href=\"%s\">\n".formatted(earlier.page()))
        + (later == null ? "" : "<link rel=\"next\" href=\"%s\">\n".formatted(later.page()));
  }

  private String turn(@Nullable ArchivedIssue earlier, @Nullable ArchivedIssue later) {
    if (earlier == null && later == null) {
      return "";
    }
    return "<nav class=\"turn\" aria-label=\"%s\">\n".formatted(page.label(Label.ISSUES))
        + (earlier == null ? "" : way("prev", Label.PREVIOUS, earlier))
        + (later == null ? "" : way("next", Label.NEXT, later))
        + "</nav>\n";
  }

  private String way(String relation, Label label, ArchivedIssue issue) {
    return "<a rel=\"%s\" href=\"%s\"><span>%s</span>%s</a>\n"
        .formatted(
            relation, issue.page(), page.label(label), Markup.escaped(IssueText.of(issue).title()));
  }

  private String index() {
    String picture =
        issues.size() >= FEWEST_FOR_A_PICTURE && Pictures.tell(page.labels(), Label.PICTURE_TOPICS)
            ? FigureHtml.of(Pictures.topics(Topics.byWeek(issues), page.labels()))
            : "";
    String main =
        "<h1 class=\"first\">%s</h1>\n<ol class=\"issues\">\n".formatted(page.label(Label.ISSUES))
            + issues.stream().map(ArchiveSite::row).collect(Collectors.joining())
            + "</ol>\n"
            + picture;
    String title = page.newsletter() + " – " + page.labels().of(Label.ISSUES);
    return page.of("index.html", title, "", "", main);
  }

  private static String row(ArchivedIssue issue) {
    String items =
        issue.items().stream()
            .map(item ->
                "<li dir=\"auto\"><a href=\"%s#%s\">%s</a></li>\n"
                    .formatted(issue.page(), item.anchor(), Markup.escaped(item.title())))
            .collect(Collectors.joining());
    return "<li><h2 dir=\"auto\"><a href=\"%s\">%s</a></h2><span class=\"when\">%s</span>\n%s</li>\n"
        .formatted(
            issue.page(),
            Markup.escaped(IssueText.of(issue).title()),
            issue.week(),
            items.isEmpty() ? "" : "<ul>\n" + items + "</ul>\n");
  }

  private String topicsPage(Topics topics) {
    String main =
        "<h1 class=\"first\">%s</h1>\n<ul class=\"issues\">\n".formatted(page.label(Label.TOPICS))
            + topics.sections().stream()
                .map(topic ->
                    "<li><h2 dir=\"auto\"><a href=\"%s\">%s</a></h2><span class=\"when\">%d</span></li>\n"
                        .formatted(
                            topic.path(), Markup.escaped(topic.title()), topic.items().size()))
                .collect(Collectors.joining())
            + "</ul>\n"
            + subjects(topics.subjects());
    String title = page.newsletter() + " – " + page.labels().of(Label.TOPICS);
    return page.of("topics.html", title, "", "", main);
  }

  private static String subjects(List<Topics.Topic> subjects) {
    return subjects.isEmpty()
        ? ""
        : subjects.stream()
            .map(topic ->
                "<li><a href=\"%s\">%s</a> <span class=\"count\">%d</span></li>\n"
                    .formatted(topic.path(), Markup.escaped(topic.title()), topic.items().size()))
            .collect(Collectors.joining("", "<ul class=\"subjects\">\n", "</ul>\n"));
  }

  private String topicPage(Topics.Topic topic) {
    Map<ArchivedIssue, List<Placed>> byIssue =
        topic.items().stream()
            .collect(
                Collectors.groupingBy(
                    Topics.Told::issue,
                    LinkedHashMap::new,
                    Collectors.mapping(Topics.Told::item, Collectors.toList())));
    String main =
        "<p class=\"kicker\"><a href=\"../topics.html\">%s</a></p>\n<h1 dir=\"auto\">%s</h1>\n"
                .formatted(page.label(Label.TOPICS), Markup.escaped(topic.title()))
            + "<ol class=\"issues\">\n"
            + byIssue.entrySet().stream()
                .map(issue -> items(issue.getKey(), issue.getValue()))
                .collect(Collectors.joining())
            + "</ol>\n";
    String title = page.newsletter() + " – " + topic.title();
    return page.of(topic.path(), title, "", "", main);
  }

  private static String items(ArchivedIssue issue, List<Placed> items) {
    return "<li><h2 dir=\"auto\"><a href=\"../%s\">%s</a></h2><span class=\"when\">%s</span>\n<ul>\n%s</ul>\n</li>\n"
        .formatted(
            issue.page(),
            Markup.escaped(IssueText.of(issue).title()),
            issue.week(),
            items.stream()
                .map(item ->
                    "<li dir=\"auto\"><a href=\"../%s#%s\">%s</a></li>\n"
                        .formatted(issue.page(), item.anchor(), Markup.escaped(item.title())))
                .collect(Collectors.joining()));
  }

  private String feed() {
    return new AtomFeed()
        .render(
            page.newsletter(),
            issues.getFirst().updated(),
            issues.stream()
                .map(issue ->
                    new AtomFeed.PublishedIssue(issue.week(), issue.updated(), issue.markdown()))
                .toList(),
            page.url());
  }
}
