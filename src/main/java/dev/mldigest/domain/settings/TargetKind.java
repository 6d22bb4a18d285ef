package dev.mldigest.domain.settings;

import java.util.List;

/**
 * The kinds of target. Each says which keys of feeds.yaml it wants and which it takes besides; what
 * none of them names is a mistake there.
 */
public enum TargetKind {
  BUTTONDOWN("buttondown", "Buttondown", "https://api.buttondown.com", "api-key", ""),
  LISTMONK("listmonk", "listmonk", "", "url user api-key lists", "from template"),
  GHOST("ghost", "Ghost", "", "url api-key", ""),
  KIT("kit", "Kit", "https://api.kit.com", "api-key", ""),
  /** An address of one's own that takes the whole issue as JSON, signed. */
  WEBHOOK("webhook", "the webhook", "", "url api-key", ""),
  MAILCHIMP("mailchimp", "Mailchimp", "", "url api-key from audience", ""),
  BEEHIIV("beehiiv", "beehiiv", "https://api.beehiiv.com", "api-key publication", ""),
  MAILERLITE(
      "mailerlite", "MailerLite", "https://connect.mailerlite.com", "api-key from", "audience"),
  BREVO("brevo", "Brevo", "https://api.brevo.com", "api-key from", "lists"),
  RESEND("resend", "Resend", "https://api.resend.com", "api-key from audience", ""),
  WORDPRESS("wordpress", "WordPress", "", "url user api-key", ""),
  /** The editor's own address, and no other. */
  MAIL("mail", "a test mail", "", "host from to", "port tls user api-key unsubscribe"),
  /** Files that mail programs open. */
  EML("eml", "mail files", "", "folder from to", "unsubscribe"),
  /** A folder of a static site. */
  SITE("site", "a site's folder", "", "folder", "draft");

  private final String word;
  private final String title;
  private final String address;
  private final String wanted;
  private final String taken;

  TargetKind(String word, String title, String address, String wanted, String taken) {
    this.word = word;
    this.title = title;
    this.address = address;
    this.wanted = wanted;
    this.taken = taken;
  }

  /** As feeds.yaml names it. */
  public String word() {
    return word;
  }

  /** As a sentence names it. */
  public String title() {
    return title;
  }

  /** The service's one public address; empty where it has none. */
  public String address() {
    return address;
  }

  /** Keys of feeds.yaml without which it cannot be asked. */
  public List<String> wanted() {
    return List.of(wanted.split(" "));
  }

  /** Keys of feeds.yaml that it takes besides; an address can always be given. */
  public boolean takes(String key) {
    return key.equals("url") || wanted().contains(key) || List.of(taken.split(" ")).contains(key);
  }
}
