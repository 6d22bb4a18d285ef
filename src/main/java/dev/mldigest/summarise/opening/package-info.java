/** What stands above the items: headlines, introduction, subject lines, the editor's voice. */
@NullMarked
package dev.mldigest.summarise.opening;

import org.jspecify.annotations.NullMarked;
