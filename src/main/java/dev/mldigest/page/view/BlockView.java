package dev.mldigest.page.view;

/**
 * What stands in the issue and is no item, as its readers get it: a slot, a paragraph, a table.
 *
 * @param place its id in the page, made of what it shows
 * @param section words of the heading it stands under, empty where there is none
 * @param above place of what it stands below; empty where that is the heading
 * @param label what it is, for example "Slot: sponsor"
 * @param html safe, as {@link dev.mldigest.assemble.Excerpt} makes it
 */
public record BlockView(String place, String section, String above, String label, String html)
    implements StandingView {}
