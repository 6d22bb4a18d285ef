/**
 * What may stand in a file of settings, and what is said of what may not: {@link
 * dev.mldigest.config.yaml.YamlDocument} reads it with its places, a {@link
 * dev.mldigest.config.yaml.YamlMap} gives the values of its keys, each by a {@link
 * dev.mldigest.config.yaml.ValueForm}, and {@link dev.mldigest.config.yaml.Mistakes} collects.
 */
@NullMarked
package dev.mldigest.config.yaml;

import org.jspecify.annotations.NullMarked;
