/**
 * How services differ on the wire: what a request may say, how an answer is wrapped, what was found
 * out of either. Sends nothing and judges no answer.
 */
@NullMarked
package dev.mldigest.model.wire;

import org.jspecify.annotations.NullMarked;
