package dev.mldigest.assemble;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.FollowUp;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Issues for tests, written by hand. */
public final class Issues {
  public static final Window WINDOW =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  private static final Issue.Gaps NO_GAPS =
      Issue.Gaps.of(
          new Issue.Watch(3, List.of(), List.of(), List.of()), 0, List.of(), Issue.Asked.NOBODY);
  private static final Funnel FUNNEL =
      new Funnel(
          7,
          6,
          5,
          1,
          List.of(
              new Funnel.Count("picked", 1), new Funnel.Count("bench", 4), count("too old", 2)));

  static final Opening OPENING =
      new Opening(
          List.of(
              "Nine of twelve routing gains vanish when both sides are tuned",
              "[Re] Does Top-$k$ routing lose 5 % at pass@1?",
              "The Gradient Post 2026-W10: 4 picks"),
          List.of(
              "A label file that turned every fifth label over, and feature stores at 6 ms",
              "4 picks: 1 in Papers, 2 in Engineering & practice, 1 in To listen to",
              "From arXiv cs.LG, Freight Engineering, Ledger ML, \"Training Data\""),
          List.of(
              new Opening.Sentence(
                  "The authors repeat twelve published routing experiments; nine of the twelve"
                      + " gains vanish once the learning rate is tuned for both sides.",
                  List.of(
                      new Opening.Ground("a1b2c3d4e5f60718", 1),
                      new Opening.Ground("a1b2c3d4e5f60718", 2))),
              new Opening.Sentence(
                  "A change in the chargeback file turned every fifth label over.",
                  List.of(new Opening.Ground("77aa66bb55cc44dd", 1)))),
          "small-model-2");

  private Issues() {}

  /** An issue as an editor meets it: three sections, gaps, runners-up. */
  public static Issue example() {
    return new Issue(
        "The Gradient Post",
        new Week(2026, 10),
        WINDOW,
        "Europe/Berlin",
        OPENING,
        List.of(
            new Issue.Section(
                "papers",
                "Papers",
                List.of(
                    item(
                        "a1b2c3d4e5f60718",
                        "[Re] Does Top-$k$ routing lose 5 % at pass@1? A study of *sparse*"
                            + " mixtures",
                        "https://arxiv.example/abs/2602.01234v1",
                        "arXiv cs.LG",
                        "2026-02-27T18:00:00Z",
                        "arxiv",
                        summary(
                            "someone who trains mixtures of experts",
                            "The authors repeat twelve published routing experiments with"
                                + " equal budgets.",
                            "Nine of the twelve gains vanish once the learning rate is tuned for"
                                + " both sides; the code is in eval_all.py."),
                        List.of("Weekly Papers", "The Lab Notebook")))),
            new Issue.Section(
                "practice",
                "Engineering & practice",
                List.of(
                    item(
                        "0f1e2d3c4b5a6978",
                        "How we cut feature-store latency from 40 ms to 6 ms",
                        "https://blog.example/feature-store?utm=1&page=2",
                        "Freight Engineering",
                        "2026-02-25T09:30:00Z",
                        "blog",
                        summary(
                            "engineers who serve models under a deadline",
                            "A freight company moved its online features from a remote cache into"
                                + " the serving process.",
                            "The post shows the profile before and after, what it costs in memory"
                                + " (11 GB a replica), and the two outages it caused."),
                        List.of()),
                    item(
                        "77aa66bb55cc44dd",
                        "Post-mortem: a silent label shift in fraud scoring",
                        "https://ops.example/label-shift",
                        "Ledger ML",
                        "2026-02-28T11:00:00Z",
                        "blog",
                        summary(
                            "whoever is on call for a model",
                            "A change in the chargeback file turned every fifth label over, and no"
                                + " alarm went off for nine days.",
                            "The authors describe the check they added: a daily comparison of"
                                + " label rates by merchant group."),
                        List.of("Incident Weekly")))),
            new Issue.Section(
                "listen",
                "To listen to",
                List.of(
                    item(
                        "1234123412341234",
                        "Episode 88: What annotators wish you knew",
                        "https://pod.example/88",
                        "Training Data, the podcast",
                        "2026-02-24T05:00:00Z",
                        "podcast",
                        summary(
                            "teams who buy labels",
                            "Three annotators talk about guidelines that contradict themselves.",
                            "They name the questions they would ask before a project starts."),
                        List.of())))),
        List.of(
            new Issue.Link(
                "9999888877776666",
                "Quantised KV caches on phones",
                "https://edge.example/kv",
                "Edge Notes"),
            new Issue.Link(
                "5555444433332222",
                "A field guide to dataset licences",
                "https://law.example/licences",
                "Open Counsel")),
        Issue.Gaps.of(
            new Issue.Watch(
                14,
                List.of(
                    new Issue.FailedSource("Dead Letters", "host not found"),
                    new Issue.FailedSource("Broken Feed", "not a feed"),
                    new Issue.FailedSource("Gone Fishing", "host not found")),
                List.of(),
                List.of()),
            3,
            List.of("No talk was found for the section To listen to"),
            new Issue.Asked("small-model-2", 1)),
        new Funnel(
            312,
            271,
            198,
            4,
            List.of(
                count("picked", 4),
                count("bench", 48),
                count("duplicate of", 41),
                count("off topic", 97),
                count("low rank", 119),
                count("unreadable", 3))));
  }

