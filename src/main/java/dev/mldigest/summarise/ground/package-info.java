/**
 * Whether what is said is supported. Front doors: {@link
 * dev.mldigest.summarise.ground.Groundedness} for any text, {@link
 * dev.mldigest.summarise.ground.ClaimGate} for a model's claims about a {@link
 * dev.mldigest.summarise.ground.NumberedText}, {@link dev.mldigest.summarise.ground.LineGate} for
 * lines made of {@link dev.mldigest.summarise.ground.NumberedClaims}, {@link
 * dev.mldigest.summarise.ground.UnfitSentences} for what no summary may show. The rules that decide
 * are listed in {@link dev.mldigest.summarise.ground.Rules}.
 */
@NullMarked
package dev.mldigest.summarise.ground;

import org.jspecify.annotations.NullMarked;
