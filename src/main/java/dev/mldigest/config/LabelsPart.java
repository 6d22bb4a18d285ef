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

  private static final String PLACE =
      "must be a mailto: or https address; {week}, {item} and {title} stand for which";

  private LabelsPart() {}

  /** Nothing in it ends a link in Markdown or in HTML. */
  private static ValueForm<String> corrections() {
    return ValueForm.ofText(
        PLACE,
        text ->
            text.matches("(?:mailto:[^\\s<>()\"'\\\\@]+@|https://)[^\\s<>()\"'\\\\]{1,500}")
                    && text.replaceAll("\\{(?:week|item|title)\\}", "").matches("[^{}]*")
                ? ValueForm.good(text)
                : ValueForm.bad(PLACE));
  }

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
    if (issue != null) {
      issue
          .find("corrections", corrections())
          .ifPresent(address -> own.put(Labels.CORRECTIONS, address));
    }
    boolean coverage = issue != null && issue.get("show-coverage", ValueForm.flag(), false);
    return new Labels(top.get("language", ValueForms.language(), "en"), coverage, own);
  }
}
