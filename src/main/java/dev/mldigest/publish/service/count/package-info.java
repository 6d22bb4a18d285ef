/**
 * What services count of readers: totals and, where they have it, clicks by link. Some tell it by
 * event, with the person: those are counted as they are read, page by page, and never leave here.
 */
@NullMarked
package dev.mldigest.publish.service.count;

import org.jspecify.annotations.NullMarked;
