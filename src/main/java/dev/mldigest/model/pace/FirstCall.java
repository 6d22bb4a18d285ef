package dev.mldigest.model.pace;

/**
 * Lets the first call go alone until a first answer is there: it may name the account's limits, and
 * those who go together before that are those who are turned away. Silence ends the wait as well.
 * While a service is overloaded one goes alone, too.
 */
public final class FirstCall {
  /** One silence may be chance; a third deadline would hold the whole run up for nothing. */
  private static final int TRIES = 2;

  private boolean open;
  private boolean out;
  private int tries;

  /**
   * Waits while another one is out.
   *
   * @return true if the caller goes alone and must report {@link #back}
   */
  public synchronized boolean goes() throws InterruptedException {
    while (!open && out) {
      wait();
    }
    out = !open;
    return !open;
  }

  /** From now on one goes alone again, until an answer is there. */
  public synchronized void shut() {
    open = false;
    tries = 0;
  }

  /** Nothing was learned of it, or it is to be asked otherwise: the next one goes alone as well. */
  public synchronized void backForNothing() {
    out = false;
    notifyAll();
  }

  /**
   * @param answered whether anything at all came back
   */
  public synchronized void back(boolean answered) {
    out = false;
    open = answered || ++tries >= TRIES;
    notifyAll();
  }
}
