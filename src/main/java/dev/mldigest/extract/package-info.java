/** HTML becomes the article and nothing else. */
@NullMarked
package dev.mldigest.extract;

import org.jspecify.annotations.NullMarked;
