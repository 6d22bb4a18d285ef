package dev.mldigest.pipeline.rendering;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of building the archive. */
public sealed interface Site {
  /**
   * It is built.
   *
   * @param files text by path within the site; what others link to comes before those
   */
  record Built(Map<String, String> files, int issues) implements Site {
    public Built {
      files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
  }

  /** No issue was approved or published yet. */
  record Empty() implements Site {}

  /**
   * Some issue must not be shown as it is.
   *
   * @param faults one sentence each, with the week
   */
  record Refused(List<String> faults) implements Site {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
