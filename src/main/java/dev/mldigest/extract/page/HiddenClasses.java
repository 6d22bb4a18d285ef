package dev.mldigest.extract.page;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by its class names what a framework's style sheet hides. A name that shows the element on
 * wide screens, in print, or when it is pointed at ("md:block", "d-lg-flex") says that readers see
 * it too.
 */
final class HiddenClasses {
  private static final NameList NAMES = NameList.load("hidden.txt");
  private static final Set<String> HIDING = NAMES.section("hiding");
  private static final Set<String> STATES = NAMES.section("states");
  private static final Set<String> SHOWING = NAMES.section("showing");

  /** What parts the words of a class name. */
  private static final Pattern SEAMS = Pattern.compile("[^a-z0-9]+");

  private HiddenClasses() {}

  static boolean hide(String names) {
    return NameList.names(HIDING, names)
        && Arrays.stream(NameList.split(names)).noneMatch(HiddenClasses::showsInSomeState);
  }

  private static boolean showsInSomeState(String name) {
    String[] words = SEAMS.split(name);
    return Arrays.stream(words).anyMatch(STATES::contains)
        && Arrays.stream(words).anyMatch(SHOWING::contains);
  }
}
