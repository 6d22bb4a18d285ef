/**
 * One draft of one content: looked up, made, read back, set back where it leaves; whatever the
 * service.
 */
@NullMarked
package dev.mldigest.publish.service.draft;

import org.jspecify.annotations.NullMarked;
