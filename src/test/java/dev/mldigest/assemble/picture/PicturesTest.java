package dev.mldigest.assemble.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.picture.SourceWeeks.OneWeek;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Explanation.Part;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PicturesTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant MONDAY = Instant.parse("2025-12-08T06:00:00Z");
  private static final String LONG = "a name that goes on and on ".repeat(40);
  private static final String CHINESE = "大规模语言模型的推理能力研究".repeat(20);
  private static final String MARKS = "e" + "\u0301".repeat(500);

  @Test
  void the_funnel_tells_its_stages_and_what_became_of_each_entry() {
    Scene scene =
        Pictures.funnel(
            new Funnel(
                2776,
                2600,
                2057,
                12,
                List.of(new Funnel.Count("picked", 12), new Funnel.Count("low rank", 2764))));

    assertThat(scene.description())
        .isEqualTo(
            "2,776 entries fetched, 2,600 stories unique, 2,057 ranked, 12 picked."
                + " Of the entries: 2,764 low rank, 12 picked.");
    assertThat(scene.table().rows())
        .contains(List.of("picked", "12", "under 1 %"), List.of("unique", "2,600", "94 %"));
  }

  @Test
  void the_funnels_bars_have_one_scale() {
    Scene scene = Pictures.funnel(new Funnel(1000, 500, 250, 125, List.of()));

    assertThat(bars(scene)).extracting(Mark.Bar::width).containsExactly(480.0, 240.0, 120.0, 60.0);
  }

  @Test
  void topics_stand_for_the_last_twelve_issues_with_the_newest_at_the_right() {
    Map<Week, Map<String, Integer>> items = new LinkedHashMap<>();
    IntStream.rangeClosed(30, 45)
        .forEach(week -> items.put(new Week(2025, week), Map.of("Papers", week % 3)));

    Scene scene = Pictures.topics(items);

    assertThat(scene.title()).isEqualTo("Topics of the last 12 issues");
    assertThat(scene.table().head()).hasSize(13).contains("2025-W34", "2025-W45");
    assertThat(scene.description()).contains("Papers 12 items (0 in 2025-W45)");
    assertThat(scene.table().rows().getFirst()).startsWith("Papers", "1", "2", "0");
  }

  @Test
  void what_readers_see_is_told_in_the_words_of_the_issue() {
    Labels german =
        new Labels(
            "de",
            true,
            Map.of(
                "picture-funnel", "Vom Gelesenen zum Gewählten",
                "fetched", "gelesen",
                "unique", "verschieden",
                "ranked", "verglichen",
                "picked", "gewählt",
                "picture-topics", "Beiträge nach Thema"));
    Scene funnel =
        Pictures.funnel(
            new Funnel(40, 30, 20, 10, List.of(new Funnel.Count("low rank", 30))), german);
    assertThat(funnel.alternative())
        .isEqualTo(
            "Vom Gelesenen zum Gewählten. gelesen 40, verschieden 30, verglichen 20, gewählt 10.");
    Scene topics = Pictures.topics(Map.of(new Week(2025, 45), Map.of("Aufsätze", 3)), german);
    assertThat(topics.alternative())
        .isEqualTo("Beiträge nach Thema. 2025-W45 – 2025-W45: Aufsätze 3 (3: 2025-W45).");
    for (Scene scene : List.of(funnel, topics)) {
      assertThat(Svg.of(scene))
          .doesNotContainPattern("(?i)\\b(?:items?|entries|issues?|low rank|picked|topic)\\b");
    }
    Label[] words = {Label.PICTURE_TOPICS};
    assertThat(Pictures.tell(german, words)).isTrue();
    assertThat(Pictures.tell(new Labels("de", true, Map.of()), words)).isFalse();
    assertThat(Pictures.tell(Labels.ENGLISH, words)).isTrue();
  }

  @Test
  void a_source_that_cannot_be_read_comes_first_with_a_cross_and_is_named_in_words() {
    Scene scene =
        Pictures.sources(
            List.of(
                source("Loud", 50, false),
                source("Dead Letters", 0, true),
                source("Calm", 2, false)));

    assertThat(scene.description())
        .isEqualTo(
            "3 sources. Not read in the last week: Dead Letters. Entries: Dead Letters 0, Loud 100,"
                + " Calm 4.");
    assertThat(scene.marks()).anyMatch(Mark.Cross.class::isInstance);
    assertThat(scene.table().rows().getFirst()).containsExactly("Dead Letters", "0", "not read");
  }

  @Test
  void a_story_is_told_in_the_order_in_which_it_was_reported() {
    Scene scene =
        Pictures.story(
            "A release",
            List.of(
                new Report("The Gazette", MONDAY.plusSeconds(7200), false),
                new Report("The lab itself", MONDAY, true)),
            ZONE);

    assertThat(scene.description())
        .isEqualTo(
            "A release: 2 reports of 2 sources within 2 hours: The lab itself (linked) 8 Dec,"
                + " 07:00; The Gazette 8 Dec, 09:00.");
  }

  static Stream<Scene> extremes() {
    List<OneWeek> none = List.of();
    return Stream.of(LONG, CHINESE, MARKS, "", "<b>&amp;")
        .flatMap(name ->
            Stream.of(
                Pictures.waterfall(1e300, List.of(new Part(name, 1e300), new Part(name, -1e299))),
                Pictures.funnel(
                    new Funnel(0, 3, Integer.MAX_VALUE, 1, List.of(new Funnel.Count(name, 9)))),
                Pictures.funnel(new Funnel(0, 0, 0, 0, List.of())),
                Pictures.topics(Map.of()),
                Pictures.topics(Map.of(new Week(2025, 1), Map.of())),
                Pictures.topics(many(name)),
                Pictures.sources(List.of()),
                Pictures.sources(List.of(new SourceWeeks(name, none), source(name, 1, true))),
                Pictures.sources(
                    IntStream.range(0, 300).mapToObj(i -> source(name, i, i % 7 == 0)).toList()),
                Pictures.story(name, List.of(), ZONE),
                Pictures.story(name, List.of(new Report(name, MONDAY, false)), ZONE),
                Pictures.story(
                    name,
                    IntStream.range(0, 99)
                        .mapToObj(
                            i -> new Report(name + i, MONDAY.plusSeconds((long) i * i), i == 3))
                        .toList(),
                    ZONE)));
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void nothing_and_too_much_stay_within_the_picture_and_are_told(Scene scene) {
    Rectangle2D frame = new Rectangle2D.Double(0, 0, scene.width(), scene.height());

    assertThat(scene.marks()).allSatisfy(mark -> assertThat(within(mark, frame)).isTrue());
    assertThat(scene.height()).isLessThan(2000);
    assertThat(scene.description()).isNotBlank();
    assertThat(Png.of(scene)).isNotEmpty();
    assertThat(Svg.of(scene))
        .startsWith("<svg")
        .endsWith("</svg>")
        .doesNotContain("NaN", "Infinity");
    int columns = scene.table().head().size();
    assertThat(scene.table().rows()).allSatisfy(row -> assertThat(row).hasSize(columns));
  }

  private static boolean within(Mark mark, Rectangle2D frame) {
    return switch (mark) {
      case Mark.Bar bar ->
          bar.width() > 0
              && bar.height() > 0
              && bar.x() >= -0.01
              && bar.x() + bar.width() <= frame.getWidth() + 0.01
              && bar.y() >= 0
              && bar.y() + bar.height() <= frame.getHeight();
      case Mark.Dot dot ->
          dot.x() - dot.radius() >= 0
              && dot.x() + dot.radius() <= frame.getWidth()
              && dot.y() + dot.radius() <= frame.getHeight();
      case Mark.Cross cross -> frame.contains(cross.x(), cross.y());
      case Mark.Line line ->
          line.through().stream()
              .allMatch(spot ->
                  spot.x() >= -0.01
                      && spot.x() <= frame.getWidth() + 0.01
                      && spot.y() <= frame.getHeight());
      case Mark.Words words -> {
        double width = Lettering.loaded().width(words.text(), words.size());
        double from =
            switch (words.side()) {
              case START -> words.x();
              case MIDDLE -> words.x() - width / 2;
              case END -> words.x() - width;
            };
        yield from >= -0.01
            && from + width <= frame.getWidth() + 0.01
            && words.y() <= frame.getHeight();
      }
    };
  }

  private static Map<Week, Map<String, Integer>> many(String name) {
    Map<Week, Map<String, Integer>> items = new LinkedHashMap<>();
    for (int week = 1; week <= 52; week++) {
      Map<String, Integer> topics = new LinkedHashMap<>();
      for (int topic = 0; topic < 30; topic++) {
        topics.put(name + topic, topic * 1000);
      }
      items.put(new Week(2025, week), topics);
    }
    return items;
  }

  private static SourceWeeks source(String name, int entries, boolean fails) {
    return new SourceWeeks(
        name,
        List.of(
            new OneWeek(new Week(2025, 50), entries, false),
            new OneWeek(new Week(2025, 51), fails ? 0 : entries, fails)));
  }

  private static List<Mark.Bar> bars(Scene scene) {
    return scene.marks().stream()
        .filter(Mark.Bar.class::isInstance)
        .map(Mark.Bar.class::cast)
        .toList();
  }
}
