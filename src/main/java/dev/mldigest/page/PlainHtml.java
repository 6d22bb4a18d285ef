package dev.mldigest.page;

import dev.mldigest.domain.Week;
import dev.mldigest.review.DigestFile;
import dev.mldigest.review.Part;
import dev.mldigest.review.desk.IssueState;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;

/** A page without looks, until the templates are there. */
final class PlainHtml {
  private PlainHtml() {}

  static String nonce() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  static String page(Week week, IssueState state, String token, String nonce) {
    return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"digest-token\""
        + " content=\""
        + token
        + "\"><title>"
        + week
        + "</title>"
        + DigestFile.parse(state.text()).items().stream()
            .map(part -> card(part) + forms(week, part, token, state.number()))
            .collect(Collectors.joining());
  }

  private static String forms(Week week, Part part, String token, int number) {
    String form =
        "<form method=\"post\" action=\"/week/%s/items/%s/%s\"><input type=\"hidden\""
            + " name=\"token\" value=\"%s\"><input type=\"hidden\" name=\"expected\""
            + " value=\"%d\"><button>%s</button></form>";
    return part.id() == null
        ? ""
        : form.formatted(week, part.id(), "accept", token, number, "Accept")
            + form.formatted(week, part.id(), "reject", token, number, "Reject");
  }

  static String card(Part part) {
    return "<article id=\"item-%s\"><pre>%s</pre></article>"
        .formatted(part.id(), escaped(text(part)));
  }

  static String preview(Week week, String form, String nonce) {
    return "<!doctype html><title>%s</title><iframe sandbox src=\"/week/%s/form/%s\"></iframe>"
        .formatted(form, week, form);
  }

  static String line(String text) {
    return "<p>" + escaped(text) + "</p>";
  }

  static String text(Part part) {
    String core = part.core();
    return core.startsWith("<!-- item:") ? core.substring(core.indexOf('\n') + 1) : core;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
