package dev.mldigest.text;

/**
 * Superscripts and subscripts in plain text: in Unicode's own signs where it has all of them, else
 * as TeX writes them. Either way what is raised can never be read as further digits of a number: 10
 * with a raised 6 is {@code 10⁶}, with a raised 1.5 it is {@code 10^{1.5}}.
 */
public final class Script {
  private static final String PLAIN = "0123456789+-=()ni";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

  private Script() {}

  /** A superscript. */
  public static String raised(String text) {
    return written(text, RAISED, '^');
  }

  /** A subscript. */
  public static String lowered(String text) {
    return written(text, LOWERED, '_');
  }

  private static String written(String text, String signs, char mark) {
    StringBuilder own = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int sign = PLAIN.indexOf(minus(text.charAt(i)));
      if (sign < 0 || sign >= signs.length()) {
        boolean one = text.length() == 1;
        return one ? mark + text : mark + "{" + text + "}";
      }
      own.append(signs.charAt(sign));
    }
    return own.toString();
  }

  /** Hyphens and dashes stand for a minus sign before an exponent. */
  private static char minus(char c) {
    return c == '−' || c == '–' || c == '‐' || c == '‑' ? '-' : c;
  }

  /** The plain character that Unicode has this sign for as a superscript; 0 if it is none. */
  public static char ofRaised(int sign) {
    return of(sign, RAISED);
  }

  /** The plain character that Unicode has this sign for as a subscript; 0 if it is none. */
  public static char ofLowered(int sign) {
    return of(sign, LOWERED);
  }

  private static char of(int sign, String signs) {
    int at = sign < '²' ? -1 : signs.indexOf(sign);
    return at < 0 ? 0 : PLAIN.charAt(at);
  }
}
