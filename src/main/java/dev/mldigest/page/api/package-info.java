/** What the page's script says and is told, as JSON. */
@NullMarked
package dev.mldigest.page.api;

import org.jspecify.annotations.NullMarked;
