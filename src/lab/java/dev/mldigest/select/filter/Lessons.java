package dev.mldigest.select.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.select.LabelledSet;
import dev.mldigest.select.piece.Lead;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What the filters learn from: the set of our own, and what others wrote, in the corpora. */
final class Lessons {
  static final String OWN = "own";
  static final String PRESS = "press";
  static final String POSTS = "posts";
  static final String PAGES = "pages";
  static final String NEWS = "news";

  static final List<String> CORPUS =
      List.of(
          "filters/clickbait.in.jsonl",
          "filters/clickbait.gold.jsonl",
          "filters/mlposts.in.jsonl",
          "filters/mlposts.gold.jsonl",
          "articles/web/gold.json",
          "newsroom/lwiai.in.jsonl",
          "newsroom/rweekly.in.jsonl",
          "selection/candidates/2025-01-05.jsonl.gz",
          "selection/candidates/2025-06-29.jsonl.gz",
          "stories/articles.in.jsonl");

  /** Parts that a set without publishers is held out in. */
  static final int FOLDS = 5;

  /** Characters of a text that stand for a lead: as many as the posts' leads have. */
  private static final int LEAD = 300;

  /** Every so many-th title of the large sets is enough to show what stays. */
  private static final int EVERY = 5;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How the sites of the posts call themselves; what names none is a practitioner's. */
  private static final Map<String, List<String>> SITES =
      Map.of(
          "milvus", List.of("milvus", "zilliz"),
          "haystack", List.of("haystack", "deepset"),
          "vllm", List.of("vllm"),
          "llm-d", List.of("llm-d"),
          "rocm", List.of("amd"),
          "scikit-learn", List.of("scikit-learn", "sklearn"),
          "kubeflow", List.of("kubeflow"),
          "hugging face", List.of("hugging face"));

  private static final Set<String> FIELD =
      WordList.read("/select/field.txt").set().stream()
          .map(Words::stem)
          .collect(Collectors.toUnmodifiableSet());

  private Lessons() {}

  /** The set of our own, by publisher. */
  static List<Lesson> own() {
    return LabelledSet.train().stream()
        .filter(Lessons::isJudged)
        .map(item ->
            Lesson.of(
                OWN,
                item.candidate().source().title(),
                item.title(),
                Lead.of(item.candidate()),
                item.label(),
                1))
        .toList();
  }

  /** Among the many of others the few of our own count four times. */
  static List<Lesson> strong(List<Lesson> own) {
    return own.stream().map(lesson -> lesson.times(4)).toList();
  }

  /** Papers and releases are never judged by words, other languages are told before. */
  private static boolean isJudged(LabelledSet.Item item) {
    var kind = item.candidate().source().kind();
    return !kind.isPaper()
        && !kind.equals(dev.mldigest.domain.SourceKind.RELEASES)
        && !item.label().equals(Filter.LANGUAGE.word());
  }

  /** All of others. */
  static List<Lesson> ofOthers(Path corpora) throws IOException {
    List<Lesson> all = new ArrayList<>();
    all.addAll(labelled(corpora, "filters/clickbait", PRESS, 1));
    all.addAll(labelled(corpora, "filters/mlposts", POSTS, 8));
    all.addAll(pages(corpora.resolve("articles/web/gold.json")));
    all.addAll(links(corpora.resolve("newsroom/lwiai.in.jsonl")));
    all.addAll(links(corpora.resolve("newsroom/rweekly.in.jsonl")));
    all.addAll(papers(corpora.resolve("selection/candidates/2025-01-05.jsonl.gz")));
    all.addAll(papers(corpora.resolve("selection/candidates/2025-06-29.jsonl.gz")));
    for (JsonNode news : lines(corpora.resolve("stories/articles.in.jsonl"))) {
      all.add(kept(NEWS, news.path("title").asText(), news.path("text").asText()));
    }
    return all;
  }

