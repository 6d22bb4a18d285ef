/** Which of the lines of a page are its article: {@link ArticleBody} judges them. */
@NullMarked
package dev.mldigest.extract.body;

import org.jspecify.annotations.NullMarked;
