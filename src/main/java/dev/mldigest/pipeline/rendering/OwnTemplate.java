package dev.mldigest.pipeline.rendering;

import dev.mldigest.assemble.mail.MailTemplate;
import dev.mldigest.domain.settings.MailLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The editor's own template of a mail, read anew each time, so that a change shows at once.
 *
 * @param text null where the program's own is to be used
 * @param fault why it cannot be used, in one sentence that names the line; null if it can
 */
record OwnTemplate(@Nullable String text, @Nullable String fault) {
  static final OwnTemplate NONE = new OwnTemplate(null, null);

  static OwnTemplate of(MailLook look) {
    Path file = look.template();
    if (file == null) {
      return NONE;
    }
    String name = String.valueOf(file.getFileName());
    try {
      String text = Files.readString(file);
      return new OwnTemplate(text, MailTemplate.fault(name, text));
    } catch (IOException e) {
      return new OwnTemplate(
          null, name + ", the template of the mail, cannot be read as text in UTF-8.");
    }
  }
}
