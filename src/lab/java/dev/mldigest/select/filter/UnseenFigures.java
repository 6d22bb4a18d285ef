package dev.mldigest.select.filter;

import dev.mldigest.domain.settings.Filter;
import dev.mldigest.select.FilterScore;
import dev.mldigest.select.LabelledSet;
import dev.mldigest.select.Newsroom;
import dev.mldigest.text.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the filters answer where the part that an item is of was held out: of our own set the
 * publisher, of the posts the site, of the web's pages all of this field, else a fold.
 */
final class UnseenFigures {
  private static final int FOLDS = 10;

  private final List<Lesson> own;
  private final List<Lesson> others;
  private final FilterModel ownModel;

  UnseenFigures(List<Lesson> own, List<Lesson> others) {
    this.own = own;
    this.others = others;
    this.ownModel = FilterTrainer.OWN.learn(own);
  }

  void print() {
    System.out.println(crossValidated(own).table("own training set alone, publishers not seen"));
    Map<Lesson, @Nullable Filter> folds = answers(Lesson::part, Lessons.PRESS, Lessons.NEWS);
    line("press headlines, folds", folds, Lessons.PRESS, Filter.CLICK_BAIT);
    line("news links, papers' titles and abstracts, folds", folds, Lessons.NEWS, null);
    Map<Lesson, @Nullable Filter> sites = answers(Lesson::part, Lessons.POSTS);
    line("posts, sites not seen", sites, Lessons.POSTS, null);
    worst(sites);
    Map<Lesson, @Nullable Filter> mixed = answers(UnseenFigures::tenth, Lessons.POSTS);
    line("posts, folds", mixed, Lessons.POSTS, null);
    Map<Lesson, @Nullable Filter> pages = answers(Lesson::part, Lessons.PAGES);
    line("pages of subjects not seen, folds", pages, Lessons.PAGES, null);
    pages.keySet().removeIf(page -> !page.part().equals("field"));
    line("pages of this field, none of them seen", pages, Lessons.PAGES, null);
    worst(pages);
  }

  private static String tenth(Lesson lesson) {
    return "tenth " + Math.floorMod(lesson.title().hashCode(), FOLDS);
  }

  /** What the filters answer of these sets, each part by weights of the others. */
  private Map<Lesson, @Nullable Filter> answers(Function<Lesson, String> part, String... sets) {
    Map<Lesson, @Nullable Filter> answers = new LinkedHashMap<>();
    List<Lesson> asked = others.stream().filter(o -> List.of(sets).contains(o.set())).toList();
    for (String held : new TreeSet<>(asked.stream().map(part).toList())) {
      List<Lesson> seen =
          Stream.of(Lessons.strong(own), others)
              .flatMap(List::stream)
              .filter(o -> !asked.contains(o) || !part.apply(o).equals(held))
              .toList();
      Filters filters =
          new Filters(Set.of(), new Language("en"), ownModel, FilterTrainer.WIDE.learn(seen));
      asked.stream()
          .filter(lesson -> part.apply(lesson).equals(held))
          .forEach(lesson -> answers.put(lesson, answer(filters, lesson)));
    }
    return answers;
  }

  private static @Nullable Filter answer(Filters filters, Lesson lesson) {
    var cut =
        filters.judge(Newsroom.candidate("x", Newsroom.blog("b"), lesson.title(), lesson.lead()));
    return cut == null ? null : cut.filter();
  }

  /**
   * @param filter the one that counts, or null for any
   */
  private static void line(
      String name, Map<Lesson, @Nullable Filter> answers, String set, @Nullable Filter filter) {
    int[] count = new int[4];
    Map<String, Integer> missed = new LinkedHashMap<>();
    answers.forEach((lesson, answer) -> {
      if (lesson.set().equals(set) && (!lesson.lead().isEmpty() || !set.equals(Lessons.POSTS))) {
        boolean cut = filter == null ? answer != null : answer == filter;
        count[(lesson.isKept() ? 2 : 0) + (cut ? 1 : 0)]++;
        if (!lesson.isKept()) {
          missed.merge(lesson.label() + (cut ? " cut" : " missed"), 1, Integer::sum);
        }
      }
    });
    System.out.printf(
        "%s: precision %s, recall %s, good kept %s; %s%n",
        name,
        new FilterScore.Share(count[1], count[1] + count[3]),
        new FilterScore.Share(count[1], count[0] + count[1]),
        new FilterScore.Share(count[2], count[2] + count[3]),
        missed);
  }

  /** What was cut that should stay, and what stayed. */
  private static void worst(Map<Lesson, @Nullable Filter> answers) {
    answers.forEach((lesson, answer) -> {
      if (lesson.isKept() == (answer != null)) {
        System.out.println(
            "    "
                + (answer == null ? "stays" : answer.word())
                + " | is "
                + lesson.label()
                + " | "
                + lesson.title());
      }
    });
  }

  /** What the filters answer on the set of our own, each item by weights of other publishers. */
  static FilterScore crossValidated(List<Lesson> own) {
    FilterScore score = new FilterScore();
    List<LabelledSet.Item> items = LabelledSet.train();
    List<String> publishers =
        new ArrayList<>(
            new TreeSet<>(items.stream().map(item -> item.candidate().source().title()).toList()));
    Collections.shuffle(publishers, new Random(1));
    for (int fold = 0; fold < FOLDS; fold++) {
      Set<String> held = new TreeSet<>();
      for (int i = fold; i < publishers.size(); i += FOLDS) {
        held.add(publishers.get(i));
      }
      FilterModel model =
          FilterTrainer.OWN.learn(
              own.stream().filter(lesson -> !held.contains(lesson.part())).toList());
      items.stream()
          .filter(item -> held.contains(item.candidate().source().title()))
          .forEach(item ->
              score.add(item.label(), FiltersTest.answer(item, model, new FilterModel(Map.of()))));
    }
    return score;
  }
}
