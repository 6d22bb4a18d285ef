/** Quartz jobs of a few lines that wake the pipeline. */
@NullMarked
package dev.mldigest.schedule;

import org.jspecify.annotations.NullMarked;
