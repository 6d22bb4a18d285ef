/**
 * Which of the ranked stories fill the places of an issue: {@link
 * dev.mldigest.select.slot.SlotFiller}.
 */
@NullMarked
package dev.mldigest.select.slot;

import org.jspecify.annotations.NullMarked;
