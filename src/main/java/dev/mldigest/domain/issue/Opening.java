package dev.mldigest.domain.issue;

import java.util.List;

/**
 * What an issue says before its first item: in the inbox, and in its first lines. All of it is
 * plain text, never markup.
 *
 * @param subjects subject lines to choose from, best first
 * @param preheaders what mail programs show beside the subject, to choose from, best first
 * @param intro two or three sentences, or none where nothing good can be said
 * @param by {@link Summary#OFFLINE}, or the name of the model that wrote any of it
 */
public record Opening(
    List<String> subjects, List<String> preheaders, List<Sentence> intro, String by) {
  public static final Opening NONE = new Opening(List.of(), List.of(), List.of(), Summary.OFFLINE);

  public Opening {
    subjects = List.copyOf(subjects);
    preheaders = List.copyOf(preheaders);
    intro = List.copyOf(intro);
  }

  /**
   * A sentence of the introduction.
   *
   * @param grounds what it rests on; empty for a sentence that states facts of the issue
   */
  public record Sentence(String text, List<Ground> grounds) {
    public Sentence {
      grounds = List.copyOf(grounds);
    }
  }

  /**
   * A sentence of an item's summary.
   *
   * @param item the item's id
   * @param sentence its place in the summary, from 1
   */
  public record Ground(String item, int sentence) {}
}
