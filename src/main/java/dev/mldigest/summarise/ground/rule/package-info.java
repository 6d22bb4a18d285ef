/**
 * What a groundedness rule is. {@link dev.mldigest.summarise.ground.rule.Rule} sees an assertion
 * and its basis and yields doubts; the rules themselves stand by what they guard: {@code fact}
 * (numbers, names, quotations), {@code sense} (negation, direction, certainty), {@code role} (who
 * does what to whom) and {@code form} (how the wording departs). Which of them judge what is listed
 * in {@code Rules}.
 */
@NullMarked
package dev.mldigest.summarise.ground.rule;

import org.jspecify.annotations.NullMarked;
