package dev.mldigest.summarise.ground.span;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in Chinese signs, as Chinese and Japanese write them: 三百二十, 九万亿, 二〇二六, and the share that
 * 百分之六十 is. A sign alone is rather part of a word, and so are 万一 and 千万.
 *
 * @param end where the text goes on
 * @param value as a plain decimal, with a percent sign where it is a share of a hundred
 */
record HanNumber(int end, String value) {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String TENS = "十百千";
  private static final String PERCENT = "百分之";

  /** 99,999,999 of the largest have no more signs. */
  private static final int LONGEST = 24;

  /** What stands there, or null. */
  static @Nullable HanNumber at(String text, int from) {
    boolean percent = text.startsWith(PERCENT, from);
    int start = percent ? from + PERCENT.length() : from;
    int end = start;
    while (end < text.length() && end - start < LONGEST && isNumeral(text.charAt(end))) {
      end++;
    }
    int length = end - start;
    char first = length == 0 ? ' ' : text.charAt(start);
    boolean number = digit(first) >= 0 || first == '十' || (first == '百' && length > 1);
    return number && (percent || length > 1)
        ? new HanNumber(end, value(text.substring(start, end)) + (percent ? "%" : ""))
        : null;
  }

  /** Zeros that a sign behind digits adds: 9万; 0 if it adds none. */
  static int zeros(char c) {
    return switch (c) {
      case '万', '萬', '만' -> 4;
      case '亿', '億', '억' -> 8;
      case '兆', '조' -> 12;
      default -> 0;
    };
  }

  private static boolean isNumeral(char c) {
    return digit(c) >= 0 || TENS.indexOf(c) >= 0 || zeros(c) > 0;
  }

  private static int digit(char c) {
    return switch (c) {
      case '〇' -> 0;
      case '两', '兩' -> 2;
      default -> DIGITS.indexOf(c);
    };
  }

  private static String value(String signs) {
    if (signs.length() > 1 && signs.chars().allMatch(c -> digit((char) c) >= 0)) {
      StringBuilder digits = new StringBuilder();
      signs.chars().forEach(c -> digits.append(digit((char) c)));
      return new BigDecimal(digits.toString()).toPlainString();
    }
    BigDecimal sum = BigDecimal.ZERO;
    long section = 0;
    long digit = 0;
    for (int i = 0; i < signs.length(); i++) {
      char c = signs.charAt(i);
      int ten = TENS.indexOf(c);
      if (zeros(c) > 0) {
        BigDecimal below = sum.add(BigDecimal.valueOf(section + digit));
        sum = below.scaleByPowerOfTen(zeros(c));
        section = 0;
        digit = 0;
      } else if (ten >= 0) {
        section += Math.max(1, digit) * (long) Math.pow(10, ten + 1);
        digit = 0;
      } else {
        digit = digit(c);
      }
    }
    return sum.add(BigDecimal.valueOf(section + digit)).toPlainString();
  }
}
