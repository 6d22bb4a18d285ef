package dev.mldigest.pipeline.gate;

import java.util.List;

/** Looks for one kind of thing in an issue. */
interface Check {
  /** In the digest's order. */
  List<Finding> in(Look look);
}
