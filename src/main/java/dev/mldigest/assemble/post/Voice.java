package dev.mldigest.assemble.post;

/**
 * How a service writes. Words of others, of a model and of the editor go through {@link #words},
 * which shows them and does nothing else: no mention, no link, no mark of the dialect.
 */
sealed interface Voice permits Slack, Discord, Telegram, Plain {
  /** Words that only show. */
  String words(String text);

  /**
   * A link; an address that nobody should be sent to has been left out before.
   *
   * @param words as {@link #words} gives them
   */
  String link(String words, String address);

  /**
   * @param words as {@link #words} or {@link #link} give them, in one line
   */
  String strong(String words);

  String emphasis(String words);

  String code(String text);

  String block(String code);

  /**
   * @param text of any lines
   */
  String quote(String text);

  /** How much of the limit the text takes. */
  int size(String text);

  /** What is seen of it. */
  String shown(String text);
}
