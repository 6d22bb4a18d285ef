/**
 * What stands above the items. Front door: {@link dev.mldigest.summarise.opening.FrontPage} for
 * headlines, introduction and subject lines; {@link dev.mldigest.summarise.opening.Voice} is how
 * the editor writes.
 */
@NullMarked
package dev.mldigest.summarise.opening;

import org.jspecify.annotations.NullMarked;
