package dev.mldigest.assemble;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.assemble.markdown.CleanText;
import dev.mldigest.assemble.markdown.Dialect;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail program shows before a mail is opened, as the digest's front matter has it: the first
 * {@code subject} and the first {@code preheader} that the editor left there. Plain text; empty
 * where there is none.
 */
public record Envelope(String subject, String preheader) {
  private static final ObjectMapper STRINGS = new ObjectMapper();

  /** Characters: beyond what any mail program shows, so that only a slip of the editor's is cut. */
  private static final int MOST = 400;

  /** Proposals carry a number behind the key. */
  private static final Pattern LINE = Pattern.compile("(subject|preheader)(?:-\\d)?:[ \\t]+(.*)");

  public static Envelope of(String markdown) {
    Envelope raw = raw(markdown);
    return new Envelope(CleanText.typed(raw.subject, MOST), CleanText.typed(raw.preheader, MOST));
  }

  /** As the editor typed it. */
  static Envelope raw(String markdown) {
    String subject = "";
    String preheader = "";
    for (String line : Dialect.frontMatter(markdown).lines().toList()) {
      Matcher proposal = LINE.matcher(line);
      if (proposal.matches()) {
        String text = scalar(proposal.group(2).strip());
        if (proposal.group(1).equals("subject")) {
          subject = subject.isEmpty() ? text : subject;
        } else {
          preheader = preheader.isEmpty() ? text : preheader;
        }
      }
    }
    return new Envelope(subject, preheader);
  }

  /** True if the digest proposes or sets a subject: digests of before there were any do not. */
  boolean isWritten() {
    return !subject.isEmpty();
  }

  /** A scalar on one line (YAML 1.2, 7.3), in whichever quotes the editor put it. */
  private static String scalar(String text) {
    String value = text;
    if (text.startsWith("\"")) {
      value = doubleQuoted(text);
    } else if (text.startsWith("'")) {
      int end = text.lastIndexOf('\'');
      value = text.substring(1, end == 0 ? text.length() : end).replace("''", "'");
    } else {
      int comment = text.indexOf(" #");
      value = text.startsWith("#") ? "" : comment < 0 ? text : text.substring(0, comment);
    }
    return value.strip();
  }

  private static String doubleQuoted(String text) {
    int end = text.lastIndexOf('"');
    String quoted = end == 0 ? text + '"' : text.substring(0, end + 1);
    try {
      // What we write is JSON too; an escape that only YAML has is the editor's and stays as typed.
      return STRINGS.readValue(quoted, String.class);
    } catch (JsonProcessingException e) {
      return quoted.substring(1, quoted.length() - 1);
    }
  }
}
