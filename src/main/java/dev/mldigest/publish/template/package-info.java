/**
 * The template languages of services: what of an issue they would take for a command is made text
 * again, so that readers see what was written.
 */
@NullMarked
package dev.mldigest.publish.template;

import org.jspecify.annotations.NullMarked;
