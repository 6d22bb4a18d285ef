package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Inert;
import dev.mldigest.domain.issue.Labels;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The line below an item by which a reader tells what is wrong with it. */
public final class CorrectionLink {
  /** Characters of a label: what feeds.yaml allows. */
  private static final int LONGEST = 300;

  private CorrectionLink() {}

  /**
   * A paragraph in Markdown; in the mail it is set small, as the line of source and date is.
   *
   * @param address with places such as {@code {week}}; a mail without a subject gets one
   * @param places by their names
   */
  public static String markdown(String label, String address, Map<String, String> places) {
    boolean subjectless = address.startsWith("mailto:") && !address.contains("?");
    String whole = subjectless ? address + "?subject={week}:%20{title}" : address;
    Map<String, String> encoded = new TreeMap<>();
    places.forEach((name, value) ->
        encoded.put(name, URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
    return "*[" + Inert.text(label, LONGEST) + "](" + Labels.filled(whole, encoded) + ")*";
  }
}
