package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.io.KeptFile;
import dev.mldigest.review.desk.Sheet;
import org.jspecify.annotations.Nullable;

/** A week's digest.md as a desk reads and writes it. */
record DigestSheet(Week week, IssueFiles files) implements Sheet {
  @Override
  public @Nullable String read() {
    return files.readWhole(week).orElse(null);
  }

  @Override
  public @Nullable Missed put(@Nullable String seen, String text) {
    return switch (files.replace(week, seen, text)) {
      case KeptFile.Outcome.Replaced replaced -> null;
      case KeptFile.Outcome.Changed changed -> {
        String now = files.readSettled(week).orElse(null);
        yield new Missed(now, now);
      }
      case KeptFile.Outcome.Late(KeptFile.Version old) -> new Missed(files.read(old), text);
    };
  }
}
