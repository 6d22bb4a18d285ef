/** Pages of papers: full texts made by {@link LatexMl}, and their {@link Abstracts}. */
@NullMarked
package dev.mldigest.extract.paper;

import org.jspecify.annotations.NullMarked;
