package dev.mldigest.publish.mail;

import dev.mldigest.publish.Draft;
import dev.mldigest.publish.FileTarget;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Receipts;
import dev.mldigest.publish.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The issue as a file that any mail program opens and other services take. Each content has a file
 * of its own, which is written once.
 */
public final class EmlFolder implements Target {
  /** Digits of the content's hash in a file's name: two texts of a week never share them. */
  private static final int DIGITS = 8;

  private final Path folder;
  private final MailAddresses addresses;
  private final InstantSource clock;

  public EmlFolder(Path folder, MailAddresses addresses, InstantSource clock) {
    this.folder = folder;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public PublishOutcome publish(Draft draft, Receipts receipts) {
    Letter letter = TestMailTarget.letter(draft, clock);
    Path file = file(draft);
    return holds(file, Eml.identifier(letter, addresses))
        ? new PublishOutcome.Unchanged(file.toString())
        : new FileTarget(file).publish(Eml.of(letter, addresses));
  }

  private Path file(Draft draft) {
    return folder.resolve(draft.week() + "-" + draft.contentHash().substring(0, DIGITS) + ".eml");
  }

  /** By its identifier: only the date of writing would differ. */
  private static boolean holds(Path file, String identifier) {
    try {
      return Files.isRegularFile(file)
          && Files.readString(file, StandardCharsets.ISO_8859_1)
              .contains("\r\nMessage-ID: " + identifier + "\r\n");
    } catch (IOException e) {
      return false; // Unreadable: then writing it is what tells the editor why.
    }
  }

  @Override
  public String request(Draft draft) {
    return file(draft)
        + "\n\n"
        + Eml.of(TestMailTarget.letter(draft, clock), addresses).replace("\r\n", "\n");
  }
}
