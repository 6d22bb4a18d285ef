package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.PollEnding;
import dev.mldigest.domain.PollRecord;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a source's last poll ended; {@code outcome} is {@code not polled} where it never was.
 *
 * @param vital true for the kind of source whose failure alone makes an issue incomplete
 * @param archive the editor's own past issues: nothing is harvested from it
 */
public record SourceReport(
    String source,
    String sourceUrl,
    String outcome,
    String detail,
    int entries,
    boolean vital,
    boolean archive) {
  /** One report for each configured source, in the configuration's order. */
  public static List<SourceReport> of(Settings settings, List<PollRecord> records) {
    Map<String, PollRecord> polls =
        records.stream().collect(Collectors.toMap(PollRecord::sourceId, poll -> poll));
    return settings.sources().stream().map(source -> of(source, polls.get(source.id()))).toList();
  }

  private static SourceReport of(Source source, @Nullable PollRecord poll) {
    boolean madeUpFor = poll != null && poll.madeUpFor();
    return new SourceReport(
        source.id(),
        source.url().toString(),
        poll == null ? "not polled" : madeUpFor ? PollEnding.FETCHED.word() : poll.outcome(),
        poll == null || madeUpFor ? "" : poll.detail(),
        poll == null ? 0 : poll.entries(),
        source.kind() == SourceKind.ARXIV,
        source.kind() == SourceKind.ARCHIVE);
  }

  public boolean healthy() {
    return PollEnding.of(outcome).isWell();
  }
}
