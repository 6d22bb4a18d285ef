/** What readers did with an issue, in numbers; who they are is never in it. */
@NullMarked
package dev.mldigest.domain.readers;

import org.jspecify.annotations.NullMarked;
