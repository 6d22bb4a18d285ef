/**
 * What the review page shows, as records, and the templates (src/main/jte, precompiled) that make
 * HTML of them: {@link dev.mldigest.page.view.Templates}. Knows neither the issue nor the server:
 * texts arrive as they are and are escaped here.
 */
@NullMarked
package dev.mldigest.page.view;

import org.jspecify.annotations.NullMarked;
