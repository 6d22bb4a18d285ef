package dev.mldigest.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TeX of titles and abstracts as plain text: {@code $10\times$} becomes 10×, {@code 49\%} 49%,
 * {@code \textbf{X}} X. Sums of money and paths of files stay as they are. Linear in the text.
 */
public final class PlainTex {
  /** A formula of a sentence, not a page between two sums of money. */
  private static final int LONGEST = 200;

  /** Fractions in fractions: deeper stands in no abstract. */
  private static final int DEPTH = 4;

  private static final Map<String, String> SIGNS = new HashMap<>();
  private static final Set<String> DROPPED;
  private static final Set<String> KEPT;

  static {
    Map<String, List<String>> lists = WordList.read("/text/tex.txt").named();
    for (String line : Objects.requireNonNull(lists.get("sign"))) {
      String[] parts = line.split(" ", 2);
      SIGNS.put(parts[0], parts[1].equals("_") ? " " : parts[1]);
    }
    DROPPED = words(lists, "drop");
    KEPT = words(lists, "keep");
  }

  private static final Pattern MATHS =
      Pattern.compile(
          "\\$\\$([^$]{1,%d})\\$\\$|(?<!\\\\)\\$(?!\\s)([^$]{1,%d}?)(?<![\\\\\\s])\\$|\\\\\\(([^$]{1,%d}?)\\\\\\)"
              .formatted(LONGEST, LONGEST, LONGEST));

  /** "$5 to $10" is money: a formula begins and ends with something other than a blank. */
  private static final Pattern MONEY = Pattern.compile("^\\d[\\d.,]*\\s?(?:[A-Za-z]+\\b.*)?\\s$");

  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac\\s?\\{([^{}]{1,60})}\\s?\\{([^{}]{1,60})}");
  private static final Pattern COMMAND =
      Pattern.compile("\\\\([A-Za-z]{1,24}+)\\*?(?:\\s?\\{([^{}]{0,120})}|(?!\\s?\\{))");
  private static final Pattern LINK =
      Pattern.compile("\\\\href\\s?\\{[^{}]{0,300}}\\s?\\{([^{}]{0,200})}");
  private static final Pattern GROUP = Pattern.compile("\\{\\\\[a-z]{2,12}\\s+([^{}]{0,200})}");

  /** An author's own command for a name; within a path of files another stands before it. */
  private static final Pattern ALONE =
      Pattern.compile("(?<=^|[\\s(])\\\\([A-Za-z]{2,24}+)(?!\\\\)");

