/**
 * When something appeared, as feeds write it, in the languages that the JDK knows: {@link
 * dev.mldigest.text.date.FeedDates}.
 */
@NullMarked
package dev.mldigest.text.date;

import org.jspecify.annotations.NullMarked;
