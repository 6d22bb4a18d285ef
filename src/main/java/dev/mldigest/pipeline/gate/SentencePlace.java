package dev.mldigest.pipeline.gate;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place that a sentence of another room means: they name it by the item's title, by a line, or
 * by what stands there.
 *
 * @param item id of the item, null where it is none
 * @param line of digest.md, from 1; 0 where none is told
 */
record SentencePlace(@Nullable String item, int line) {
  private static final Pattern LINE = Pattern.compile("\\(line (\\d{1,7})\\)");
  private static final Pattern QUOTED = Pattern.compile("stands '(.+?)'(?=[,:.])");
  private static final Pattern FIELD = Pattern.compile("(?i)\\b(subject|preheader) holds\\b");

  static SentencePlace of(String sentence, Look look) {
    Look.@Nullable Placed item = item(sentence, look);
    String words = group(QUOTED, sentence);
    String field = group(FIELD, sentence).toLowerCase(java.util.Locale.ROOT);
    int line = line(sentence);
    if (item != null) {
      return new SentencePlace(item.item(), words.isEmpty() ? item.headLine() : item.lineOf(words));
    }
    if (line == 0 && !field.isEmpty()) {
      line = Look.fieldLine(field, look);
    }
    return new SentencePlace(null, line > 0 || words.isEmpty() ? line : stands(words, look));
  }

  private static Look.@Nullable Placed item(String sentence, Look look) {
    return look.body().stream()
        .filter(part -> part.piece().isItem() && !part.piece().title().isEmpty())
        .filter(part ->
            sentence.contains(part.piece().place())
                || sentence.contains("'" + part.piece().title() + "'"))
        .findFirst()
        .orElse(null);
  }

  private static int line(String sentence) {
    String number = group(LINE, sentence);
    return number.isEmpty() ? 0 : Integer.parseInt(number);
  }

  /** The first place of the words in what readers see. */
  private static int stands(String words, Look look) {
    List<Look.Placed> holding =
        look.body().stream().filter(part -> part.piece().before().text().contains(words)).toList();
    return holding.isEmpty() ? 0 : holding.getFirst().lineOf(words);
  }

  private static String group(Pattern pattern, String sentence) {
    Matcher matcher = pattern.matcher(sentence);
    return matcher.results().findFirst().map((MatchResult found) -> found.group(1)).orElse("");
  }
}
