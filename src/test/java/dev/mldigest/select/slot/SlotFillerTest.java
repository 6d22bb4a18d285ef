package dev.mldigest.select.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Archived;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Evergreen;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.select.Newsroom;
import dev.mldigest.select.piece.SparseVector;
import dev.mldigest.select.rank.Ranker;
import dev.mldigest.select.rank.Taste;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotFillerTest {
  private static final Slots SLOTS =
      new Slots(
          3,
          1,
          5,
          5,
          new Evergreen(1, 52),
          List.of(
              new SectionRule("posts", "Posts", 2, 0), new SectionRule("papers", "Papers", 3, 0)));

  private static final List<SectionRule> TWO =
      List.of(new SectionRule("posts", "Posts", 1, 0), new SectionRule("papers", "Papers", 2, 0));

  /** A story of a source of its own, alike only those with the same term. */
  private static Ranker.Scored scored(String id, SourceKind kind, double score, int term) {
    return scored(id, Newsroom.source(id, kind, "posts", 1), score, term);
  }

  private static Ranker.Scored scored(String id, Source source, double score, int term) {
    Candidate candidate = Newsroom.candidate(id, source, "Title " + id, "Text.");
    return new Ranker.Scored(
        new Story(id, candidate, List.of(candidate)),
        score,
        "Why.",
        SparseVector.of(Map.of(term, 1.0)),
        false,
        List.of(new Explanation.Part("like the description of the audience", score)),
        Taste.Liking.NONE);
  }

  private static List<String> ids(List<Ranker.Scored> stories) {
    return stories.stream().map(story -> story.story().id()).toList();
  }

  @Test
  void what_is_left_out_says_which_rule_decided() {
    Source paper = Newsroom.source("p", SourceKind.PAPERS, "papers", 1);
    Ranker.Scored first = scored("a", SourceKind.BLOG, 9, 1);
    Ranker.Scored same = scored("b", SourceKind.BLOG, 8, 1);
    Ranker.Scored other = scored("c", SourceKind.BLOG, 7, 2);
    Ranker.Scored third = scored("d", SourceKind.BLOG, 6, 3);
    Ranker.Scored papers = scored("e", paper, 5, 4);
    Ranker.Scored more = scored("f", paper, 4, 5);
    Ranker.Scored late = scored("g", Newsroom.source("q", SourceKind.PAPERS, "papers", 1), 3, 6);
    Ranker.Scored lost = scored("h", Newsroom.source("r", SourceKind.BLOG, "none", 1), 2, 7);
    SlotFiller filled =
        SlotFiller.fill(
            SLOTS, List.of(first, same, other, third, papers, more, late, lost), Set.of());
    assertThat(filled.picks()).containsExactly(first, other, papers);
    assertThat(filled.obstacle(same)).isEqualTo("too much like the pick 'Title a'");
    assertThat(filled.obstacle(third)).isEqualTo("the section 'Posts' is full");
    assertThat(filled.obstacle(more)).isEqualTo("The p has its share of the issue already");
    assertThat(filled.obstacle(late)).isEqualTo("the issue is full");
    assertThat(filled.obstacle(lost)).isEqualTo("the issue has no section for it");
  }

  @Test
  void a_slot_stays_empty_rather_than_hold_what_nothing_speaks_for() {
    Source papers = Newsroom.source("p", SourceKind.ARXIV, "papers", 1);
    List<Ranker.Scored> good =
        List.of(scored("a", papers, 3, 1), scored("b", papers, 2, 2), scored("c", papers, 1, 3));
    Ranker.Scored padding = scored("d", SourceKind.BLOG, 0, 4);
    List<Ranker.Scored> four = new ArrayList<>(good);
    four.add(padding);
    SlotFiller filled =
        SlotFiller.fill(new Slots(3, 1, 5, 5, SLOTS.evergreen(), TWO), four, Set.of());
    assertThat(filled.picks()).containsExactlyElementsOf(good.subList(0, 2));
    assertThat(filled.obstacle(padding)).isEqualTo("nothing in it speaks to the audience");
    assertThat(SlotFiller.fill(SLOTS, List.of(good.getFirst(), padding), Set.of()).picks())
        .as("too little speaks to the audience for an issue")
        .containsExactly(good.getFirst(), padding);
  }

  @Test
  void the_best_of_many_alike_does_not_crowd_out_what_differs() {
    List<Ranker.Scored> stories = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      stories.add(scored("alike" + (10 + i), SourceKind.BLOG, 100 - i, 1));
    }
    Ranker.Scored other = scored("other", SourceKind.BLOG, 1, 2);
    stories.add(other);
    assertThat(SlotFiller.fill(SLOTS, stories, Set.of()).picks())
        .containsExactly(stories.getFirst(), other);
  }

  @Test
  void the_archive_gives_only_what_lasts_and_outdoes_half_of_the_week() {
    Ranker.Scored good = scored("good", SourceKind.BLOG, 6, 3);
    Ranker.Scored weak = scored("weak", SourceKind.BLOG, 4, 4);
    Ranker.Scored news = scored("news", SourceKind.NEWS, 9, 5);
    Ranker.Scored second = scored("second", SourceKind.BLOG, 5, 6);
    Ranker.Scored top = scored("top", SourceKind.BLOG, 7, 1);
    Ranker.Scored low = scored("low", SourceKind.BLOG, 3, 2);
    List<Archived> archive =
        List.of(good, weak, news, second).stream()
            .map(one -> new Archived(one.story().primary(), new Week(2026, 7)))
            .toList();
    Evergreens evergreens = new Evergreens(archive, SLOTS.evergreen());
    List<Story> stories = evergreens.stories(List.of(), story -> true);
    assertThat(stories.stream().map(Story::id)).containsExactlyInAnyOrder("good", "weak", "second");

    List<Ranker.Scored> worthy =
        evergreens.worthy(List.of(top, good, second, weak, low), List.of(top, second, low));
    assertThat(ids(worthy)).containsExactly("top", "good", "second", "low");
    assertThat(ids(SlotFiller.fill(SLOTS, worthy, evergreens.ids()).picks()))
        .containsExactly("top", "good");
    assertThat(evergreens.origin(good.story()))
        .isEqualTo("From the archive: of 25 February 2026, a runner-up of 2026-W07.");
    assertThat(new Evergreens(archive, Evergreen.OFF).ids()).isEmpty();
  }

  @Test
  void what_is_up_this_week_or_may_not_be_printed_is_no_evergreen() {
    Ranker.Scored one = scored("one", SourceKind.BLOG, 6, 3);
    Ranker.Scored two = scored("two", SourceKind.BLOG, 6, 4);
    List<Archived> archive =
        List.of(one, two).stream()
            .map(story -> new Archived(story.story().primary(), new Week(2026, 7)))
            .toList();
    Evergreens evergreens = new Evergreens(archive, SLOTS.evergreen());
    assertThat(
            evergreens.stories(List.of(one.story().primary()), story -> !story.id().equals("two")))
        .isEmpty();
    assertThat(evergreens.ids()).isEmpty();
  }

  @Test
  void a_slot_that_its_section_cannot_fill_goes_to_the_best_of_another_where_that_is_wanted() {
    Source paper = Newsroom.source("p", SourceKind.ARXIV, "papers", 1);
    List<Ranker.Scored> stories =
        List.of(
            scored("a", paper, 9, 1),
            scored("b", paper, 8, 2),
            scored("c", paper, 7, 2), // alike
            scored("d", paper, 6, 3),
            scored("e", SourceKind.BLOG, 5, 4),
            scored("f", paper, 4, 5));
    List<SectionRule> sections =
        List.of(
            new SectionRule("papers", "Papers", 2, 0),
            new SectionRule("posts", "Posts", 1, 0),
            new SectionRule("talks", "Talks", 1, 1));
    SlotFiller kept = SlotFiller.fill(new Slots(12, 2, 5, 5, sections), stories, Set.of());
    assertThat(ids(kept.picks())).containsExactly("a", "b", "e");
    SlotFiller spilled =
        SlotFiller.fill(new Slots(12, 2, 5, 5, Evergreen.OFF, true, sections), stories, Set.of());
    assertThat(ids(spilled.picks())).containsExactly("a", "b", "d", "e");
    assertThat(spilled.spilled()).containsExactly("d");
  }

  @Test
  void runners_up_are_of_all_sections_and_no_source_fills_them_alone() {
    Source arxiv = Newsroom.source("arxiv", SourceKind.ARXIV, "papers", 1);
    Source one = Newsroom.source("one", SourceKind.BLOG, "posts", 1);
    List<Ranker.Scored> rest = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rest.add(scored("paper" + (10 + i), arxiv, 90 - i, i));
    }
    for (int i = 0; i < 6; i++) {
      rest.add(scored("one" + i, one, 20 - i, 40 + i));
    }
    rest.add(scored("two", SourceKind.BLOG, 2, 50));
    rest.add(scored("none", Newsroom.source("none", SourceKind.BLOG, "gone", 1), 1, 51));
    Slots slots =
        new Slots(
            3,
            2,
            6,
            12,
            List.of(
                new SectionRule("posts", "Posts", 2, 0),
                new SectionRule("papers", "Papers", 1, 0)));
    List<Ranker.Scored> bench = RunnersUp.bench(slots, rest);
    assertThat(ids(bench))
        .as("best first")
        .containsExactly(
            "paper10", "paper11", "paper12", "paper13", "paper14", "paper15", "paper16", "one0",
            "one1", "one2", "one3", "two");
    assertThat(ids(RunnersUp.alsoSeen(slots, List.of(), bench)))
        .as("in reading order, two of a source")
        .containsExactly("one0", "one1", "two", "paper10", "paper11", "paper12");
    assertThat(RunnersUp.bench(slots, rest.subList(0, 20))).as("one section alone").hasSize(12);
  }

  @Test
  void beside_the_issue_only_what_may_be_shown_stands_and_no_section_fills_it() {
    Source arxiv = Newsroom.source("arxiv", SourceKind.ARXIV, "papers", 1);
    List<Ranker.Scored> bench = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      bench.add(scored("paper" + i, arxiv, 90 - i, i));
    }
    bench.add(scored("post", SourceKind.BLOG, 2, 20));
    bench.add(hidden(scored("hidden", SourceKind.BLOG, 1, 21)));
    List<SectionRule> sections =
        List.of(new SectionRule("posts", "Posts", 1, 0), new SectionRule("papers", "Papers", 1, 0));
    Slots slots = new Slots(2, 2, 8, 12, sections);
    assertThat(ids(RunnersUp.alsoSeen(slots, List.of(), bench)))
        .as("of eight lines papers have four and half again, and one stays empty")
        .containsExactly("post", "paper0", "paper1", "paper2", "paper3", "paper4", "paper5");
    List<Ranker.Scored> poor = bench.stream().map(SlotFillerTest::hidden).toList();
    assertThat(ids(RunnersUp.alsoSeen(slots, List.of(), poor)))
        .as("nothing may be shown: then anything is better than an empty list")
        .contains("post", "hidden");
  }

  @Test
  void beside_the_issue_nothing_repeats_a_pick_or_another_of_the_list() {
    Source arxiv = Newsroom.source("arxiv", SourceKind.ARXIV, "papers", 1);
    List<Ranker.Scored> bench =
        List.of(
            scored("pickAgain", arxiv, 8, 1),
            scored("other", arxiv, 7, 2),
            scored("otherAgain", arxiv, 6, 2));
    Slots slots = new Slots(1, 2, 2, 12, List.of(new SectionRule("papers", "Papers", 1, 0)));
    assertThat(ids(RunnersUp.alsoSeen(slots, List.of(scored("pick", arxiv, 9, 1)), bench)))
        .containsExactly("other");
  }

  private static Ranker.Scored hidden(Ranker.Scored story) {
    return new Ranker.Scored(
        story.story(),
        story.score(),
        story.why(),
        story.vector(),
        story.unwanted(),
        story.parts(),
        story.liking(),
        false,
        null);
  }
}
