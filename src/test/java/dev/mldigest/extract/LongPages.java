package dev.mldigest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Long pages of several kinds, as long as they are asked to be: the text is put together from
 * phrases written for these tests, and around it stands what sites set around theirs. Some of it
 * grows with the page: who keeps everything is wrong.
 */
final class LongPages {
  enum Kind {
    TRANSCRIPT,
    ESSAY,
    PAPER,
    ANSWERS,
    MANUAL,
    DISCUSSED,
    CHAPTERS,
    UNNAMED
  }

  /**
   * A page.
   *
   * @param text the article's lines without its title
   * @param furniture lines that are not of it
   */
  record LongPage(String html, String text, List<String> furniture) {}

  private static final List<String> WHO =
      List.of(
          "the harbour office",
          "a reader in Utrecht",
          "our second team",
          "the night shift",
          "an older pilot",
          "the archive",
          "nobody at the quay",
          "the loader",
          "a student",
          "the insurer",
          "every clerk we asked",
          "the new scheduler",
          "my predecessor",
          "the union",
          "the small lock",
          "a colleague from Oslo",
          "the weather service");
  private static final List<String> DID =
      List.of(
          "measured",
          "lost track of",
          "kept a list of",
          "argued about",
          "rebuilt",
          "compared",
          "never trusted",
          "wrote down",
          "paid for",
          "simulated",
          "delayed",
          "explained",
          "gave up on",
          "counted",
          "checked twice",
          "drew a map of",
          "fed the model with");
  private static final List<String> WHAT =
      List.of(
          "the tide tables",
          "forty-one barges",
          "the queue before the gate",
          "its own forecasts",
          "the cost of a wrong turn",
          "the crane logs of 2019",
          "a winter's worth of notes",
          "the shorter of both routes",
          "all tests that failed",
          "three kinds of error",
          "the weights of the third layer",
          "what the captains had said",
          "the missing pages",
          "two hundred photographs",
          "the price of an hour",
          "a rule that held for years");
  private static final List<String> HOW =
      List.of(
          "before anybody noticed",
          "although the funding had ended",
          "with a pencil",
          "in less than a week",
          "because the sensors drifted",
          "without a second opinion",
          "until the ice came back",
          "as the contract demanded",
          "and published the result",
          "for reasons that took us long to see",
          "while the others slept",
          "at twice the speed",
          "which surprised the referees",
          "and it made no difference",
          "from one end to the other");
  private static final List<String> SPEAKERS = List.of("Ida Brook", "Tom Vale", "Guest");
  private static final List<String> TOPICS =
      List.of("locks", "barges", "forecasts", "tides", "cranes", "routes", "errors", "winters");

  private final Random random;
  private final StringBuilder html = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final List<String> furniture = new ArrayList<>();
  private int number;

  private LongPages(long seed) {
    random = new Random(seed);
  }

  /**
   * @param chars about how long the article's text is to be
   */
  static LongPage of(Kind kind, int chars, long seed) {
    return new LongPages(seed).page(kind, chars);
  }

  private LongPage page(Kind kind, int chars) {
    html.append("<!doctype html><html lang=en><head><title>How a harbour learned to wait</title>")
        .append("</head><body>");
    header();
    switch (kind) {
      case TRANSCRIPT -> transcript(chars);
      case ESSAY -> essay(chars);
      case PAPER -> paper(chars);
      case ANSWERS -> answers(chars);
      case MANUAL -> manual(chars);
      case DISCUSSED -> discussed(chars);
      case CHAPTERS -> chapters(chars);
      case UNNAMED -> unnamed(chars);
    }
    footer();
    html.append("</body></html>");
    return new LongPage(html.toString(), text.toString(), furniture);
  }

  private String pick(List<String> phrases) {
    return phrases.get(random.nextInt(phrases.size()));
  }

