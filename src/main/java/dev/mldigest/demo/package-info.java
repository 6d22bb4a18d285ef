/**
 * A small fictional week of sources, served over real HTTP on loopback: what {@code digest demo}
 * reads.
 */
@NullMarked
package dev.mldigest.demo;

import org.jspecify.annotations.NullMarked;
