package dev.mldigest.text.date;

import java.util.regex.Pattern;

/** Where in a line people write a day; what its words mean is asked of {@link FeedDates}. */
public final class DateForms {
  /** Day, month and year in the orders in which people write them, without a time of day. */
  public static final String DAY =
      "(?<![\\p{L}\\p{N}])(?:"
          // 2. März 2026, 2 de marzo de 2026, the 2nd of March, 2026
          + "\\d{1,2}(?:st|nd|rd|th|er|\\.|º|ª)?[\\s-](?:(?:of|de|del)\\s)?[\\p{L}\\p{M}]{3,15}\\.?,?[\\s-](?:(?:de|del)\\s)?\\p{Nd}{4}"
          // March 2nd, 2026
          + "|[\\p{L}\\p{M}]{3,15}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}"
          // 2026-03-02, 2026. 3. 2., 2026 March 2
          + "|\\d{4}(?:[-/]|\\.\\s?)\\d{1,2}(?:[-/]|\\.\\s?)\\d{1,2}"
          + "|\\d{4}\\s[\\p{L}\\p{M}]{3,15}\\s\\d{1,2}"
          + "|\\d{4}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일]"
          // 02.03.2026
          + "|\\d{1,2}([-/.])\\d{1,2}\\1\\d{4})(?![\\p{L}\\p{N}])";

  /** The same, to be looked for in a line. */
  public static final Pattern WRITTEN = Pattern.compile(DAY, Pattern.UNICODE_CHARACTER_CLASS);

  private DateForms() {}
}
