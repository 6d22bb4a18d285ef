/** Rules on who does what: true words in false places. */
@NullMarked
package dev.mldigest.summarise.ground.rule.role;

import org.jspecify.annotations.NullMarked;
