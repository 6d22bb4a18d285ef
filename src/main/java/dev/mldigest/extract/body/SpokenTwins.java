package dev.mldigest.extract.body;

import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Tags;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A number or a sign that stands twice: once for those who see the page, and once, out of sight,
 * for those who listen to it. The one in sight is read.
 */
final class SpokenTwins {
  /** Class names by which style sheets leave a text to screen readers alone. */
  private static final Set<String> UNSEEN = NameList.load("marks.txt").section("unseen");

  private static final Pattern FIGURE =
      Pattern.compile("\\P{L}{0,8}[\\d\\p{Sm}\\p{Sc}−%-]\\P{L}{0,8}");
  private static final Pattern SIGN = Pattern.compile("[\\p{Sm}−%-]");

  private SpokenTwins() {}

  /** Whether it is in sight, a number or a sign, and its twin beside it is not. */
  static boolean is(Element e) {
    return e.attr("aria-hidden").equalsIgnoreCase("true")
        && !Tags.BLOCK.contains(e.normalName())
        && (isUnseen(e.previousElementSibling()) || isUnseen(e.nextElementSibling()))
        && FIGURE.matcher(e.text().strip()).matches();
  }

  private static boolean isUnseen(@Nullable Element e) {
    return e != null && NameList.names(UNSEEN, e.attr("class"));
  }

  /** Whether it is the sign of a number that only listeners get as text: the page draws it. */
  static boolean isSign(Element e) {
    return NameList.names(UNSEEN, e.attr("class"))
        && SIGN.matcher(e.text().strip()).matches()
        && !isFigure(e.previousElementSibling())
        && !isFigure(e.nextElementSibling());
  }

  private static boolean isFigure(@Nullable Element e) {
    return e != null && e.attr("aria-hidden").equalsIgnoreCase("true");
  }
}
