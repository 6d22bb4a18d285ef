/** The words of a draft as services want them, and as they are compared with what was stored. */
@NullMarked
package dev.mldigest.publish.service.text;

import org.jspecify.annotations.NullMarked;