  private static final Pattern ACCENT =
      Pattern.compile("\\\\([\"'`^~=.])\\s?\\{?\\\\?([A-Za-z])}?");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([%&_#$,;:! {}|])");
  private static final Pattern RAISED = Pattern.compile("\\^\\s?(?:\\{([^{}]{1,40})}|(\\S))");
  private static final Pattern LOWERED = Pattern.compile("_\\s?(?:\\{([^{}]{1,40})}|(\\S))");
  private static final String ACCENTS = "\"'`^~=.";
  private static final String MARKS = "\u0308\u0301\u0300\u0302\u0303\u0304\u0307";
  private static final String DIGITS = "0123456789+-=()n";
  private static final String UPPER = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
  private static final String LOWER = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

  /** What must not be read as text: what would still be TeX after all. */
  private static final Pattern RAW =
      Pattern.compile(
          "\\\\[A-Za-z]{2,}\\s?\\{|\\\\[%&_#$]|[\\^_]\\{|(?<![\\p{Alnum}$])\\$[^$\\s\\d][^$]{0,200}\\$|\\$\\\\");

  private PlainTex() {}

  private static Set<String> words(Map<String, List<String>> lists, String name) {
    return new WordList(Objects.requireNonNull(lists.get(name))).words();
  }

  /** The text without its TeX; the same text where it has none. */
  public static String of(String text) {
    if (text.indexOf('\\') < 0 && text.indexOf('$') < 0) {
      return text;
    }
    String plain = maths(text);
    plain = ACCENT.matcher(plain).replaceAll(PlainTex::accent);
    plain = ALONE.matcher(commands(plain, false)).replaceAll("$1");
    plain = ESCAPED.matcher(plain).replaceAll(match -> quote(match.group(1)));
    return plain.equals(text) ? text : plain.replaceAll(" {2,}", " ").strip();
  }

  /** True if a reader would see signs of TeX. */
  public static boolean isRaw(String text) {
    return RAW.matcher(text).find();
  }

  /** A dollar that opens none may stand before one that does. */
  private static String maths(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Matcher matcher = MATHS.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      boolean isFormula = isFormula(text, matcher);
      out.append(text, from, isFormula ? matcher.start() : matcher.start() + 1);
      out.append(isFormula ? formula(inner(matcher).strip()) : "");
      from = isFormula ? matcher.end() : matcher.start() + 1;
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isFormula(String text, MatchResult match) {
    String tex = match.group(2);
    int next = match.end() < text.length() ? text.codePointAt(match.end()) : ' ';
    // Money is not parted from a digit; a tilde may stand before one: $\sim$2.
    boolean parted = !Character.isDigit(next) || match.group().indexOf('\\') >= 0;
    return tex == null || (parted && !isMoney(tex) && !isTemplate(tex, next));
  }

  private static String inner(MatchResult match) {
    String formula = match.group(1) != null ? match.group(1) : match.group(2);
    return formula != null ? formula : match.group(3);
  }

  /**
   * Whether two dollars are those of a template's places, as in <code>${x} {$y}</code>: braces stay
   * open between them, or the first stands before a brace and nothing in it is TeX, or it parts two
   * places as in <code>${a_b}-${c}</code>.
   *
   * @param tex what stands between the dollars
   * @param next what stands behind the second, a blank where nothing does
   */
  public static boolean isTemplate(String tex, int next) {
    boolean place = tex.startsWith("{");
    boolean signs = tex.chars().anyMatch(c -> c == '\\' || c == '^' || c == '_');
    return !isBalanced(tex) || (place && (!signs || next == '{' || Character.isLetter(next)));
  }

  private static boolean isBalanced(String tex) {
    int open = 0;
    for (int i = 0; i < tex.length() && open >= 0; i++) {
      switch (tex.charAt(i)) {
        case '\\' -> i++; // a brace behind it is a sign
        case '{' -> open++;
        case '}' -> open--;
        default -> {}
      }
    }
    return open == 0;
  }

  private static boolean isMoney(String formula) {
    boolean tex = formula.chars().anyMatch(c -> "\\^_{}=".indexOf(c) >= 0);
    return !tex && (MONEY.matcher(formula).matches() || formula.strip().split("\\s+").length > 4);
  }

  private static String formula(String tex) {
    String plain = commands(tex, true);
    plain = RAISED.matcher(plain).replaceAll(match -> script(match, DIGITS, UPPER, "^"));
    plain = LOWERED.matcher(plain).replaceAll(match -> script(match, DIGITS, LOWER, "_"));
    plain = ESCAPED.matcher(plain).replaceAll(match -> quote(match.group(1)));
    return plain.replace("{", "").replace("}", "").replaceAll("\\s+", " ");
  }

  private static String script(MatchResult match, String from, String to, String sign) {
    String inner = match.group(1) != null ? match.group(1) : match.group(2);
    if (sign.equals("^") && inner.equals("°")) {
      return inner;
    }
    StringBuilder out = new StringBuilder();
    for (char c : inner.strip().toCharArray()) {
      int at = from.indexOf(c);
      if (at < 0) {
        String plain = inner.strip();
        return quote(plain.length() == 1 || sign.equals("_") ? sign + plain : "^(" + plain + ")");
      }
      out.append(to.charAt(at));
    }
    return out.toString();
  }

  /**
   * @param all true in a formula; in prose a short command without an argument is no sign
   */
  private static String commands(String text, boolean all) {
    String plain = text;
    for (int round = 0; round < DEPTH && plain.indexOf('\\') >= 0; round++) {
      plain =
          FRACTION.matcher(plain).replaceAll(match -> quote(match.group(1) + "/" + match.group(2)));
      plain = LINK.matcher(plain).replaceAll("$1");
      plain = GROUP.matcher(plain).replaceAll("$1");
      Matcher matcher = COMMAND.matcher(plain);
      plain = matcher.replaceAll(match -> command(match, all));
    }
    return plain;
  }

  private static String command(MatchResult match, boolean all) {
    String name = match.group(1);
    String argument = match.group(2);
    if (DROPPED.contains(name)) {
      return "";
    }
    String sign = SIGNS.get(name);
    if (sign != null && (all || argument != null || name.length() > 2)) {
      return quote(sign + (argument == null ? "" : argument));
    }
    if (argument != null && (all || KEPT.contains(name) || name.length() > 1)) {
      return quote(argument);
    }
    return quote(all ? name : match.group());
  }

  private static String accent(MatchResult match) {
    char mark = MARKS.charAt(ACCENTS.indexOf(match.group(1)));
    return quote(Normalizer.normalize(match.group(2) + mark, Normalizer.Form.NFC));
  }

  private static String quote(String text) {
    return Matcher.quoteReplacement(text);
  }
}
