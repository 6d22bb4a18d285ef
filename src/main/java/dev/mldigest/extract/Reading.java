package dev.mldigest.extract;

import dev.mldigest.domain.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a page, readable or not.
 *
 * @param article the best text found; its kind says whether it may be summarised
 * @param unreadable one sentence why not, or null if the page is readable
 * @param blocks all blocks of the body with the verdict on each
 */
public record Reading(Article article, @Nullable String unreadable, List<Block> blocks) {}
