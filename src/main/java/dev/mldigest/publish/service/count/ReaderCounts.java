package dev.mldigest.publish.service.count;

import dev.mldigest.domain.readers.Readership;
import dev.mldigest.publish.service.call.Reply;
import java.util.function.UnaryOperator;

/** A service that counts what readers do. */
public interface ReaderCounts {
  /**
   * @param id the service's, of the mail or post
   * @param names of links, under which they are added up
   */
  Reply<Readership.Counts> of(String id, UnaryOperator<String> names);
}
