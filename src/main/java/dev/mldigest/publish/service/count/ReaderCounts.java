package dev.mldigest.publish.service.count;

import dev.mldigest.domain.readers.Readership;
import dev.mldigest.publish.service.call.Reply;

/** A service that counts what readers do. */
public interface ReaderCounts {
  /**
   * @param id the service's, of the mail or post
   */
  Reply<Readership.Counts> of(String id);
}
