/** What was read of a page. */
@NullMarked
package dev.mldigest.domain.article;

import org.jspecify.annotations.NullMarked;
