/**
 * What measures the program and relearns what it has learned; none of it ships. Programs of the
 * laboratory stand here, or beside the classes whose insides they learn or measure.
 */
@NullMarked
package dev.mldigest.lab;

import org.jspecify.annotations.NullMarked;
