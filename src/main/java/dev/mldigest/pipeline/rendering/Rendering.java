package dev.mldigest.pipeline.rendering;

import java.util.List;

/** What became of a rendering. */
public sealed interface Rendering {
  /**
   * The issue in the format that was asked for; nothing of digest.md is missing in it.
   *
   * @param digest the text of digest.md that it was made of
   * @param unfit what of it must not be published, one sentence each
   * @param notices what the editor should know before it leaves, one sentence each
   */
  record Rendered(String text, String digest, List<String> unfit, List<String> notices)
      implements Rendering {
    public Rendered {
      unfit = List.copyOf(unfit);
      notices = List.copyOf(notices);
    }
  }

  /**
   * It would show less than digest.md holds, or what the editor meant to hide.
   *
   * @param faults one sentence each: what, where, and what to do
   */
  record Refused(List<String> faults) implements Rendering {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
