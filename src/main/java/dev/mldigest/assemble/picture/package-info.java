/**
 * Pictures of the week in numbers: each is one small {@link dev.mldigest.assemble.picture.Scene},
 * drawn as {@link dev.mldigest.assemble.picture.Svg} on screens and as {@link
 * dev.mldigest.assemble.picture.Png} in mails, with its numbers in words and as a table. {@link
 * dev.mldigest.assemble.picture.Pictures} makes the scenes.
 */
@NullMarked
package dev.mldigest.assemble.picture;

import org.jspecify.annotations.NullMarked;
