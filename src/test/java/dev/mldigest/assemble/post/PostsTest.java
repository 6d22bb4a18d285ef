package dev.mldigest.assemble.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PostsTest {
  private static final String WORDS =
      "A sentence of the usual length that says what the work is and why. ".repeat(6);
  private static final String ITEM =
      "### [A title](https://e.org/a)\n\n*S · 1 May*\n\nOne. Two.\n\n";

  private static List<String> posts(Network network, String markdown) {
    return Posts.of(network, markdown, "Also seen");
  }

  @ParameterizedTest
  @EnumSource
  void every_item_is_told_once_within_the_limit_and_in_order(Network network) {
    String digest = new DigestMarkdown().render(Issues.numbered(40, WORDS));
    List<String> posts = posts(network, digest);
    assertThat(posts).allMatch(post -> network.size(post) <= network.most());
    String all = String.join("\n", posts);
    assertThat(Pattern.compile("https://example.org/item\\d+").matcher(all).results())
        .hasSize(40)
        .doesNotHaveDuplicates();
    assertThat(posts.getLast()).endsWith("\n" + posts.size() + "/" + posts.size());
    for (int i = 0; i < 40; i++) {
      String title = "Title " + (i < 20 ? 2 * i : 2 * (i - 20) + 1);
      assertThat(posts).as(title).filteredOn(post -> holds(network, post, title)).hasSize(1);
    }
  }

  /** A post that holds an item's title holds its link too. */
  private static boolean holds(Network network, String post, String title) {
    boolean held = Pattern.compile("\\b" + title + "\\b").matcher(network.shown(post)).find();
    if (held) {
      assertThat(post).contains("/item" + title.substring(6));
    }
    return held;
  }

  @Test
  void one_post_has_no_number_and_several_are_told_apart_again() {
    assertThat(posts(Network.DISCORD, ITEM))
        .containsExactly("**[A title](<https://e.org/a>)**\n*S · 1 May*\n\nOne. Two.");
    List<String> many = posts(Network.BLUESKY, ITEM + ITEM.replace("/a", "/b"));
    assertThat(many)
        .containsExactly(
            "A title\n\nOne. Two.\n\nhttps://e.org/a\n1/2",
            "A title\n\nOne. Two.\n\nhttps://e.org/b\n2/2");
    assertThat(Posts.parts(Posts.joined(many))).isEqualTo(many);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SLACK | *<https://e.org/a|Q&amp;A &lt;b&gt; ∗x∗>*",
        "DISCORD | **[Q&A \\<\u2060b\\> \\*x\\*](<https://e.org/a>)**",
        "TELEGRAM | <b><a href=\"https://e.org/a\">Q&amp;A &lt;b&gt; *x*</a></b>",
        "MASTODON | Q&A <b> *x*",
        "BLUESKY | Q&A <b> *x*",
      })
  void each_service_escapes_what_it_would_act_on(Network network, String begin) {
    assertThat(posts(network, "### [Q&A \\<b> \\*x\\*](https://e.org/a)\n\nWords.\n").getFirst())
        .startsWith(begin);
  }

  @ParameterizedTest
  @EnumSource
  void mentions_tags_and_bare_hosts_act_on_nothing(Network network) {
    String post =
        posts(network, "### [A](https://e.org/a)\n\n@\u200beveryone @here #tag evil.com x\n")
            .getFirst();
    assertThat(post).doesNotContain("@everyone", "@here");
    if (network != Network.DISCORD) {
      assertThat(post).doesNotContain("#tag");
    }
    if (network != Network.DISCORD && network != Network.MASTODON) {
      assertThat(post).doesNotContain("evil.com");
    }
    assertThat(network.shown(post)).contains("@here #tag evil.com");
  }

  @Test
  void sizes_are_counted_as_the_services_count() {
    String address = "https://e.org/" + "x".repeat(100);
    assertThat(Network.MASTODON.size("a " + address + " 👩‍👩‍👧")).isEqualTo(27);
    assertThat(Network.BLUESKY.size("e\u0301👩‍👩‍👧")).as("bytes count too").isEqualTo(3);
    assertThat(Network.BLUESKY.size("é你")).isEqualTo(2);
    assertThat(Network.TELEGRAM.size("<b>&amp;🚀</b>")).isEqualTo(3);
    assertThat(Network.SLACK.size("&amp;")).isEqualTo(5);
    assertThat(Network.TELEGRAM.size("<i>x</i>".repeat(101))).isGreaterThan(4_096);
  }

  @ParameterizedTest
  @EnumSource
  void a_slot_keeps_its_label_in_each_post(Network network) {
    String digest =
        ITEM + "> **Sponsor**\n>\n> " + "Buy it now. ".repeat(1_300) + "\n\n" + ITEM + "\nOwn.\n";
    List<String> posts = posts(network, digest);
    assertThat(posts).allMatch(post -> network.size(post) <= network.most());
    assertThat(posts)
        .filteredOn(post -> post.contains("Buy it"))
        .hasSizeGreaterThan(1)
        .allMatch(post -> network.shown(post).contains("Sponsor"));
    assertThat(String.join(" ", posts).split("now\\.", -1)).hasSize(1_301);
  }

  @ParameterizedTest
  @EnumSource
  void what_the_editor_wrote_between_items_is_told_whole(Network network) {
    String own = "My own words stand here and go on for a while. ".repeat(12).strip();
    String digest =
        "# T\n\nIntro.\n\nMine too.\n\n## Papers\n\nOf the section.\n\n"
            + ITEM
            + own
            + "\n\n"
            + "- one\n"
            + "- two\n\n"
            + "1. first\n\n"
            + "> said\n\n"
            + "```\n"
            + "code\n"
            + "```\n\n"
            + "| a | b |\n"
            + "|--|--|\n"
            + "| c | d |\n\n"
            + ITEM;
    String all =
        String.join(" ", posts(network, digest).stream().map(network::shown).toList())
            .replaceAll("\\s\\d+/\\d+(?=\\s|$)", "")
            .replaceAll("\\s+", " ");
    assertThat(all)
        .contains(own, "Mine too.", "Of the section.", "• one", "• two", "1. first", "said", "code")
        .contains("c · d");
  }

  @ParameterizedTest
  @EnumSource
  void a_footnote_is_read_where_it_is_referred_to(Network network) {
    String digest = "### [A](https://e.org/a)\n\nSo[^1].\n\n[^1]: On page 3.\n";
    assertThat(network.shown(posts(network, digest).getFirst())).contains("So (On page 3.).");
  }

  @ParameterizedTest
  @EnumSource
  void no_link_is_cut_and_an_endless_one_is_left_out(Network network) {
    String address = "https://e.org/" + "y".repeat(180);
    String digest = "### [" + "title ".repeat(60).strip() + "](" + address + ")\n\nWords.\n";
    List<String> posts = posts(network, digest);
    assertThat(posts).allMatch(post -> network.size(post) <= network.most());
    assertThat(String.join("\n", posts)).contains(address);
    String endless = digest.replace(address, "https://e.org/" + "z".repeat(3_900));
    List<String> without = posts(network, endless);
    assertThat(without).allMatch(post -> network.size(post) <= network.most());
    assertThat(String.join(" ", without)).contains("title title");
  }

  @Test
  void an_address_ends_where_it_ends() {
    assertThat(Plain.address("https://e.org/a.")).isEqualTo("https://e.org/a%2E");
    assertThat(Plain.address("https://e.org/a/")).isEqualTo("https://e.org/a/");
  }
}