  /** The smallest issue with that one item. */
  public static Issue of(Issue.Item... items) {
    return of(List.of(items));
  }

  public static Issue of(List<Issue.Item> items) {
    return new Issue(
        "ML Digest",
        new Week(2026, 10),
        WINDOW,
        "UTC",
        Opening.NONE,
        items.isEmpty() ? List.of() : List.of(new Issue.Section("papers", "Papers", items)),
        List.of(),
        NO_GAPS,
        FUNNEL);
  }

  public static Issue.Item item(String id, String title, String summary) {
    return item(
        id,
        title,
        "https://example.org/" + id,
        "Example",
        "2026-02-27T12:00:00Z",
        "blog",
        summary("practitioners", summary),
        List.of());
  }

  /** An issue of that many items in two sections. */
  public static Issue numbered(int items, String words) {
    List<Issue.Item> papers = new ArrayList<>();
    List<Issue.Item> posts = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      (i % 2 == 0 ? papers : posts)
          .add(item("item" + i, "Title " + i, words + " Summary number " + i + "."));
    }
    Issue one = of(papers);
    return new Issue(
        one.title(),
        one.week(),
        one.window(),
        one.zone(),
        Opening.NONE,
        List.of(
            new Issue.Section("papers", "Papers", papers),
            new Issue.Section("posts", "Posts", posts)),
        example().alsoSeen(),
        one.gaps(),
        one.funnel());
  }

  public static Issue.Item item(
      String id,
      String title,
      String url,
      String source,
      String date,
      String kind,
      Summary summary,
      List<String> reportedBy) {
    return Issue.Item.of(
        id,
        new Issue.Report(title, url, source, Instant.parse(date), kind, reportedBy),
        summary,
        "It ranked first.",
        null);
  }

  /** The same that a round-up of that name mentions. */
  public static Issue.Item mentionedIn(Issue.Item item, String source, String url) {
    return Issue.Item.of(
        item.id(),
        item.report().mentionedIn(List.of(new Issue.Link("round-up", "All the week", url, source))),
        item.summary(),
        item.why(),
        item.headline());
  }

  /** The same that carries on an item of the week before. */
  public static Issue.Item following(Issue.Item item, FollowUp earlier) {
    return Issue.Item.of(
        item.id(), item.report().following(earlier), item.summary(), item.why(), item.headline());
  }

  /** An item of that title of the week before. */
  public static FollowUp earlier(
      String title, String source, String then, String now, String... fresh) {
    return new FollowUp(
        new Issue.Link("earlier", title, "https://example.org/earlier", source),
        new Window(Instant.parse("2026-02-16T06:00:00Z"), Instant.parse("2026-02-23T06:00:00Z")),
        then,
        now,
        List.of(fresh));
  }

  public static Summary summary(String highlight, String... sentences) {
    return new Summary(
        List.of(sentences).stream()
            .map(text -> new SummarySentence(text, List.of(new Evidence(1, "A quote."))))
            .toList(),
        highlight,
        Summary.OFFLINE);
  }

  private static Funnel.Count count(String reason, int entries) {
    return new Funnel.Count(reason, entries);
  }
}
