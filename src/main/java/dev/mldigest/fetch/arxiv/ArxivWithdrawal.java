package dev.mldigest.fetch.arxiv;

import dev.mldigest.fetch.document.TitleText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a paper's comment or abstract says that the paper itself was taken back. The comment is
 * looked through whole, the abstract at its start only: papers write of withdrawn drugs, products
 * and articles.
 */
public final class ArxivWithdrawal {
  /** Characters: comments have some hundreds, and the patterns are tried at each of them. */
  private static final int COMMENT = 2_000;

  /** Characters: who takes a paper back says it in the first sentence of what remains. */
  private static final int START = 300;

  private static final String NOTE = "(?:arxiv(?:\\s+admin)?(?:\\s+note)?\\s*:\\s*)?";
  private static final String WORK =
      "(?:paper|article|submission|manuscript|preprint|e-?print|work|report|document|version"
          + "|contribution|letter|thesis)";
  private static final String TAKEN_BACK =
      "\\b(?:this|the|our|present)\\s+"
          + WORK
          + "\\s+(?:has\\s+been|was|is|has\\s+now\\s+been)\\s+(?:\\w{1,20}\\s+)?withdrawn\\b"
          + "(?!\\s+from\\b)";
  private static final String BY = "\\bwithdrawn\\s+by\\s+(?:the\\s+)?(?:author|arxiv|submitter)";

  private static final Pattern IN_COMMENT =
      Pattern.compile(
          TAKEN_BACK
              + "|"
              + BY
              + "|^\\W{0,3}"
              + NOTE
              + "(?:(?:paper|submission)\\s+(?:has\\s+been\\s+)?)?withdrawn\\b"
              + "(?!\\s+from\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_START =
      Pattern.compile(
          "^\\W{0,3}" + NOTE + "(?:" + TAKEN_BACK + "|" + BY + "|withdrawn\\s*(?:[.:]|$))",
          Pattern.CASE_INSENSITIVE);

  private ArxivWithdrawal() {}

  public static boolean said(@Nullable String comment, @Nullable String summary) {
    return (comment != null && IN_COMMENT.matcher(cut(comment, COMMENT)).find())
        || (summary != null && AT_START.matcher(cut(summary, START)).find());
  }

  private static String cut(String text, int most) {
    return TitleText.folded(text.substring(0, Math.min(text.length(), most)));
  }
}
