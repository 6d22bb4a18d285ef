/**
 * Articles become a shortlist: {@link dev.mldigest.select.Selection} chooses the issue, {@link
 * dev.mldigest.select.Panel} may be asked where it is not sure. The rooms below know nothing of
 * this one.
 */
@NullMarked
package dev.mldigest.select;

import org.jspecify.annotations.NullMarked;
