package dev.mldigest.testkit;

/**
 * Two reports of one event that share its words and hardly a name: what the rules leave apart in
 * doubt, and a third that shares less.
 */
public final class NearlyOneStory {
  public static final String FIRST_TITLE =
      "Cooling failure stops training cluster of weather institute";
  public static final String FIRST =
      "A failed pump in the cooling loop of the training cluster at the national weather institute"
          + " stopped a forecasting model halfway through its training run. The accelerators"
          + " throttled within minutes and then switched themselves off, so that the newest"
          + " checkpoint on disk was nine hours old. The operators now write a checkpoint every"
          + " twenty minutes, watch the inlet temperature of the racks instead of the chips, and"
          + " keep a second pump running beside the first. The forecast itself was computed on"
          + " the older machine and reached the public in time.";
  public static final String SECOND_TITLE =
      "Weather institute loses nine hours of training to a cooling pump";
  public static final String SECOND =
      "Nine hours of training were lost at the national weather institute when a cooling pump"
          + " failed and the accelerators of its cluster throttled and switched themselves off."
          + " The forecasting model went back to the newest checkpoint on disk. A report of the"
          + " operators recommends to write a checkpoint every twenty minutes, to watch the inlet"
          + " temperature of the racks, and to buy a second pump. Nobody was hurt, and the public"
          + " forecast came from the older machine as on any other day.";

  private NearlyOneStory() {}
}
