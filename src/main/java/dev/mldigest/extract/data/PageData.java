package dev.mldigest.extract.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.extract.page.LenientJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The article in the data that a page hands to its own script: JSON of Next, Nuxt, Gatsby and the
 * like, state that a script assigns, and the rows that React streams. A last resort for pages whose
 * markup is empty until the script runs.
 */
public final class PageData {
  /** Scripts of a page that are looked at; ordinary ones have some dozens. */
  private static final int MOST_SCRIPTS = 200;

  /** How React's rows are handed over, one call a part. */
  private static final String PUSH = "__next_f.push(";

  private final StringBuilder stream = new StringBuilder();
  private final List<JsonNode> values = new ArrayList<>();

  private PageData() {}

  /**
   * The article as HTML, or null if no script carries one.
   *
   * @param page the page with its scripts
   * @param title what the page is about: of several texts the one with that title is taken
   */
  public static @Nullable String article(String page, String title) {
    PageData data = new PageData();
    data.scripts(page);
    CarriedText carried = new CarriedText(title);
    data.values.forEach(carried::visit);
    FlightRows rows = FlightRows.of(data.stream);
    rows.values().forEach(carried::visit);
    return carried.longest(rows.html());
  }

  private void scripts(String page) {
    String lower = page.toLowerCase(Locale.ROOT);
    int from = lower.indexOf("<script");
    for (int n = 0; from >= 0 && n < MOST_SCRIPTS; n++) {
      int start = page.indexOf('>', from) + 1;
      int end = lower.indexOf("</script", start);
      if (start <= 0 || end < 0 || lower.length() != page.length()) {
        return;
      }
      script(page.substring(start, end).strip());
      from = lower.indexOf("<script", end);
    }
  }

  private void script(String text) {
    if (text.length() > LenientJson.LONGEST) {
      return;
    }
    int push = text.indexOf(PUSH);
    if (push >= 0) {
      JsonNode part = LenientJson.read(text.substring(push + PUSH.length())).path(1);
      stream.append(part.isTextual() ? part.asText() : "");
      return;
    }
    int value = valueStart(text);
    if (value >= 0) {
      values.add(LenientJson.read(text.substring(value)));
    }
  }

  /** Where a value begins: at once, or behind the sign that assigns it; -1 if nowhere. */
  private static int valueStart(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      return 0;
    }
    for (int i = text.indexOf('='); i >= 0; i = text.indexOf('=', i + 1)) {
      int at = i + 1;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[')) {
        return at;
      }
    }
    return -1;
  }
}
