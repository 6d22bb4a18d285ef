package dev.mldigest.summarise.offline;

import dev.mldigest.text.PlainTex;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A source's sentence without what only served its page: marks of footnotes and citations, brackets
 * that hold nothing but the words of a link, pictograms at its front, TeX. Everything else stays
 * verbatim.
 */
final class Tidy {
  private static final Pattern MARKS =
      Pattern.compile(
          "\\s?\\\\?\\[\\^?\\w{0,3}\\d{1,3}(?:[,;–-]\\s?\\d{1,3}){0,8}\\\\?]|\\s?\\[(?:citation"
              + " needed|edit|note \\d+)]|\\[\\^[\\w-]{1,20}\\\\?]");

  /** "(Github repo)": what is left of a link when its address is gone. */
  private static final Pattern LINKS =
      Pattern.compile(
          "\\s\\((?:(?:see|the|our|full|original|official|via|on|git ?hub|gitlab|hugging"
              + " ?face|arxiv|youtube)["
              + " ,/]{0,2}){0,3}(?:repo(?:sitory)?|link|links|code|paper|pdf|docs?|documentation|demo|blog(?:"
              + " post)?|post|website|here|source|sources|slides|video|git ?hub|hugging"
              + " ?face|arxiv|announcement|preprint|transcript)(?:\\s?[,|/&]\\s?(?:repo|code|paper|pdf|docs|demo|blog|here|video|git"
              + " ?hub|arxiv|link))*\\)",
          Pattern.CASE_INSENSITIVE);

  /** "(The data is available at this https URL)": arXiv's word for an address, and addresses. */
  private static final Pattern ADDRESSES =
      Pattern.compile(
          "\\s\\([^()]{0,200}(?:\\bhttps? URL\\b|https?://|\\bavailable"
              + " (?:at|here)\\b)[^()]{0,200}\\)");

  /** What is left of Markdown in abstracts: emphasis, and a link's words before its address. */
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?<![\\w*])(\\*{1,2}|__)(?=[^\\s*_])([^*_\\n]{1,80}?)(?<=[^\\s*_])\\1(?![\\w*])");

  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{1,80})]\\(https?://[^)\\s]*\\)");

  /** A slip of the source's hand. */
  private static final Pattern TWICE = Pattern.compile("\\b(and|the|a|of|to|in|with|for) \\1\\b");

  /** TeX's blank that no line is broken at. */
  private static final Pattern TIE = Pattern.compile("(?<=\\w)~(?=[(\\[])");

  private static final Pattern FRONT =
      Pattern.compile(
          "^(?:[\\x{2190}-\\x{2bff}\\x{fe0f}\\x{200d}\\x{1f000}-\\x{1faff}•*#>|–—-]+\\s*)+");

  /** A finite verb behind a subject of at most five words. */
  private static final Pattern VERB =
      Pattern.compile(
          "^(?:\\S+"
              + " ){1,5}(?:is|are|was|has|have|can|will|now|provides?|supports?|adds|lets|enables?|allows?|reaches|improves?|reduces?|includes?|uses|runs|achieves?|outperforms?|delivers?|shows?|introduces|offers|works|requires|brings|cuts|beats|makes|gives)\\b");

  private static final int FEWEST_WORDS = 10;
  private static final int MOST_WORDS = 40;

  private Tidy() {}

  static String of(String sentence) {
    String tidy = MARKS.matcher(PlainTex.of(sentence)).replaceAll("");
    tidy = tidy.contains("](") ? LINK.matcher(tidy).replaceAll("$1") : tidy;
    tidy = EMPHASIS.matcher(tidy).replaceAll("$2");
    tidy = TWICE.matcher(tidy).replaceAll("$1");
    tidy = TIE.matcher(tidy).replaceAll(" ");
    tidy = ADDRESSES.matcher(tidy).replaceAll("");
    tidy = LINKS.matcher(tidy).replaceAll("");
    tidy = FRONT.matcher(tidy).replaceFirst("").replaceAll("\\s+([.,;:])(?=\\s|$)", "$1").strip();
    return isClaim(tidy) ? tidy + "." : tidy;
  }

  /** An item of a list that is a sentence but for its stop; headings have capitals or no verb. */
  private static boolean isClaim(String line) {
    String[] words = line.split("\\s+");
    if (words.length < FEWEST_WORDS
        || words.length > MOST_WORDS
        || !Character.isLetterOrDigit(line.charAt(line.length() - 1))
        || line.contains(": ")
        || !VERB.matcher(line).find()) {
      return false;
    }
    long capitals = Arrays.stream(words).skip(1).filter(Tidy::isCapital).count();
    return capitals * 3 < words.length;
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.charAt(0));
  }
}
