package dev.mldigest.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a person where formats join it with a mail address: no address is ever printed. */
public final class PersonName {
  /** RSS writes "address (name)". */
  private static final Pattern BEHIND =
      Pattern.compile("(?:mailto:)?[^\\s@()]+@[^\\s()]+\\s*\\(([^()]{1,200})\\)");

  /** "@name@host" is none: so the federated networks name people, and it reaches no mailbox. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<!\\S)[<(\\[]?(?:mailto:)?[^\\s<>()\\[\\]@]+@[^\\s<>()\\[\\]]+[>)\\]]?");

  private PersonName() {}

  /** Empty where there is nothing but an address. */
  public static String withoutMail(String written) {
    if (written.indexOf('@') < 0) {
      return written;
    }
    Matcher behind = BEHIND.matcher(written.strip());
    if (behind.matches()) {
      return behind.group(1).strip();
    }
    return ADDRESS.matcher(written).replaceAll("").strip();
  }
}
