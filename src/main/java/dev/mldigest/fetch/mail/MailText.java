package dev.mldigest.fetch.mail;

import dev.mldigest.fetch.document.Links;
import dev.mldigest.web.CanonicalUrl;
import dev.mldigest.web.Host;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, as a page would: its tables are boxes and no tables, its pictures count
 * readers, its links lead where they lead. Whom it was sent to stays with the editor.
 *
 * @param html the text with its links, nothing else
 * @param online where all may read it, or null where the mail tells none, or none but the reader's
 *     own
 */
record MailText(String html, @Nullable String online) {
  /** Trees are walked by recursion: as for pages. */
  private static final int DEEPEST = 256;

  private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]{4,2000}");

  /** How mails call the page that they stand on. */
  private static final Pattern ONLINE =
      Pattern.compile(
          "(?i)(?:view|read|open|see)\\b.{0,30}\\b(?:browser|online|web|app)\\b|web version"
              + "|im browser|online[- ]version|dans (?:votre|le) navigateur|en el navegador");

  /** A segment of a path that names a reader or a mail: long, with digits, and no words. */
  private static final Pattern TOKEN =
      Pattern.compile("(?=[^/]*[0-9])(?=[^/]*[A-Za-z])[A-Za-z0-9_=.~]{20,}|[^/]{120,}");

  private static final String HIDDEN =
      "script, style, head, meta, title, noscript, template, img, video, form, [hidden],"
          + " [style~=(?i)display\\s*:\\s*none]";

  /**
   * @param recipients addresses that stand in nobody's digest
   */
  static MailText of(Mail mail, List<String> recipients) {
    StringBuilder html = new StringBuilder();
    for (String part : mail.html()) {
      html.append("<div>").append(mail.plain() ? marked(part) : part).append("</div>\n");
    }
    Document page = Jsoup.parse(html.toString(), "", Parser.htmlParser().setMaxDepth(DEEPEST));
    page.select(HIDDEN).remove();
    String online = links(page);
    page.select("table, tbody, thead, tfoot, tr, td, th, center").tagName("div");
    page.select("*").forEach(MailText::bare);
    recipients.forEach(address -> forget(page, address));
    return new MailText(page.body().html(), online);
  }

  /** Leads each link where it leads; the first that leads to the mail's own page. */
  private static @Nullable String links(Document page) {
    String online = null;
    for (Element link : page.select("a[href]")) {
      String href = Links.resolve(link.attr("href"), null);
      if (href == null || !Links.web(href)) {
        link.removeAttr("href");
        continue;
      }
      String target = WrappedLink.target(href);
      link.attr("href", target);
      if (online == null && ONLINE.matcher(link.text()).find()) {
        online = open(target);
      }
    }
    return online;
  }

  /** The address without what tells the reader; null where nothing of it is left. */
  private static @Nullable String open(String url) {
    String plain = url.replaceFirst("[?#].*$", "");
    String path = plain.replaceFirst("^https?://[^/]*+/?", "");
    boolean personal = List.of(path.split("/")).stream().anyMatch(s -> TOKEN.matcher(s).matches());
    return path.isEmpty() || personal || Host.of(plain).isNone() || CanonicalUrl.of(plain).isEmpty()
        ? null
        : plain;
  }

  private static void bare(Element element) {
    for (Attribute attribute : element.attributes().asList()) {
      if (!attribute.getKey().equals("href")) {
        element.removeAttr(attribute.getKey());
      }
    }
  }

  private static void forget(Document page, String address) {
    String wanted = address.toLowerCase(Locale.ROOT);
    for (Element element : page.getAllElements()) {
      for (TextNode text : element.textNodes()) {
        String words = text.getWholeText();
        if (words.toLowerCase(Locale.ROOT).contains(wanted)) {
          text.text(words.replaceAll("(?i)" + Pattern.quote(address), "…"));
        }
      }
    }
  }

  /** Plain text with its paragraphs and its addresses as links. */
  private static String marked(String text) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : text.replace("\r\n", "\n").split("\n[ \\t]*\n\\s*")) {
      html.append("<p>").append(linked(paragraph.strip())).append("</p>\n");
    }
    return html.toString();
  }

  private static String linked(String paragraph) {
    StringBuilder html = new StringBuilder();
    Matcher url = URL.matcher(paragraph);
    int from = 0;
    while (url.find()) {
      String address = url.group().replaceFirst("[.,;:!?)\\]]+$", "");
      int end = url.start() + address.length();
      html.append(Entities.escape(paragraph.substring(from, url.start())))
          .append("<a href=\"")
          .append(Entities.escape(address))
          .append("\">")
          .append(Entities.escape(address))
          .append("</a>");
      from = end;
    }
    return html.append(Entities.escape(paragraph.substring(from))).toString();
  }
}
