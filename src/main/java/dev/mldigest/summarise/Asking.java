package dev.mldigest.summarise;

import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.summarise.ground.ClaimGate;
import java.util.Map;

/**
 * What a model was asked, and what there is if its answer is of no use.
 *
 * @param repairs false where the editor asked for other words herself
 */
record Asking(
    Task task,
    Story story,
    ClaimGate.Text text,
    Map<String, String> values,
    Summary fallback,
    boolean repairs) {}
