package dev.mldigest.assemble.post;

/** Where posts go, and how much one of them may hold as the service counts. */
@SuppressWarnings("ImmutableEnumChecker") // no voice has anything that changes
public enum Network {
  /** Characters of a message as it is sent; beyond them the text is cut. */
  SLACK(13_200, new Slack()),
  /** Characters of a message as it is sent. */
  DISCORD(2_000, new Discord()),
  /** UTF-16 code units of what is shown, without the tags. */
  TELEGRAM(4_096, new Telegram()),
  /** What is seen as one character; a link counts 23, however long. */
  MASTODON(500, new Mastodon()),
  /** What is seen as one character, in at most 3,000 bytes. */
  BLUESKY(300, new Bluesky());

  private final int most;
  private final Voice voice;

  Network(int most, Voice voice) {
    this.most = most;
    this.voice = voice;
  }

  public int most() {
    return most;
  }

  Voice voice() {
    return voice;
  }

  /** How much of the limit the post takes. */
  public int size(String post) {
    return voice.size(post);
  }

  /** The words that readers see, without what marks them up and keeps them from acting. */
  public String shown(String post) {
    return voice.shown(post).replace(Inert.JOINER, "");
  }

  /** True where a post has room for an item's title, link and a sentence or two. */
  boolean isShort() {
    return this == MASTODON || this == BLUESKY;
  }
}
