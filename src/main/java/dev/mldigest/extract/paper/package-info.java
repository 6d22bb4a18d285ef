/** Pages of papers: their abstracts, and full texts made by LaTeXML. */
@NullMarked
package dev.mldigest.extract.paper;

import org.jspecify.annotations.NullMarked;
