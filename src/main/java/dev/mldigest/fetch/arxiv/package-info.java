/**
 * arXiv's three ways of telling what is new, behind {@link dev.mldigest.fetch.arxiv.ArxivProtocol}.
 */
@NullMarked
package dev.mldigest.fetch.arxiv;

import org.jspecify.annotations.NullMarked;
