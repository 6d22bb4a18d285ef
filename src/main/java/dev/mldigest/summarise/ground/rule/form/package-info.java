/** Rules on how an assertion is worded: how much is new, how much is copied. */
@NullMarked
package dev.mldigest.summarise.ground.rule.form;

import org.jspecify.annotations.NullMarked;
