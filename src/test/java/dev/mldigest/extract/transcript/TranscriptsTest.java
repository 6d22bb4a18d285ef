package dev.mldigest.extract.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TranscriptsTest {
  private static String text(String type, String body) {
    ExtractOutcome outcome = read(type, body.getBytes(StandardCharsets.UTF_8));
    return outcome instanceof ExtractOutcome.Extracted(Article article) ? article.text() : "";
  }

  private static ExtractOutcome read(String type, byte[] body) {
    return Transcripts.read(
        body,
        "application/octet-stream",
        new Enclosure("https://p.example/t", type, null),
        "https://p.example/1",
        "Episode",
        PageKind.PODCAST);
  }

  @Test
  void web_vtt_loses_times_numbers_notes_and_tags_and_keeps_who_speaks() {
    assertThat(
            text(
                "text/vtt",
                """
                WEBVTT - Episode

                NOTE made by hand
                over two lines

                STYLE
                ::cue { color: red }

                1
                00:00:01.000 --> 00:00:04.000 align:start
                <v Ada Lovelace>Welcome to the <i>show</i>.

                2
                00:04.000 --> 00:06.000
                <v Ada Lovelace>Today: quantisation &amp; pruning.

                00:06.000 --> 00:08.000
                <v.loud Bob>Thanks<00:00:07.000> for having me.
                """))
        .isEqualTo(
            "Ada Lovelace: Welcome to the show. Today: quantisation & pruning.\n"
                + "Bob: Thanks for having me.");
  }

  @Test
  void captions_that_roll_are_said_once() {
    assertThat(
            text(
                "text/vtt",
                """
                WEBVTT

                00:01.000 --> 00:02.000
                we looked at

                00:02.000 --> 00:03.000
                we looked at
                the attention kernels

                00:03.000 --> 00:04.000
                the attention kernels
                and they were slow
                """))
        .isEqualTo("we looked at the attention kernels and they were slow");
  }

  @Test
  void a_transcript_of_more_than_six_hundred_thousand_values_is_none() {
    String one = "{\"segments\":[{\"speaker\":\"Ada\",\"body\":\"One thing.\"}],\"x\":[%s0]}";
    assertThat(text("application/json", one.formatted("[],".repeat(10)))).contains("One thing.");
    assertThat(text("application/json", one.formatted("[],".repeat(310_000))))
        .doesNotContain("One thing.");
  }

  @Test
  void sub_rip_and_the_podcast_json_give_the_same_words() {
    String srt =
        """
        1
        00:00:01,000 --> 00:00:02,000
        Ada: One thing.

        2
        00:00:02,000 --> 00:00:03,000
        Bob: {\\an8}Another <b>thing</b>.
        """
            .replace("\n", "\r\n");
    String json =
        """
        {"version":"1.0.0","segments":[{"speaker":"Ada","startTime":1,"endTime":2,"body":"One thing."},
        {"speaker":"Bob","startTime":2,"body":"Another\\n thing."},{"body":null},7]}\
        """;
    assertThat(text("application/x-subrip", srt)).isEqualTo("Ada: One thing.\nBob: Another thing.");
    assertThat(text("application/json", json)).isEqualTo("Ada: One thing.\nBob: Another thing.");
    assertThat(text("text/plain", json)).as("mislabelled").contains("Another thing.");
  }

  @Test
  void html_and_plain_text_keep_their_words() {
    assertThat(
            text(
                "text/html",
                "<cite>Ada:</cite><time>0:01</time><p>One thing.</p><script>x()</script>"))
        .isEqualTo("Ada: One thing.");
    assertThat(text("text/plain", "One thing.\n\nAnother.")).isEqualTo("One thing. Another.");
  }

  @Test
  void long_talks_are_parted_into_paragraphs_at_the_ends_of_sentences() {
    assertThat(text("text/plain", numbered()).split("\n", -1))
        .hasSizeGreaterThan(3)
        .allMatch(paragraph -> paragraph.length() < 1_100 && paragraph.endsWith("."));
  }

  private static String numbered() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("And so it went on and on with more of it, number ").append(i).append(".\n");
    }
    return text.toString();
  }

  @Test
  void what_was_said_is_no_markup() {
    ExtractOutcome outcome =
        read("text/plain", "Look [here](http://x.example) *now*".getBytes(StandardCharsets.UTF_8));
    assertThat(((ExtractOutcome.Extracted) outcome).article().markdown())
        .isEqualTo("Look \\[here\\](http://x.example) \\*now\\*");
  }

  @Test
  void nothing_and_nonsense_are_values() {
    for (String body :
        List.of("", "WEBVTT", "{", "[".repeat(200_000), "<", "-->\n-->\n", "<v ".repeat(100_000))) {
      assertThat(read("text/vtt", body.getBytes(StandardCharsets.UTF_8))).isNotNull();
    }
    assertThat(read("text/vtt", new byte[0])).isInstanceOf(ExtractOutcome.Unreadable.class);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      assertThat(read("text/vtt", bytes)).isNotNull();
    }
    String line = "00:01.000 --> 00:02.000\n" + "<a".repeat(2_000_000) + "\n";
    assertThat(read("text/vtt", ("WEBVTT\n\n" + line).getBytes(StandardCharsets.UTF_8)))
        .isNotNull();
  }

  @Test
  void words_of_nested_elements_are_said_once_and_no_more_than_fit() {
    assertThat(
            text(
                "text/html",
                "<ul><li>One<ul><li>two<ul><li>three</ul>four</ul><li><b>five</b></ul><time>1</time>"))
        .isEqualTo("One two three four five");
    String nested =
        IntStream.range(0, 30_000).mapToObj(i -> "<ul><li>word" + i).collect(Collectors.joining());
    assertThat(text("text/html", nested)).contains("word29999").hasSizeLessThan(400_000);
    String longer =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "<p>" + i + " word".repeat(200))
            .collect(Collectors.joining());
    assertThat(text("text/html", longer).length()).isBetween(300_000, 400_000);
    assertThat(text("text/html", "<body>One<br>Ada: two<head>three")).contains("One", "Ada: two");
  }

  @Test
  void a_talk_in_one_line_keeps_all_its_words() {
    String talk = "and so on it went ".repeat(3_000).strip() + " to the end.";
    assertThat(text("text/plain", talk).replace('\n', ' ')).isEqualTo(talk);
  }

  @Test
  void files_of_unknown_types_are_left_and_the_best_form_comes_first() {
    assertThat(
            Transcripts.bestFirst(
                    List.of(
                        new Enclosure("a", "text/plain", null),
                        new Enclosure("b", "application/pdf", null),
                        new Enclosure("c", "application/srt", null),
                        new Enclosure("d", "text/vtt; charset=utf-8", null)))
                .stream()
                .map(Enclosure::url))
        .containsExactly("d", "c", "a");
  }

  @Test
  void the_times_of_a_plain_transcript_are_not_what_was_said() {
    String written =
        "[00:00:01] We met at 10:30 by the stair.\n0:07 - The gauge had stopped.\nAda Sample 0:12\n"
            + "(00:15) Nobody knew why.";
    for (String type : new String[] {"text/plain", "plain/txt"}) {
      assertThat(text(type, written))
          .contains(
              "We met at 10:30 by the stair.", "The gauge had stopped.", "Ada Sample", "Nobody")
          .doesNotContain("00:", "0:07", "0:12");
    }
    assertThat(text("text/plain", "10:30 was the hour.\n\nIt rained."))
        .contains("10:30 was the hour.");
  }
}
