package dev.mldigest.summarise.ground.rule;

import java.util.List;

/**
 * One thing that may speak against an assertion. A rule is a file of its own and a line in {@code
 * Rules}; its class comment names where the idea and its words come from, and what it does to
 * claims that its author did not write.
 */
public interface Rule {
  /** What speaks against the assertion, given what it rests on; nothing if nothing does. */
  List<Doubt> doubts(Assertion said, Basis basis);
}
