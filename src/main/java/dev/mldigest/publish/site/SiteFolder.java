package dev.mldigest.publish.site;

import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.io.Sha256;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.FileTarget;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Receipts;
import dev.mldigest.publish.Target;
import dev.mldigest.publish.template.TemplateLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One page a week in a folder of a static site: Markdown below front matter that Hugo, Jekyll and
 * Obsidian read, marked as a draft unless the settings say otherwise. A page that somebody has
 * changed there, or that is not ours, is left as it is.
 */
public final class SiteFolder implements Target {
  private final String name;
  private final Path folder;
  private final boolean isDraft;
  private final InstantSource clock;

  /**
   * @param name of the target in feeds.yaml
   * @param isDraft false: the page shows with the site's next build
   */
  public SiteFolder(String name, Path folder, boolean isDraft, InstantSource clock) {
    this.name = name;
    this.folder = folder;
    this.isDraft = isDraft;
    this.clock = clock;
  }

  @Override
  public PublishOutcome publish(Draft draft, Receipts receipts) {
    List<Receipt> known = receipts.of(draft.week());
    Optional<Receipt> same =
        known.stream().filter(one -> one.hash().equals(draft.contentHash())).findFirst();
    Instant date = same.map(Receipt::at).orElseGet(clock::instant);
    Path file = file(draft);
    String page = page(draft, date);
    Optional<String> there = there(file);
    if (there.isPresent() && !there.get().equals(page) && !isOurs(there.get(), known)) {
      return new PublishOutcome.ChangedInService(
          file.toString(),
          same.map(Receipt::id).orElse(""),
          file.toString(),
          "'" + file + "' was changed since it was made, or is not ours: it stays as it is.");
    }
    // First the receipt: a page that no receipt knows would count as somebody else's.
    receipts.keep(
        new Receipt(
            name,
            draft.week(),
            draft.contentHash(),
            Receipt.Step.READ,
            file.toString(),
            "",
            Sha256.of(page),
            date));
    return new FileTarget(file).publish(page);
  }

  private Path file(Draft draft) {
    return folder.resolve(slug(draft) + ".md");
  }

  private static String slug(Draft draft) {
    return draft.week().toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isOurs(String page, List<Receipt> known) {
    String print = Sha256.of(page);
    return known.stream().anyMatch(one -> one.fingerprint().equals(print));
  }

  private static Optional<String> there(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(""); // No text: then it is not ours.
    }
  }

  String page(Draft draft, Instant date) {
    FrontMatter head =
        new FrontMatter()
            .text("title", draft.subject())
            .text("description", draft.preheader())
            .plain("date", date.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
            .text("slug", slug(draft))
            .text("week", draft.week().toString())
            .text("lang", draft.language());
    if (isDraft) {
      head.plain("draft", true).plain("published", false); // Hugo's word, and Jekyll's
    }
    return head.plain("render_with_liquid", false).block()
        + TemplateLanguage.SITE.text(draft.markdown());
  }

  @Override
  public String request(Draft draft) {
    return file(draft) + "\n\n" + page(draft, clock.instant());
  }
}
