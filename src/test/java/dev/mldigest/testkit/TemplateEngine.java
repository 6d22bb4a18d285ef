package dev.mldigest.testkit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders as a service does before a mail or a page leaves: commands are acted on, and what cannot
 * be read as one stops it. Stricter than the services: whatever looks like a command is one, known
 * or not.
 */
public enum TemplateEngine {
  MAILCHIMP("\\*\\|([^|]*)\\|\\*", "\\*\\||\\|\\*"),
  DJANGO("\\{\\{(.*?)}}|\\{%(.*?)%}|\\{#(.*?)#}", "\\{\\{|\\{%|\\{#"),
  LISTMONK("\\{\\{(.*?)}}|https?://[^\\s\"<>]*?@TrackLink", "\\{\\{"),
  GHOST("%%\\{(.*?)}%%", "(?!)"),
  LIQUID("\\{\\{(.*?)}}|\\{%(.*?)%}", "\\{\\{|\\{%"),
  RESEND("\\{\\{\\{([^{}]*)}}}", "\\{\\{"),
  BREVO("\\{\\{(.*?)}}|\\{%(.*?)%}|\\{\\w+}|\\[\\w+]", "\\{\\{|\\{%"),
  MAILERLITE("\\{\\$[^}]*}|\\{/?[a-z]+[^}]*}", "\\{\\$|\\{\\{"),
  WORDPRESS("\\[/?[\\w-][^\\[\\]]*]", "(?!)"),
  SITE("\\{\\{[<%](.*?)[>%]}}|\\{\\{(.*?)}}|\\{%(.*?)%}|\\{:[^}]*}|%%.*?%%", "\\{\\{|\\{%");

  private final Pattern command;
  private final Pattern rest;

  TemplateEngine(String command, String rest) {
    this.command = Pattern.compile(command, Pattern.DOTALL);
    this.rest = Pattern.compile(rest);
  }

  /** The template does not compile. */
  public static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }

  /** The commands that a service would act on, in their order. */
  public List<String> commands(String template) {
    return command.matcher(template).results().map(MatchResult::group).toList();
  }

  /** What leaves, with a reader's name in the place of every command. */
  public String render(String template) {
    String out = command.matcher(template).replaceAll(Matcher.quoteReplacement("Ada"));
    Matcher open = rest.matcher(out);
    if (open.find()) {
      throw new Broken("unexpected '" + open.group() + "' in a template");
    }
    return out;
  }
}
