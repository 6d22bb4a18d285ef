package dev.mldigest.extract;

import java.util.Set;

/** What the names of HTML elements mean to a reader of text. */
final class Tags {
  private Tags() {}

  /** Elements that begin and end a line of text. */
  static final Set<String> BLOCK =
      Set.of(
          "html",
          "body",
          "address",
          "article",
          "aside",
          "blockquote",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "option",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  /** Elements that never hold readable text. */
  static final Set<String> SILENT =
      Set.of(
          "head",
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "svg",
          "canvas",
          "audio",
          "video",
          "object",
          "embed",
          "applet",
          "map",
          "select",
          "datalist",
          "button",
          "input",
          "textarea",
          "dialog",
          "frameset",
          "noframes",
          "rp",
          "rt",
          "link",
          "meta",
          "title",
          "progress",
          "meter",
          "img",
          "picture");

  /** The level of a heading element, or 0. */
  static int headingLevel(String tag) {
    return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
        ? tag.charAt(1) - '0'
        : 0;
  }
}
