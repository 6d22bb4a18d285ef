package dev.mldigest.config;

import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.ValueForms;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads in what words and what language an issue is set, and whether it shows its coverage. */
final class LabelsPart {
  private static final int LONGEST = 300;

  private LabelsPart() {}

  /**
   * @param issue what stands under 'issue', or null
   */
  static Labels labels(YamlMap top, @Nullable YamlMap issue) {
    Map<String, String> own = new LinkedHashMap<>();
    top.map("labels", Keys.LABELS)
        .ifPresent(map -> {
          for (Label label : Label.values()) {
            map.find(label.key(), ValueForm.text(LONGEST))
                .ifPresent(text -> own.put(label.key(), text));
          }
        });
    boolean coverage = issue != null && issue.get("show-coverage", ValueForm.flag(), false);
    return new Labels(top.get("language", ValueForms.language(), "en"), coverage, own);
  }
}
