package dev.mldigest.summarise.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.summarise.offline.OfflineSummariser.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThirdPersonTest {
  private static final Speaker HOUSE = new Speaker("Owlworks", Speaker.Kind.HOUSE);
  private static final Speaker ADA = new Speaker("Ada Example", Speaker.Kind.PERSON);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "We train 40 proxies and then we test twelve of our models. ; The authors train 40 proxies"
            + " and then they test twelve of their models.",
        "Our method apply-tests what we also apply to owls. ; The method apply-tests what the"
            + " authors also apply to owls.",
        "In this setting it allows us to read our own logs. ; In this setting it allows the authors"
            + " to read their own logs.",
        "This advances our understanding of owls, as we show. ; This advances our understanding of"
            + " owls, as the authors show.",
        "The Phase I of the trial ended in the US in May. ; The Phase I of the trial ended in the"
            + " US in May.",
      })
  void of_a_paper_we_are_the_authors(String said, String told) {
    assertThat(new ThirdPerson(Speaker.AUTHORS, true).of(said)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Today, we’re releasing OwlNet, our fastest model yet. ; Owlworks is releasing OwlNet, its"
            + " fastest model yet.",
        "We're thrilled to announce OwlNet for all of our customers. ; Owlworks announces OwlNet"
            + " for all of its customers.",
        "Today we're announcing that Owlworks is acquiring Barn. ; Owlworks is acquiring Barn.",
        "We have also moved our nests to a new forest. ; Owlworks has also moved its nests to a new"
            + " forest.",
        "We built a nest and are moving our owls into it. ; The team built a nest and are moving"
            + " their owls into it.",
        "At Owlworks, we built a nest for nine owls. ; Owlworks built a nest for nine owls.",
        "OwlNet is the newest of our models. ; OwlNet is the newest of Owlworks’ models.",
        "Founded in May, Our Own Nest grew fast. ; Founded in May, Our Own Nest grew fast.",
      })
  void on_its_own_pages_a_house_speaks_for_itself(String said, String told) {
    assertThat(new ThirdPerson(HOUSE, false).of(said)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "I've been moving all my owls, and I am glad that I did. ; The author has been moving all"
            + " their owls, and they are glad that they did.",
        "Last week I wrote a driver that I no longer need. ; Last week the author wrote a driver"
            + " that they no longer need.",
        "I think that my owls sleep too long by day. ; The author thinks that their owls sleep too"
            + " long by day.",
      })
  void one_writer_is_named_once_and_they_from_there_on(String said, String told) {
    Speaker author = new Speaker("the author", Speaker.Kind.PERSON);
    assertThat(new ThirdPerson(author, false).of(said)).contains(told);
    assertThat(new ThirdPerson(ADA, false).of(said)).as("is quoted").isEmpty();
  }

  @Test
  void of_two_things_that_a_house_does_the_first_is_told() {
    assertThat(
            new ThirdPerson(HOUSE, false)
                .of("We built a nest of oak for nine old owls and are moving our owls into it."))
        .contains("Owlworks built a nest of oak for nine old owls.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "There is no way that we are ever going to be able to patch all of the holes.",
        "As a field we need to talk about what owls want.",
        "Let's see how we built the nest in nine days.",
        "I feed the owls at night and describe what they eat.",
        "We put the owls into a new nest last year.",
        "We live in a world of owls that nobody has counted.",
      })
  void where_it_is_not_plain_who_or_when_nothing_is_said_in_the_third_person(String said) {
    assertThat(new ThirdPerson(said.startsWith("I") ? ADA : HOUSE, false).of(said)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "The authors train 40 proxies. ; true",
        "The authors train 41 proxies. ; false",
        "The authors do not train 40 proxies. ; false",
        "Owlworks train 40 proxies. ; false",
        "The authors train proxies. ; false",
        "The authors trained 40 proxies. ; false",
        "The authors write: “We train 40 proxies.” ; true",
        "The authors write: “We train 41 proxies.” ; false",
      })
  void a_retelling_is_proven_word_by_word(String told, boolean holds) {
    assertThat(Retelling.isOf(told, "We train 40 proxies.", Speaker.AUTHORS)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "We propose a count of owls by their calls. ; ; The paper proposes a count of owls by their"
            + " calls.",
        "We show that our count is right in nine nests. ; ; The paper shows that the count is right"
            + " in nine nests.",
        "We show that owls sleep. ; The paper proposes a count. ; The authors show that owls"
            + " sleep.",
        "We train 40 proxies by night. ; The authors find owls. ; They train 40 proxies by night.",
        "We find that owls sleep when we sing to them. ; ; The authors find that owls sleep when"
            + " they sing to them.",
      })
  void of_a_paper_the_paper_tells_and_no_subject_comes_twice(
      String said, String before, String told) {
    String read = before == null ? "" : before;
    assertThat(new ThirdPerson(Speaker.AUTHORS, true).of(said, read)).contains(told);
  }

  @Test
  void who_was_named_is_called_by_the_last_name() {
    assertThat(new ThirdPerson(ADA, false).of("I think owls sleep.", "Ada Example moved."))
        .contains("Example thinks owls sleep.");
    assertThat(new ThirdPerson(Speaker.TEAM, false).of("We built a nest.", "The team moved."))
        .contains("They built a nest.");
  }

  @Test
  void who_speaks_is_told_by_the_page_and_the_byline_and_by_nothing_else() {
    Writer news = new Writer("Owlworks News", "https://www.owlworks.ai/news/x", true, "");
    Writer blog = new Writer("Owlworks Blog", "https://blog.owlworks.ai/x", false, "");
    Writer shared =
        new Writer("Substack reads", "https://ada.substack.com/p/x", false, "Ada Example");
    assertThat(Speaker.of(news, "", "We moved.", false)).isEqualTo(HOUSE);
    assertThat(Speaker.of(blog, "", "We moved.", false))
        .as("guests write too")
        .isEqualTo(Speaker.TEAM);
    assertThat(Speaker.of(blog, "Owlworks 0.4: more owls", "We moved.", false)).isEqualTo(HOUSE);
    assertThat(Speaker.of(blog, "How we count with Owlworks", "We moved.", false))
        .isEqualTo(Speaker.TEAM);
    assertThat(Speaker.of(blog, "", "Here at Owlworks, we moved.", false)).isEqualTo(HOUSE);
    assertThat(Speaker.of(shared, "", "We moved.", false)).isEqualTo(ADA);
    assertThat(Speaker.of(news, "", "I moved my nest, I did.", false).name())
        .isEqualTo("the author");
    Writer own = new Writer("Ada Example’s Notes", "https://owls.example.org/x", false, "");
    assertThat(Speaker.of(own, "", "I moved my nest, I did.", false)).isEqualTo(ADA);
    assertThat(Speaker.of(news, "", "We moved.", true)).isEqualTo(Speaker.AUTHORS);
  }

  @Test
  void what_only_its_writer_can_say_is_a_quotation() {
    String essay =
        "The holes in the old nest of the owls are many, and nobody has counted all of them yet. "
            + "There is no way that we are ever going to be able to patch all of the holes.";
    Writer writer = new Writer("Reads", "https://ada.substack.com/p/x", false, "Ada Example");
    assertThat(
            new OfflineSummariser()
                .summarise(
                    new OfflineSummariser.Report(
                        "No way to patch holes", essay, "", false, Furniture.NONE, writer))
                .sentences())
        .anySatisfy(sentence -> {
          assertThat(sentence.text())
              .isEqualTo(
                  "Ada Example writes: “There is no way that we are ever going to be able to patch"
                      + " all of the holes.”");
          assertThat(sentence.evidence().getFirst().quote()).startsWith("There is no way");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "00:00 the trace, 09:30 four kinds of waste, 21:00 health checks, 30:15 packing.",
        "In 14 of them the sign of the result was not confirmed by the experiment online.",
        "Measured by arithmetic that contributed to a result, it was 38% idle all the time.",
        "That post will cover how to build an agent that reads what owls leave behind.",
      })
  void chapter_marks_and_pieces_of_a_page_open_no_summary(String sentence) {
    assertThat(Discourse.isTorn(sentence) || Discourse.pointsBack(sentence)).isTrue();
    assertThat(Discourse.isTorn("Ben takes the train at 1:34 PM and arrives at 6:55 PM in May."))
        .isFalse();
  }
}
