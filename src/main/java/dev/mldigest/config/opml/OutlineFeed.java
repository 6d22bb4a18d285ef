package dev.mldigest.config.opml;

import java.net.URI;

/**
 * One feed of an OPML file.
 *
 * @param title what the outline calls it; its host where it has no name
 * @param url http or https
 * @param folder the name of the outline it stands in, empty at the top
 * @param category the outline's own category, empty where it has none
 */
public record OutlineFeed(String title, URI url, String folder, String category) {}
