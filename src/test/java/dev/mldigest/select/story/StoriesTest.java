package dev.mldigest.select.story;

import static dev.mldigest.select.Newsroom.INSIDE;
import static dev.mldigest.select.Newsroom.blog;
import static dev.mldigest.select.Newsroom.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.Newsroom;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final String ABSTRACT =
      "We present Kestrix, a sparse router for mixtures of experts that keeps load even.";
  private final Candidate paper =
      candidate(
          "a1",
          Newsroom.source("arxiv", SourceKind.ARXIV, "papers", 1),
          "Kestrix: Even Load for Sparse Experts",
          ABSTRACT,
          "http://arxiv.org/abs/2602.01234v2",
          INSIDE);

  @Test
  void a_post_that_links_to_a_paper_joins_its_story_and_the_paper_leads() {
    Candidate post =
        candidate(
            "b1",
            blog("lab"),
            "Our router is out",
            "Read https://arxiv.org/pdf/2602.01234 for all.");
    List<Story> stories = new Stories().group(List.of(post, paper));
    assertThat(stories).hasSize(1);
    assertThat(stories.getFirst().primary()).isEqualTo(paper);
    assertThat(stories.getFirst().members()).containsExactly(paper, post);
  }

  @Test
  void a_roundup_of_several_papers_stays_a_story_of_its_own() {
    Candidate roundup =
        candidate(
            "b2",
            blog("lab"),
            "Papers of the week",
            "https://arxiv.org/abs/2602.01234 and https://arxiv.org/abs/2602.09999 are good.");
    assertThat(new Stories().group(List.of(paper, roundup))).hasSize(2);
  }

  @Test
  void a_readable_report_leads_an_unreadable_one() {
    String link = "https://site.example/x";
    Candidate unread =
        candidate("a", Newsroom.source("s1", SourceKind.BLOG, "posts", 3), "T", null, link, INSIDE);
    Candidate read = candidate("b", blog("s2"), "T", "Some text.", link, INSIDE);
    assertThat(new Stories().group(List.of(unread, read)).getFirst().primary()).isEqualTo(read);
  }

  @Test
  void the_more_trusted_source_leads() {
    String link = "https://site.example/x";
    Candidate plain = candidate("a", blog("s1"), "T", "Some text.", link, INSIDE);
    Candidate trusted =
        candidate(
            "b",
            Newsroom.source("s2", SourceKind.BLOG, "posts", 2),
            "T",
            "Some text.",
            link,
            INSIDE);
    assertThat(new Stories().group(List.of(plain, trusted)).getFirst().primary())
        .isEqualTo(trusted);
  }

  private static Candidate linking(
      String id, SourceKind kind, String title, String text, String page, String to) {
    Source source = Newsroom.source(id, kind, "posts", 1);
    Article plain = Newsroom.article(page, title, text, null);
    Article article = plain.withText(text, text + " [more](" + to + ")", plain.words());
    return new Candidate(candidate(id, source, title, text, page, INSIDE).entry(), source, article);
  }

  @Test
  void a_paper_its_post_its_code_and_its_talk_are_one_story_in_this_order() {
    String abs = "https://arxiv.org/pdf/2602.01234v1";
    String repository = "https://github.com/kestrix/router";
    Candidate code =
        linking(
            "c",
            SourceKind.GITHUB,
            "kestrix/router 1.0",
            "Kestrix sparse experts in code.",
            repository,
            abs);
    Candidate post =
        linking(
            "d",
            SourceKind.BLOG,
            "Even load at last",
            "Our sparse router for experts.",
            "https://lab.example/even",
            abs);
    Candidate talk =
        linking(
            "e",
            SourceKind.YOUTUBE,
            "A talk",
            "How kestrix/router does it, recorded.",
            "https://video.example/watch?v=1",
            repository);
    List<Story> stories = new Stories().group(List.of(talk, code, post, paper));
    assertThat(stories).hasSize(1);
    assertThat(stories.getFirst().members()).containsExactly(paper, post, code, talk);
  }

  @Test
  void a_link_in_passing_makes_no_story() {
    Candidate post =
        linking(
            "d",
            SourceKind.BLOG,
            "What I ate",
            "Soup and bread, and a walk by the river.",
            "https://lab.example/soup",
            "https://arxiv.org/abs/2602.01234");
    assertThat(new Stories().group(List.of(post, paper))).hasSize(2);
  }

  @Test
  void copies_posted_links_and_a_publishers_own_repeats_are_no_independent_reports() {
    String text = "Arden said in Cardiff that Plum answers in Welsh and Basque. ".repeat(6);
    Candidate one = at("a", SourceKind.NEWS, "https://www.paper.example/1", text);
    Candidate own = at("b", SourceKind.NEWS, "https://tech.paper.example/2", text + "Again.");
    Candidate copy = at("c", SourceKind.NEWS, "https://wire.test/1", text);
    Candidate posted = at("d", SourceKind.HACKER_NEWS, "https://forum.test/1", "Worth reading.");
    Candidate other = at("e", SourceKind.BLOG, "https://ann.substack.com/p/1", "My own words.");
    Candidate third = at("f", SourceKind.BLOG, "https://ben.substack.com/p/1", "My other words.");
    assertThat(Reports.independent(story(one, own, copy, posted))).isEqualTo(1);
    assertThat(Reports.independent(story(one, own, copy, posted, other, third))).isEqualTo(3);
  }

  @Test
  void the_newsroom_that_the_others_lead_to_leads_the_story_and_not_the_earliest_of_them() {
    String made = "https://arden.example/news/plum";
    Candidate origin =
        linking(
            "a",
            SourceKind.NEWS,
            "Plum answers in Welsh",
            "We made it.",
            made,
            "https://x.example/");
    Candidate early =
        linking(
            "b", SourceKind.BLOG, "Plum in Welsh", "A lab made it.", "https://b.example/1", made);
    Candidate other =
        linking("c", SourceKind.NEWS, "Welsh at last", "It is there.", "https://c.example/1", made);
    assertThat(Reports.inOrder(List.of(early, other, origin)).getFirst()).isEqualTo(origin);
  }

  @Test
  void a_copy_in_changed_words_loses_to_what_was_there_before() {
    String text = words(0, 300);
    Candidate original = at("z", SourceKind.NEWS, "https://first.example/1", text);
    Candidate spun =
        candidate(
            "a",
            Newsroom.source("a", SourceKind.BLOG, "posts", 2),
            "T",
            text.replaceAll("(word\\d*0) ", "other ") + words(900, 200),
            "https://spun.example/1",
            INSIDE.plusSeconds(60));
    assertThat(Reports.inOrder(List.of(spun, original))).containsExactly(original, spun);
    assertThat(Reports.independent(story(original, spun))).isEqualTo(1);
  }

  private static String words(int from, int count) {
    return java.util.stream.IntStream.range(from, from + count)
        .mapToObj(i -> "word" + i + " ")
        .collect(java.util.stream.Collectors.joining());
  }

  @Test
  void who_reported_a_story_is_named_as_often_as_it_is_counted() {
    Candidate one = at("a", SourceKind.BLOG, "https://lab.example/1", "We made it.");
    Candidate posted = at("d", SourceKind.HACKER_NEWS, "https://forum.test/1", "Worth reading.");
    Candidate wired = at("b", SourceKind.NEWS, "https://www.first.example/2", "A lab made it.");
    Candidate other =
        at("c", SourceKind.NEWS, "https://second.example/2", "The lab has made it at last.");
    Candidate again = new Candidate(other.entry(), wired.source(), other.article());
    Story told = story(one, posted, wired, again);
    assertThat(Reports.others(told)).containsExactly("The b", "The b (second.example)");
    assertThat(Reports.independent(told)).isEqualTo(3);
  }

  @Test
  void tenants_of_one_host_are_publishers_of_their_own() {
    for (String host : List.of("%s.gov.au", "%s.ghost.io", "%s.hf.space", "www.%s.github.io")) {
      Candidate one = at("a", SourceKind.BLOG, "https://" + host.formatted("ann") + "/1", "Mine.");
      Candidate other = at("b", SourceKind.BLOG, "https://" + host.formatted("ben") + "/1", "Own.");
      assertThat(Reports.independent(story(one, other))).as(host).isEqualTo(2);
    }
  }

  private static Candidate at(String id, SourceKind kind, String link, String text) {
    return candidate(id, Newsroom.source(id, kind, "posts", 1), "T", text, link, INSIDE);
  }

  private static Story story(Candidate... members) {
    return new Story(members[0].id(), members[0], List.of(members));
  }
}
