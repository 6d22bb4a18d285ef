package dev.mldigest.domain.article;

/**
 * The picture an article is shown with.
 *
 * @param url an absolute address of the web (http or https)
 * @param alt what is to be seen, as the page says it; empty where it says nothing
 */
public record LeadImage(String url, String alt) {}
