/** What the desk and the pipeline say of an issue, put as the page's templates show it. */
@NullMarked
package dev.mldigest.page.reading;

import org.jspecify.annotations.NullMarked;
