/**
 * The prompt files and what an answer to them must be. The front door is {@link
 * dev.mldigest.model.prompt.Prompts}, which gives each task's newest {@link
 * dev.mldigest.model.prompt.Prompt}.
 */
@NullMarked
package dev.mldigest.model.prompt;

import org.jspecify.annotations.NullMarked;