  private static List<Lesson> labelled(Path corpora, String name, String set, int times)
      throws IOException {
    Map<String, String> gold = new HashMap<>();
    for (JsonNode line : lines(corpora.resolve(name + ".gold.jsonl"))) {
      gold.put(line.path("id").asText(), line.path("filter").asText(LabelledSet.KEEP));
    }
    List<Lesson> lessons = new ArrayList<>();
    for (JsonNode line : lines(corpora.resolve(name + ".in.jsonl"))) {
      String title = line.path("title").asText();
      String lead = line.path("lead").asText("");
      String label = gold.getOrDefault(line.path("id").asText(), LabelledSet.KEEP);
      String answer = label.equals("null") ? LabelledSet.KEEP : label;
      String part = set.equals(POSTS) ? site(title + " " + lead) : fold(title);
      lessons.add(Lesson.of(set, part, title, lead, answer, times));
      if (!lead.isEmpty()) {
        lessons.add(Lesson.of(set, part, title, "", answer, times / 2));
      }
    }
    return lessons;
  }

  private static String site(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return SITES.entrySet().stream()
        .filter(site -> site.getValue().stream().anyMatch(lower::contains))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse("practitioners");
  }

  private static String fold(String text) {
    return "fold " + Math.floorMod(text.hashCode(), FOLDS);
  }

  /**
   * Pages of the web: those that answer a search are written to be found by one, the posts and the
   * news that feeds brought and the documentation stay. Once with their lead, once by their title.
   */
  private static List<Lesson> pages(Path file) throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    for (Map.Entry<String, JsonNode> page : JSON.readTree(file.toFile()).properties()) {
      String title = page.getValue().path("title").asText();
      String text = page.getValue().path("text").asText();
      boolean search =
          page.getValue().path("type").asText().equals("article") && !isOfFeeds(page.getKey());
      String label = search ? Lesson.SEARCH : LabelledSet.KEEP;
      String part = isOfField(title) ? "field" : fold(title);
      lessons.add(Lesson.of(PAGES, part, title, cut(text), label, search ? 1 : 4));
      lessons.add(Lesson.of(PAGES, part, title, "", label, search ? 1 : 4));
    }
    return lessons;
  }

  /** The corpus numbers its pages as they were collected: these came by feeds, not by a search. */
  static boolean isOfFeeds(String id) {
    return ("0378".compareTo(id) <= 0 && id.compareTo("0499") <= 0)
        || ("2393".compareTo(id) <= 0 && id.compareTo("2889") <= 0)
        || ("4397".compareTo(id) <= 0 && id.compareTo("4416") <= 0);
  }

  /** Held out as a whole for the question that counts: pages of a subject not seen, ours. */
  static boolean isOfField(String title) {
    return Words.stems(title).stream().anyMatch(FIELD::contains);
  }

  private static List<Lesson> links(Path file) throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    int at = 0;
    for (JsonNode issue : lines(file)) {
      for (JsonNode link : issue.path("items")) {
        if (at++ % EVERY == 0) {
          lessons.add(kept(NEWS, link.path("title").asText(), ""));
        }
      }
    }
    return lessons;
  }

  private static List<Lesson> papers(Path file) throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    int at = 0;
    for (JsonNode paper : lines(file)) {
      if (at++ % EVERY == 0) {
        boolean bare = at % 2 == 0;
        lessons.add(
            kept(NEWS, paper.path("title").asText(), bare ? "" : paper.path("abstract").asText()));
      }
    }
    return lessons;
  }

  private static Lesson kept(String set, String title, String text) {
    return Lesson.of(set, fold(title), title, cut(text), LabelledSet.KEEP, 1);
  }

  private static String cut(String text) {
    int end = text.length() <= LEAD ? text.length() : Math.max(1, text.lastIndexOf(' ', LEAD));
    return text.substring(0, end);
  }

  static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        Stream<String> read =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)).lines()) {
      for (String line : read.filter(text -> !text.isBlank()).toList()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }
}
