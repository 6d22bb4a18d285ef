package dev.mldigest.publish.service.text;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a reader gets of HTML: the words, and where links and pictures lead. Services write HTML
 * anew (quotes, references, white space); that must stay, and this is compared.
 */
public final class Seen {
  private Seen() {}

  public static String of(String html) {
    Document read = Jsoup.parse(html);
    List<String> all = new ArrayList<>(List.of(read.text()));
    all.addAll(read.select("a[href]").eachAttr("href"));
    all.addAll(read.select("img[src]").eachAttr("src"));
    return String.join("\n", all);
  }

  /** Of a plain text: its words. */
  public static String ofText(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