  private String sentence() {
    String words = pick(WHO) + " " + pick(DID) + " " + pick(WHAT) + " " + pick(HOW);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  private String sentences(int least, int most) {
    StringBuilder all = new StringBuilder();
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
      all.append(all.isEmpty() ? "" : " ").append(sentence());
    }
    return all.toString();
  }

  private String title() {
    return "On " + pick(TOPICS) + " and " + pick(TOPICS) + ", part " + ++number;
  }

  /** A line of the article in its markup. */
  private void said(String open, String line, String close) {
    html.append(open).append(line).append(close).append('\n');
    text.append(line).append('\n');
  }

  /** A line that is not of the article; numbered, since the article may say the same by chance. */
  private void other(String open, String line, String close) {
    String own = line + " So much for note " + ++number + ".";
    html.append(open).append(own).append(close).append('\n');
    furniture.add(own);
  }

  private void header() {
    html.append("<header class=\"site-header\"><a href=\"/\">The Quay Review</a><nav><ul>");
    for (String topic : TOPICS) {
      html.append("<li><a href=\"/").append(topic).append("\">").append(topic).append("</a></li>");
    }
    html.append("</ul></nav></header>\n");
  }

  private void footer() {
    html.append("<footer class=\"site-footer\">");
    other("<p>", "The Quay Review is printed in Harlingen and may not be copied.", "</p>");
    html.append(
            "<ul><li><a href=\"/about\">About</a></li><li><a href=\"/imprint\">Imprint</a></li>")
        .append("</ul></footer>");
  }

  private void paragraphs(int from, int chars, int every) {
    int i = 0;
    while (text.length() - from < chars) {
      if (i++ % every == every - 1) {
        said("<h2>", title(), "</h2>");
      }
      said("<p>", sentences(2, 6), "</p>");
    }
  }

  private void transcript(int chars) {
    html.append("<main><article class=\"episode\"><h1>How a harbour learned to wait</h1>");
    html.append("<div class=\"transcript\">");
    while (text.length() < chars) {
      String line = random.nextInt(4) == 0 ? "Right. And then?" : sentences(1, 5);
      String speaker = pick(SPEAKERS);
      html.append("<p><strong>")
          .append(speaker)
          .append(":</strong> ")
          .append(line)
          .append("</p>\n");
      text.append(speaker).append(": ").append(line).append('\n');
    }
    html.append("</div></article></main>");
    subscribe();
    related(12);
  }

  private void essay(int chars) {
    html.append("<div id=\"page\"><article class=\"post\"><h1>How a harbour learned to wait</h1>")
        .append("<div class=\"entry-content\">");
    paragraphs(0, chars, 9);
    html.append("</div>");
    subscribe();
    html.append("</article><aside class=\"sidebar\">");
    related(8);
    html.append("</aside></div>");
  }

  private void paper(int chars) {
    html.append("<main id=\"content\"><h1>How a harbour learned to wait</h1>");
    html.append("<section><h2>Abstract</h2>");
    text.append("Abstract\n");
    said("<p>", sentences(5, 6), "</p></section>");
    int figure = 0;
    while (text.length() < chars) {
      said("<section><h2>", title(), "</h2>");
      for (int i = 0; i < 3; i++) {
        said("<section class=\"subsection\"><h3>", title(), "</h3>");
        for (int k = 0; k < 4; k++) {
          said("<p>", sentences(2, 7), "</p>");
        }
        said(
            "<figure><img src=\"f.png\"><figcaption>",
            "Figure " + ++figure + ": " + sentence(),
            "</figcaption></figure></section>");
      }
      html.append("</section>");
    }
    html.append("</main>");
    related(6);
  }

  private void answers(int chars) {
    html.append(
        "<div class=\"container\"><h1>How a harbour learned to wait</h1><div class=\"faq\">");
    while (text.length() < chars) {
      said("<div class=\"item\"><h3>", "Why did we look at " + title() + "?", "</h3>");
      said("<div class=\"answer\"><p>", sentences(1, 4), "</p>");
      if (random.nextInt(3) == 0) {
        html.append("<ul>");
        for (int i = 0; i < 4; i++) {
          said("<li>", sentence(), "</li>");
        }
        html.append("</ul>");
      }
      html.append("</div></div>");
    }
    html.append("</div></div>");
    related(10);
  }

