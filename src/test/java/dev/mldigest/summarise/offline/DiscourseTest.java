package dev.mldigest.summarise.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscourseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "We tested it on four machines in the cellar.",
        "By the time it arrives, the harvest is over.",
        "The second lamp improves on both methods by a third.",
        "Growers in the north adopted such a rule last year.",
        "The method reaches 71 percent on the harbour set.",
        "Our study challenges that view by counting every boat.",
        "In November, they sold the first hundred lamps.",
        "For instance, a lamp of glass lasts two winters.",
        "Some of these were older than the harbour itself.",
        "The answer is a smaller boat with a larger sail.",
        "The latter needs twice the fuel of a sailing boat.",
        "Because they grow slowly, pines make the better mast.",
        "The nets were mended by hand, and the sails too.",
        "The first crew sank, and the rest rowed home.",
        "Moving it to the stern lowered the cost of a voyage by a third.",
        "Combining both halves the number of lamps and finds 92 percent of the boats.",
        "The cold gain, told in crowns, came to 0.2 percent.",
        "By doing so, the harbour saved two winters of wood.",
        "Painting the hull again comes fifth, and nobody got there.",
        "Sails of tar, however, tear in the first storm.",
        "To win the race in June, it needs a new sail.",
        "Some offer two decks, so their keepers sleep on board.",
      })
  void a_sentence_that_needs_another_one_points_back(String sentence) {
    assertThat(Discourse.pointsBack(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As shown in Figure 2, the error falls by half.",
        "The table below lists all harbours of the coast.",
        "As mentioned above, the harbour freezes in January.",
        "According to the count cited above, the harbour freezes in January.",
        "The following harbours are free of ice.",
        "Below are the six harbours that freeze.",
        "In this post, we explore how harbours freeze.",
        "Not anymore with the newly built ice breaker.",
        "In the previous section we counted the boats.",
        "The harbour has three kinds of boats:",
        "So the harbour master wrote a letter to the king…",
        "Dear friends of the harbour, the winter has come again.",
      })
  void a_figure_a_place_on_the_page_and_a_piece_stand_beside_no_neighbour(String sentence) {
    assertThat(Discourse.isTorn(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We show that a smaller sail is faster in a storm.",
        "This position paper asks who may fish in the bay.",
        "Frameworks such as nets and lines catch the same fish.",
        "Boats that are painted with tar last for both winters and summers.",
        "The problem of frozen harbours costs the coast 3 million crowns a year.",
        "Lamps are lit by those who own the quay.",
        "The new lamp burns twice as long, and it needs less oil.",
        "The rest of the fleet stayed at home.",
        "This week the harbour opened its second quay.",
        "Sails that catch the wind early lead the race.",
        "Combining both nets and lines catches twice the fish.",
        "The effect of tar on boats was small.",
        "To sail at once, the crew took a boat, and once at sea, it leaked.",
        "Making it easy to moor was the point of the new quay.",
      })
  void a_sentence_that_names_what_it_speaks_of_stands_alone(String sentence) {
    assertThat(Discourse.pointsBack(sentence)).isFalse();
    assertThat(Discourse.isTorn(sentence)).isFalse();
  }

  @Test
  void what_the_title_names_may_be_spoken_of() {
    String sentence = "The router reaches 2 GB a second.";
    assertThat(Discourse.pointsBack(sentence)).isTrue();
    assertThat(Discourse.pointsBack(sentence, Set.of("router"))).isFalse();
  }
}
