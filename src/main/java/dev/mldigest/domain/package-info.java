/**
 * The newsroom's nouns: immutable records and sealed outcomes. Imports the JDK and JSpecify only.
 */
@NullMarked
package dev.mldigest.domain;

import org.jspecify.annotations.NullMarked;
