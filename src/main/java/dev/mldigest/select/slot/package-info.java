/** Which of the ranked stories fill the places of an issue. */
@NullMarked
package dev.mldigest.select.slot;

import org.jspecify.annotations.NullMarked;
