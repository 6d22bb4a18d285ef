/** Rules on what it means: negation, direction, certainty. */
@NullMarked
package dev.mldigest.summarise.ground.rule.sense;

import org.jspecify.annotations.NullMarked;
