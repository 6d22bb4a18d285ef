/** Formulas of a page as TeX, whatever draws them: {@link Tex} is asked. */
@NullMarked
package dev.mldigest.extract.formula;

import org.jspecify.annotations.NullMarked;
