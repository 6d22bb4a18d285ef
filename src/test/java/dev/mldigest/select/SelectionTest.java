package dev.mldigest.select;

import static dev.mldigest.select.Newsroom.INSIDE;
import static dev.mldigest.select.Newsroom.WINDOW;
import static dev.mldigest.select.Newsroom.blog;
import static dev.mldigest.select.Newsroom.candidate;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Shortlist;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.web.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private static final Settings.Audience AUDIENCE =
      new Settings.Audience(
          "Senior machine-learning practitioners who ship models.",
          List.of("How we cut inference latency by batching across tenants"),
          List.of("Crypto tokens soar as traders gamble"));
  private static final Slots SLOTS =
      new Slots(
          4,
          2,
          5,
          3,
          List.of(
              new SectionRule("papers", "Papers", 2, 1),
              new SectionRule("posts", "Posts", 3, 0),
              new SectionRule("listen", "Talks and podcasts", 2, 1)));
  private final Selection selection = new Selection(AUDIENCE, SLOTS, "en");

  private Shortlist choose(Candidate... candidates) {
    return choose(Map.of(), PastIssues.NONE, candidates);
  }

  private Shortlist choose(
      Map<String, ExtractOutcome> unread, PastIssues past, Candidate... candidates) {
    return selection.choose(List.of(candidates), unread, WINDOW, false, past);
  }

  private static Decision only(Shortlist shortlist) {
    assertThat(shortlist.decisions()).hasSize(1);
    return shortlist.decisions().getFirst();
  }

  private static Candidate dated(Instant date) {
    return candidate("a", blog("s"), "Batching models", "Text.", "https://s.example/a", date);
  }

  @Test
  void a_withdrawn_paper_is_never_picked_whoever_reports_it() {
    Source arxiv = Newsroom.source("arxiv", SourceKind.ARXIV, "papers", 1);
    Source daily = Newsroom.source("daily", SourceKind.HUGGING_FACE, "papers", 1);
    String link = "https://arxiv.org/abs/2602.00001";
    Candidate paper = candidate("a", arxiv, "Batching models", "Text on models.", link, INSIDE);
    Candidate same = candidate("b", daily, "Batching models", "Text on models.", link, INSIDE);
    Entry stated = paper.entry();
    Entry withdrawn =
        new Entry(
            stated.id(),
            stated.sourceId(),
            stated.feedEntry().toBuilder().signals(new Signals(0, 0, true)).build(),
            stated.canonical(),
            stated.date(),
            stated.firstSeen());
    Shortlist shortlist = choose(new Candidate(withdrawn, arxiv, paper.article()), same);
    assertThat(shortlist.picks()).isEmpty();
    assertThat(shortlist.decisions())
        .extracting(Decision::reason)
        .containsExactlyInAnyOrder(Reason.OFF_TOPIC, Reason.DUPLICATE);
    assertThat(shortlist.decisions())
        .anyMatch(decision -> decision.detail().equals("Its authors withdrew the paper."));
    assertThat(choose(paper, same).picks()).hasSize(1);
  }

  @Test
  void an_entry_in_the_window_is_picked_and_says_why() {
    Shortlist shortlist = choose(dated(INSIDE));
    assertThat(only(shortlist).reason()).isEqualTo(Reason.PICKED);
    assertThat(shortlist.picks().getFirst().why())
        .startsWith("Close to the wanted example")
        .endsWith(".");
  }

  @Test
  void a_late_arrival_counts_for_seven_days_but_not_in_the_first_issue() {
    Instant late = WINDOW.from().minus(Duration.ofDays(3));
    assertThat(only(choose(dated(late))).reason()).isEqualTo(Reason.PICKED);
    assertThat(only(choose(dated(WINDOW.from().minus(Duration.ofDays(7))))).reason())
        .isEqualTo(Reason.TOO_OLD);
    Shortlist first =
        selection.choose(List.of(dated(WINDOW.from())), Map.of(), WINDOW, true, PastIssues.NONE);
    assertThat(only(first).reason()).isEqualTo(Reason.TOO_OLD);
  }

  @ParameterizedTest
  @CsvSource({
    "Batching models (2025-09-21),true",
    "Batching models – 2025-09-21,true",
    "Batching models (2025-99-21),false",
    "Since 2025-09-21 batching models pays,false"
  })
  void a_title_that_ends_with_an_old_day_is_believed_whatever_its_feed_says(
      String title, boolean old) {
    Decision decision = only(choose(candidate("a", blog("s"), title, "Text on models.")));
    assertThat(decision.reason()).isEqualTo(old ? Reason.TOO_OLD : Reason.PICKED);
    assertThat(decision.detail().equals("Its title is dated 2025-09-21.")).isEqualTo(old);
  }

  @Test
  void a_title_that_ends_with_a_day_four_weeks_ago_may_tell_what_happened_on_it() {
    String day = LocalDate.ofInstant(WINDOW.from().minus(Duration.ofDays(28)), UTC).toString();
    assertThat(only(choose(candidate("a", blog("s"), "Models down on " + day, "Text."))).reason())
        .isEqualTo(Reason.PICKED);
  }

  @Test
  void what_states_no_date_is_as_old_as_its_page() {
    Candidate seen = dated(INSIDE);
    Article read = Objects.requireNonNull(seen.article());
    for (int days : new int[] {2, 400}) {
      Instant day = INSIDE.minus(Duration.ofDays(days));
      Article.About about = new Article.About(read.title(), null, day, "en", null, null, null);
      Article dated = new Article(read.url(), about, read.kind(), read.body());
      Decision decision = only(choose(new Candidate(seen.entry(), seen.source(), dated)));
      assertThat(decision.reason()).isEqualTo(days > 7 ? Reason.TOO_OLD : Reason.PICKED);
    }
  }

  @Test
  void what_an_earlier_issue_decided_on_is_not_decided_again() {
    PastIssues past = new PastIssues(List.of(), Set.of("a"));
    assertThat(only(choose(Map.of(), past, dated(INSIDE))).reason()).isEqualTo(Reason.TOO_OLD);
  }

  @Test
  void unread_entries_say_what_went_wrong() {
    Candidate unread = candidate("a", blog("s"), "T", null);
    var wall = new ExtractOutcome.Unreadable(PageKind.PAYWALL, "Only subscribers can read it.");
    Decision decision = only(choose(Map.of("a", wall), PastIssues.NONE, unread));
    assertThat(decision.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(decision.detail()).isEqualTo("Only subscribers can read it.");
    var missing = new ExtractOutcome.Missing("The server said 404.");
    assertThat(only(choose(Map.of("a", missing), PastIssues.NONE, unread)).reason())
        .isEqualTo(Reason.FAILED);
    assertThat(only(choose(unread)).reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(only(choose(candidate("a", blog("s"), "T", " "))).reason())
        .isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void a_story_is_readable_if_one_report_is() {
    String link = "https://site.example/x";
    Candidate unread = candidate("a", blog("s"), "Model news", null, link, INSIDE);
    Candidate read = candidate("b", blog("t"), "Model news", "Text.", link, INSIDE);
    Shortlist shortlist =
        choose(Map.of("a", new ExtractOutcome.Missing("404.")), PastIssues.NONE, unread, read);
    assertThat(shortlist.decisions())
        .extracting(Decision::reason)
        .containsExactly(Reason.DUPLICATE, Reason.PICKED);
    assertThat(shortlist.decisions().getFirst().detail())
        .isEqualTo("Duplicate of Model news (The t).");
    assertThat(shortlist.picks().getFirst().why()).doesNotContain("eported by");
  }

  @Test
  void a_pick_says_how_many_publishers_reported_it() {
    String title = "Arden releases Plum-3, a speech model for Welsh";
    Shortlist shortlist =
        choose(
            Map.of(),
            PastIssues.NONE,
            candidate("a", blog("s"), title, "It answers in Welsh."),
            candidate("b", blog("t"), title, "Cardiff hears of it."));
    assertThat(shortlist.picks()).hasSize(1);
    assertThat(shortlist.picks().getFirst().why()).contains("eported by 2 sources");
  }

  @Test
  void what_an_issue_carried_never_comes_again() {
    var covered =
        new PastIssues.Past(
            "old",
            new Week(2026, 7),
            true,
            new PastIssues.Told(
                "Batching across tenants in production systems",
                "",
                "https://www.site.example/x/",
                "The site"),
            PastIssues.Traits.NONE);
    PastIssues past = new PastIssues(List.of(covered), Set.of());
    Candidate samePage =
        candidate("a", blog("s"), "New", "Text.", "http://site.example/x?utm_source=f", INSIDE);
    Candidate sameTitle =
        candidate("a", blog("s"), "Batching Across Tenants in Production Systems!", "Text.");
    Candidate otherNumber =
        candidate("a", blog("s"), "Batching across 9 tenants in production systems", "Text.");
    assertThat(only(choose(Map.of(), past, samePage)).reason()).isEqualTo(Reason.DUPLICATE);
    assertThat(only(choose(Map.of(), past, sameTitle)).detail())
        .startsWith("Covered in 2026-W07: Batching across");
    Shortlist followUp = choose(Map.of(), past, otherNumber);
    assertThat(only(followUp).reason()).isEqualTo(Reason.PICKED);
    assertThat(followUp.picks().getFirst().why())
        .endsWith("Follow-up to Batching across tenants in production systems (2026-W07).");
  }

  @Test
  void the_same_work_told_by_another_house_a_week_later_is_a_follow_up_and_says_of_what() {
    var paper =
        new PastIssues.Past(
            "old",
            new Week(2026, 7),
            true,
            new PastIssues.Told(
                "Kestrix: Even Load for Sparse Experts",
                "",
                "https://arxiv.org/abs/2602.01234",
                "arXiv"),
            PastIssues.Traits.NONE);
    PastIssues past = new PastIssues(List.of(paper), Set.of());
    Candidate plain =
        candidate("a", blog("s"), "What we learned at last", "We tried Kestrix on sparse experts.");
    Article article = Objects.requireNonNull(plain.article());
    String markdown = "We tried [Kestrix](https://arxiv.org/pdf/2602.01234) on sparse experts.";
    Candidate post =
        new Candidate(plain.entry(), plain.source(), article.withText(article.text(), markdown, 7));
    assertThat(choose(Map.of(), past, post).picks().getFirst().why())
        .endsWith("Follow-up to Kestrix: Even Load for Sparse Experts (2026-W07).");
    assertThat(choose(Map.of(), past, plain).picks().getFirst().why()).doesNotContain("Follow-up");
  }

  @Test
  void
      the_next_of_a_series_and_what_is_called_alike_follow_up_and_what_shares_a_subject_does_not() {
    PastIssues past =
        new PastIssues(
            List.of(),
            List.of(
                printed("nanoclock 0.1.0", "The s"),
                printed("Cerebral reveals Andromeda, a 13 million core computer", "The u"),
                printed("Do you want artificial general intelligence at all?", "The u")),
            Set.of());
    assertThat(why(past, "nanoclock 0.1.1")).endsWith("Follow-up to nanoclock 0.1.0 (2026-W07).");
    assertThat(why(past, "New Cerebral wafer computer Andromeda has 13 million cores"))
        .contains("Follow-up to Cerebral reveals Andromeda");
    assertThat(why(past, "What counts as artificial general intelligence, asks a laboratory"))
        .doesNotContain("Follow-up");
  }

  private static Source trusted(String id) {
    return Newsroom.source(id, SourceKind.BLOG, "posts", 1.5);
  }

  private static PastIssues.Past printed(String title, String source) {
    return new PastIssues.Past(
        title,
        new Week(2026, 7),
        true,
        new PastIssues.Told(title, "", "https://" + title.hashCode() + ".example/", source),
        PastIssues.Traits.NONE);
  }

  private String why(PastIssues past, String title) {
    Candidate candidate = candidate("a", blog("s"), title, "A text.");
    return choose(Map.of(), past, candidate).picks().getFirst().why();
  }

  @Test
  void a_page_of_several_entries_neither_covers_nor_unites_them() {
    String page = "https://docs.example/notes";
    var covered =
        new PastIssues.Past(
            "old",
            new Week(2026, 7),
            true,
            new PastIssues.Told("Shards", "", page, "The docs"),
            PastIssues.Traits.NONE);
    PastIssues past = new PastIssues(List.of(covered), Set.of());
    Candidate caching = placeless("a", "Caching models", page + "#v2");
    Candidate batching = placeless("b", "Batching models", page + "#v3");
    assertThat(only(choose(Map.of(), past, caching)).reason()).isEqualTo(Reason.PICKED);
    assertThat(choose(caching, batching).picks()).hasSize(2);
  }

  private static Candidate placeless(String id, String title, String link) {
    String text = title + " was measured on four machines with three loads.";
    Candidate placed = candidate(id, blog("docs"), title, text, link, INSIDE);
    Entry entry = placed.entry();
    return new Candidate(
        new Entry(
            entry.id(), entry.sourceId(), entry.feedEntry(), null, entry.date(), entry.firstSeen()),
        placed.source(),
        placed.article());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 26, 52})
  void a_pick_of_any_of_the_last_52_issues_never_comes_again(int issue) {
    List<PastIssues.Past> items = new ArrayList<>();
    for (int week = 1; week <= 52; week++) {
      for (int place = 0; place < 40; place++) {
        String page = "https://site.example/" + week + "/" + place;
        String title = "Story told in week " + week + " at place " + place;
        items.add(
            new PastIssues.Past(
                "o" + week + "-" + place,
                new Week(2025, week),
                place < 12,
                new PastIssues.Told(title, "", page, "The site"),
                PastIssues.Traits.NONE));
      }
    }
    PastIssues past = new PastIssues(items, Set.of());
    String then = "http://www.site.example/" + issue + "/";
    Candidate again = candidate("a", blog("s"), "New words", "Text.", then + "11", INSIDE);
    Candidate rejected = candidate("a", blog("s"), "New words", "Text.", then + "12", INSIDE);
    assertThat(only(choose(Map.of(), past, again)).detail())
        .startsWith("Covered in " + new Week(2025, issue) + ": Story told");
    assertThat(only(choose(Map.of(), past, rejected)).reason()).isEqualTo(Reason.PICKED);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.site.example/story/, http://site.example/story",
    "http://site.example/story, https://www.site.example/story/?utm_source=f&fbclid=1#top",
    "https://site.example/story, https://site.example/story/amp/",
    "https://site.example/story?amp=1, https://m.site.example/story",
    "https://site.example/story, https://www.google.com/amp/s/site.example/story",
    "https://site-example.cdn.ampproject.org/c/s/site.example/story,"
        + " https://site.example:443/story",
    "https://arxiv.org/abs/2401.12345v1, https://arxiv.org/pdf/2401.12345v2",
  })
  void what_an_issue_carried_is_known_under_another_address(String then, String now) {
    String stored = CanonicalUrl.of(then).orElseThrow();
    PastIssues.Past item =
        new PastIssues.Past(
            "old",
            new Week(2026, 7),
            true,
            new PastIssues.Told("Old", "", stored, "The site"),
            PastIssues.Traits.NONE);
    PastIssues picked = new PastIssues(List.of(item), Set.of());
    PastIssues archived = new PastIssues(List.of(), List.of(item), Set.of());
    Candidate again = candidate("a", blog("s"), "New", "Text.", now, INSIDE);
    String elsewhere = now.replace("/story", "/other").replace("12345", "12346");
    Candidate other = candidate("a", blog("s"), "New", "Text.", elsewhere, INSIDE);
    for (PastIssues past : List.of(picked, archived)) {
      assertThat(only(choose(Map.of(), past, again)).detail()).startsWith("Covered in 2026-W07");
    }
    assertThat(only(choose(Map.of(), picked, other)).reason()).isEqualTo(Reason.PICKED);
  }

  @Test
  void beginner_material_is_left_out_with_the_rule() {
    Decision decision = only(choose(candidate("a", blog("s"), "Pandas for beginners", "Text.")));
    assertThat(decision.reason()).isEqualTo(Reason.BEGINNER);
  }

  @Test
  void what_nobody_wants_does_not_fill_a_slot() {
    Shortlist shortlist =
        choose(candidate("a", blog("s"), "Crypto tokens soar, traders gamble", "Model."));
    assertThat(only(shortlist).reason()).isEqualTo(Reason.LOW_RANK);
    assertThat(shortlist.picks()).isEmpty();
    assertThat(shortlist.shortfalls())
        .contains("Section 'Talks and podcasts' has 0 of at least 1: its sources had nothing new.");
  }

  @Test
  void a_publisher_holds_no_more_than_its_share() {
    Shortlist shortlist =
        choose(
            candidate("a", blog("s"), "Batching models across tenants", "Latency."),
            candidate("b", blog("s"), "Router kernels measured", "Gradients."),
            candidate("c", blog("s"), "Retrieval evaluation revisited", "Benchmarks."));
    assertThat(shortlist.picks()).hasSize(2);
    assertThat(count(shortlist, Reason.BENCH)).isEqualTo(1);
  }

  @Test
  void two_near_alike_stories_are_not_both_picked() {
    Candidate one =
        candidate("a", blog("s"), "Batching models across many tenants", "Latency falls.");
    Candidate two =
        candidate("b", blog("t"), "Batching models across many tenants now", "Latency falls.");
    assertThat(choose(one, two).picks()).hasSize(1);
  }

  /** Three issues of what was picked and passed over, enough to learn from. */
  private static PastIssues taught() {
    List<PastIssues.Past> items = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      boolean picked = i % 3 == 0;
      String title = (picked ? "Router kernels measured at " : "Benchmarks of ") + i;
      Week week = new Week(2026, 1 + i / 30);
      items.add(
          new PastIssues.Past(
              "p" + i,
              week,
              picked,
              new PastIssues.Told(title, "Gradients.", null, "The s"),
              PastIssues.Traits.NONE));
    }
    return new PastIssues(items, Set.of());
  }

  @Test
  void the_score_of_picks_and_runners_up_is_the_sum_of_its_parts() {
    List<Candidate> week = randomWeek(new Random(31));
    Shortlist shortlist = selection.choose(week, Map.of(), WINDOW, false, taught());
    List<Decision> explained =
        shortlist.decisions().stream().filter(one -> one.explanation() != null).toList();
    assertThat(explained).hasSize(shortlist.picks().size() + shortlist.bench().size());
    for (Decision decision : explained) {
      Explanation explanation = Objects.requireNonNull(decision.explanation());
      double sum = explanation.parts().stream().mapToDouble(Explanation.Part::value).sum();
      assertThat(sum).isCloseTo(decision.score(), within(1e-9));
      assertThat(explanation.parts()).extracting(Explanation.Part::name).contains("learned taste");
      assertThat(explanation.taste()).isNotEmpty();
    }
    assertThat(explained)
        .anyMatch(decision ->
            Objects.requireNonNull(decision.explanation()).near().stream()
                .anyMatch(near -> near.title().startsWith("Router kernels")));
  }

  @Test
  void dates_move_a_score_only_where_the_audience_asks_for_it() {
    Instant earlier = WINDOW.from().plus(Duration.ofHours(1));
    List<Candidate> week =
        List.of(
            candidate("a", trusted("s"), "Router kernels", "Text.", "https://s.example/a", earlier),
            candidate(
                "b", trusted("t"), "Gauge retrieval", "Text.", "https://t.example/b", INSIDE));
    Settings.Audience none = new Settings.Audience("Engineers.", List.of(), List.of());
    Settings.Audience mild =
        new Settings.Audience(
            "Engineers.",
            List.of(),
            List.of(),
            Set.of(),
            Settings.Recency.MILD,
            Settings.Likeness.WORDS);
    for (Settings.Audience audience : List.of(none, mild)) {
      List<Pick> picks =
          new Selection(audience, SLOTS, "en")
              .choose(week, Map.of(), WINDOW, false, PastIssues.NONE)
              .picks();
      double lead =
          picks.stream()
              .mapToDouble(pick -> pick.story().id().equals("b") ? pick.score() : -pick.score())
              .sum();
      double days = audience.equals(mild) ? 47 / 24.0 : 0;
      assertThat(lead).isCloseTo(0.05 * days, within(1e-9));
    }
  }

  @Test
  void a_runner_up_says_which_rule_kept_it_out() {
    Shortlist capped =
        choose(
            candidate("a", blog("s"), "Batching models across tenants", "Latency."),
            candidate("b", blog("s"), "Router kernels measured", "Gradients."),
            candidate("c", blog("s"), "Retrieval evaluation revisited", "Benchmarks."));
    assertThat(capped.decisions())
        .anyMatch(one ->
            one.detail()
                .equals("A runner-up: place 3 of 3; The s has its share of the issue already."));
    Shortlist alike =
        choose(
            candidate("a", blog("s"), "Batching models across many tenants", "Latency falls."),
            candidate("b", blog("t"), "Batching models across many tenants now", "Latency falls."));
    assertThat(alike.decisions())
        .anyMatch(one ->
            one.detail().contains("too much like the pick") || one.reason() == Reason.DUPLICATE);
  }

  @Test
  void a_section_that_stays_short_says_what_took_its_candidates_away() {
    Source talks = Newsroom.source("talks", SourceKind.PODCAST, "listen", 1);
    Shortlist shortlist =
        choose(
            Map.of("a", new ExtractOutcome.Missing("404.")),
            PastIssues.NONE,
            candidate("a", talks, "A talk on models", null),
            candidate("b", talks, "Pandas for beginners", "Text."),
            candidate("c", talks, "Crypto tokens soar, traders gamble", "Model."));
    assertThat(shortlist.shortfalls())
        .contains(
            "Section 'Talks and podcasts' has 0 of at least 1: of 3 candidates 1 not readable, 1"
                + " kept out by a filter, 1 unwanted by the examples.");
  }

  private static List<Candidate> randomWeek(Random random) {
    List<String> words =
        List.of(
            "batching",
            "latency",
            "router",
            "agents",
            "crypto",
            "evaluation",
            "kernels",
            "beginners",
            "Zurich",
            "Plum-3",
            "retrieval",
            "81.2",
            "tokens",
            "gradients");
    List<String> sections = List.of("papers", "posts", "listen");
    List<Candidate> week = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      int s = random.nextInt(9);
      Source source = Newsroom.source("s" + s, SourceKind.BLOG, sections.get(s % 3), 0.5 + s / 4.0);
      StringBuilder text = new StringBuilder("About ");
      for (int w = 0; w < 4 + random.nextInt(30); w++) {
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      String title = text.substring(0, Math.min(40, text.length()));
      Instant date = WINDOW.to().minus(Duration.ofHours(random.nextInt(24 * 18)));
      String link = "https://h.example/" + random.nextInt(150);
      String read = random.nextInt(8) == 0 ? null : text.toString();
      week.add(
          candidate(String.format("%016x", random.nextLong()), source, title, read, link, date));
    }
    return week;
  }

  private static Map<String, ExtractOutcome> unread(List<Candidate> week, Random random) {
    Map<String, ExtractOutcome> unread = new HashMap<>();
    for (Candidate candidate : week) {
      if (candidate.article() == null && random.nextBoolean()) {
        unread.put(candidate.id(), new ExtractOutcome.Missing("Gone."));
      }
    }
    return unread;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void every_candidate_has_exactly_one_decision_and_no_cap_is_broken(long seed) {
    Random random = new Random(seed);
    List<Candidate> week = randomWeek(random);
    Map<String, ExtractOutcome> unread = unread(week, random);
    Shortlist shortlist =
        selection.choose(week, unread, WINDOW, random.nextBoolean(), PastIssues.NONE);
    assertThat(shortlist.decisions().stream().map(Decision::entryId).toList())
        .as("seed %d", seed)
        .isEqualTo(week.stream().map(Candidate::id).toList());
    assertThat(count(shortlist, Reason.PICKED)).isEqualTo(shortlist.picks().size());
    assertThat(count(shortlist, Reason.BENCH)).isEqualTo(shortlist.bench().size());
    assertThat(shortlist.bench().size()).isLessThanOrEqualTo(SLOTS.bench());
    assertCaps(shortlist.picks());
  }

  private static long count(Shortlist shortlist, Reason reason) {
    return shortlist.decisions().stream().filter(d -> d.reason() == reason).count();
  }

  private static void assertCaps(List<Pick> picks) {
    assertThat(picks.size()).isLessThanOrEqualTo(SLOTS.picks());
    Map<String, Long> sections =
        picks.stream().collect(Collectors.groupingBy(Pick::section, Collectors.counting()));
    SLOTS
        .sections()
        .forEach(r -> assertThat(sections.getOrDefault(r.id(), 0L)).isLessThanOrEqualTo(r.slots()));
    assertThat(
            picks.stream()
                .collect(
                    Collectors.groupingBy(
                        p -> p.story().primary().source().id(), Collectors.counting()))
                .values())
        .allMatch(n -> n <= SLOTS.perPublisher());
    List<String> order = SLOTS.sections().stream().map(SectionRule::id).toList();
    assertThat(picks.stream().map(p -> order.indexOf(p.section())).toList()).isSorted();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void the_order_of_the_candidates_changes_nothing(long seed) {
    Random random = new Random(seed);
    List<Candidate> week = randomWeek(random);
    List<Candidate> shuffled = new ArrayList<>(week);
    Collections.shuffle(shuffled, random);
    Shortlist once = selection.choose(week, Map.of(), WINDOW, false, PastIssues.NONE);
    Shortlist again = selection.choose(shuffled, Map.of(), WINDOW, false, PastIssues.NONE);
    assertThat(again.picks()).as("seed %d", seed).isEqualTo(once.picks());
    assertThat(again.decisions()).containsExactlyInAnyOrderElementsOf(once.decisions());
  }
}
