/**
 * The newsroom's nouns: immutable records and sealed outcomes. Knows the JDK, and of the other
 * rooms only addresses ({@code web}).
 */
@NullMarked
package dev.mldigest.domain;

import org.jspecify.annotations.NullMarked;
