package dev.mldigest.assemble.mail;

import dev.mldigest.assemble.Direction;
import dev.mldigest.assemble.Envelope;
import dev.mldigest.assemble.markdown.CleanText;
import dev.mldigest.assemble.markdown.Degraded;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.Words;
import dev.mldigest.domain.settings.MailLook;
import dev.mldigest.io.Resource;
import dev.mldigest.text.Markup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * The issue as an HTML mail: a table layout with inline styles, because mail programs keep little
 * else; it asks for nothing from the network but the pictures that the editor put in. Takes
 * Markdown whose anchors are gone, so that the editor's changes reach every reader. Sending is left
 * to {@code publish}.
 */
public final class HtmlMail {
  /** Characters: mail programs show about 35 to 140 of them. */
  private static final int PREHEADER = 140;

  private final Locale language;
  private final MailLook look;
  private final String template;
  private final Map<String, String> colours;
  private final boolean rightToLeft;
  private final MailFragment fragment;

  /**
   * @param language of the issue, which reading aloud and hyphenation go by
   */
  public HtmlMail(Locale language) {
    this(language, MailLook.OURS, null);
  }

  /**
   * @param template the editor's own in place of ours, without {@link MailTemplate#fault}, or null
   */
  public HtmlMail(Locale language, MailLook look, @Nullable String template) {
    this.language = language;
    this.look = look;
    this.template = template == null ? Resource.text("/templates/mail.html") : template;
    this.colours = MailColours.with(look.colours());
    this.rightToLeft = Direction.runsFromTheRight(language);
    this.fragment = new MailFragment(colours, Direction.of(language));
  }

  /**
   * @param title stands as the mail's title where the digest has no subject
   */
  public String render(String markdown, String title) {
    Node document = Degraded.of(Dialect.letter(markdown));
    Envelope envelope = Envelope.of(markdown);
    String subject = envelope.subject().isEmpty() ? title : envelope.subject();
    String beside = envelope.preheader().isEmpty() ? titles(document) : envelope.preheader();
    Map<String, String> places = new HashMap<>(colours);
    places.put("language", Markup.escaped(language.toLanguageTag()));
    places.put("dir", Direction.of(language));
    places.put("start", rightToLeft ? "right" : "left");
    places.put("title", Markup.escaped(CleanText.typed(subject, PREHEADER)));
    places.put("preheader", Markup.escaped(CleanText.typed(beside, PREHEADER)));
    places.put("logo", logo());
    places.put("body", fragment.render(document).strip());
    places.put("footer", footer());
    return MailTemplate.filled(template, places);
  }

  private String logo() {
    MailLook.Logo logo = look.logo();
    return logo == null
        ? ""
        : "<p style=\"margin:0 0 20px;\"><img src=\"%s\" alt=\"%s\" width=\"%d\" style=\"max-width:100%%;height:auto;border:0;\"></p>"
            .formatted(Markup.escaped(logo.url()), Markup.escaped(logo.alt()), logo.width());
  }

  private String footer() {
    return look.footer().isBlank()
        ? ""
        : "<div class=\"dim\" style=\"margin:34px 0 0;padding-top:14px;border-top:1px solid %s;font-size:13px;line-height:19px;color:%s;\">%s</div>"
            .formatted(
                colours.get("line"),
                colours.get("dim"),
                fragment.render(Dialect.shown(look.footer())).strip());
  }

  /** What mail programs show beside the subject where the digest has no preheader. */
  private static String titles(Node document) {
    List<String> titles = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 3) {
        titles.add(Words.of(heading));
      }
    }
    return String.join(" · ", titles);
  }
}
