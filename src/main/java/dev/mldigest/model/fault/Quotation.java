package dev.mldigest.model.fault;

import dev.mldigest.text.Texts;
import dev.mldigest.web.Redaction;
import java.util.regex.Pattern;

/**
 * The provider's own sentence as it may be shown: one line of at most {@value #MOST} characters,
 * without the key, without what looks like one or names an account, without secrets in addresses.
 */
public final class Quotation {
  /** Enough for every sentence that was looked at, and too little for a quoted prompt. */
  static final int MOST = 200;

  private static final String HIDDEN = "***";

  /** Keys, accounts and requests by their prefix, and whatever long mixes letters and digits. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)\\b(bearer|basic)\\s+\\S+"
              + "|\\b(sk|pk|rk|gsk|xai|nvapi|hf|org|proj|req|acct|key|user)[-_][\\w*-]{6,}"
              + "|\\baiza[\\w-]{8,}"
              + "|\\b(?=[\\w*-]*\\d)(?=[\\w*-]*[a-z])[\\w*-]{24,}"
              + "|\\S*\\*{3,}\\S*"
              + "|[\\w.+-]+@[\\w-]+\\.[\\w.-]+");

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\s]+");

  private Quotation() {}

  /**
   * @param key of the account, or empty
   * @return empty where nothing is left to show
   */
  public static String of(String sentence, String key) {
    String known = key.length() < 4 ? sentence : sentence.replace(key, HIDDEN);
    String line = Texts.oneLine(UNPRINTABLE.matcher(known).replaceAll(" "));
    String shown = SECRET.matcher(Redaction.in(line)).replaceAll(HIDDEN);
    return shown.length() <= MOST ? shown : shown.substring(0, MOST - 1).strip() + "…";
  }
}
