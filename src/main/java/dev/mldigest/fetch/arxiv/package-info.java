/** arXiv's three ways of listing papers, and which of them proves the most. */
@NullMarked
package dev.mldigest.fetch.arxiv;

import org.jspecify.annotations.NullMarked;
