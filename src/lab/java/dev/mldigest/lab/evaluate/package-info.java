/** How good the program is, as figures on corpora; nothing here takes part in making an issue. */
@NullMarked
package dev.mldigest.lab.evaluate;

import org.jspecify.annotations.NullMarked;
