/**
 * What does not belong before this audience, and why: {@link dev.mldigest.select.filter.Filters}
 * for what was learned, {@link dev.mldigest.select.filter.Rules} for what no learner is needed for.
 */
@NullMarked
package dev.mldigest.select.filter;

import org.jspecify.annotations.NullMarked;
