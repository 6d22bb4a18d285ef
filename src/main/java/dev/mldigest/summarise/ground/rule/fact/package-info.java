/** Rules on what is stated: numbers, units, names, quotations. */
@NullMarked
package dev.mldigest.summarise.ground.rule.fact;

import org.jspecify.annotations.NullMarked;
