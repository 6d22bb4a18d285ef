/** What feeds.yaml says, read and checked. */
@NullMarked
package dev.mldigest.domain.settings;

import org.jspecify.annotations.NullMarked;
