package dev.mldigest.model;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.wire.Service;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of each kind of fault of a service once in a run, in the provider's own words: the
 * ledger has every attempt. Safe for use by several threads.
 */
final class FaultLog {
  private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  void tell(LanguageModel model, Attempt attempt) {
    String service = service(model);
    if (isFault(attempt) && told.add(attempt.kind() + " " + service)) {
      LOG.warn("{}, {}: {}", service, attempt.kind().word(), attempt.detail());
    }
  }

  /** What is asked otherwise at once is none, nor is what ends because the run does. */
  private static boolean isFault(Attempt attempt) {
    return switch (attempt.kind()) {
      case FINISHED, RESHAPED, INTERRUPTED -> false;
      default -> !attempt.detail().isEmpty();
    };
  }

  private static String service(LanguageModel model) {
    URI base = Service.of(model).base();
    String host = base == null ? null : base.getHost();
    return host == null ? model.provider().word() : host;
  }
}
