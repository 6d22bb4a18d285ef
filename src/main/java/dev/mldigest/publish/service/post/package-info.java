/** Services that hold a post, which can be mailed. */
@NullMarked
package dev.mldigest.publish.service.post;

import org.jspecify.annotations.NullMarked;
