/** What does not belong before this audience, and why. */
@NullMarked
package dev.mldigest.select.filter;

import org.jspecify.annotations.NullMarked;