  private void manual(int chars) {
    html.append("<div class=\"layout\"><nav class=\"sidebar-tree\"><ul>");
    for (int i = 0; i < Math.min(400, 10 + chars / 2000); i++) {
      html.append("<li><a href=\"/m/").append(i).append("\">").append("Setting the ");
      html.append(pick(TOPICS)).append(' ').append(i).append("</a></li>");
    }
    html.append("</ul></nav><div class=\"content\"><h1>How a harbour learned to wait</h1>");
    while (text.length() < chars) {
      said("<h2>", title(), "</h2>");
      said("<p>", sentences(1, 3), "</p>");
      int a = random.nextInt(900);
      said(
          "<pre><code>",
          "wait = Queue(" + a + ")\nwait.open(gate=" + number + ")",
          "</code></pre>");
      html.append("<ul>");
      for (int i = 0; i < 3; i++) {
        said("<li>", sentence(), "</li>");
      }
      html.append("</ul>");
      said("<p>", sentences(2, 4), "</p>");
    }
    html.append("</div></div>");
    other("<div class=\"feedback\"><p>", "Was this page of any help to you today?", "</p></div>");
  }

  /** A third as much as the author wrote is what readers wrote below it. */
  private void discussed(int chars) {
    html.append("<main><article><h1>How a harbour learned to wait</h1>");
    paragraphs(0, chars, 12);
    html.append("</article>");
    related(30);
    html.append("<section class=\"comments\" id=\"comments\"><h2>Comments</h2><ol>");
    int before = html.length();
    while (html.length() - before < chars / 3) {
      html.append("<li class=\"comment\"><div class=\"comment-author\">reader ")
          .append(++number)
          .append("</div>");
      other("<div class=\"comment-body\"><p>", sentences(1, 4), "</p></div></li>");
    }
    html.append("</ol></section></main>");
  }

  private void chapters(int chars) {
    html.append("<div class=\"wrap\"><h1>How a harbour learned to wait</h1>");
    while (text.length() < chars) {
      html.append("<section class=\"chapter\"><div class=\"inner\">");
      int from = text.length();
      said("<h2>", title(), "</h2>");
      while (text.length() - from < 6000) {
        said("<p>", sentences(2, 5), "</p>");
        if (random.nextInt(8) == 0) {
          said("<blockquote><p>", sentence(), "</p></blockquote>");
        }
      }
      html.append("</div></section>");
    }
    html.append("</div>");
    subscribe();
    related(9);
  }

  /** Lines broken within elements that nobody named. */
  private void unnamed(int chars) {
    html.append("<div><div><div><h1>How a harbour learned to wait</h1>");
    while (text.length() < chars) {
      html.append("<div>");
      for (int i = 0; i < 5; i++) {
        said("", sentences(2, 5), "<br><br>");
      }
      html.append("</div>");
    }
    html.append("</div></div>");
    related(14);
    html.append("</div>");
  }

  private void subscribe() {
    html.append("<div class=\"newsletter-signup\"><h3>Stay ashore</h3>");
    other("<p>", "Get our letter every Thursday, free of charge and without tears.", "</p>");
    html.append("<form><input type=email><button>Subscribe</button></form></div>");
  }

  private void related(int cards) {
    html.append("<section class=\"related-posts\"><h2>More from the quay</h2><div class=\"grid\">");
    for (int i = 0; i < cards; i++) {
      html.append("<div class=\"card\"><h3><a href=\"/p/").append(i).append("\">");
      html.append(title()).append("</a></h3>");
      other("<p>", sentences(1, 2), "</p></div>");
    }
    html.append("</div></section>");
  }
}
