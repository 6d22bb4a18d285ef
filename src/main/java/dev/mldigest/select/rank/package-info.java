/** What is worth the editor's place, learned from what the editor chose before. */
@NullMarked
package dev.mldigest.select.rank;

import org.jspecify.annotations.NullMarked;
