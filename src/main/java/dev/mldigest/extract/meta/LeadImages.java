package dev.mldigest.extract.meta;

import dev.mldigest.domain.article.LeadImage;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.Hidden;
import dev.mldigest.extract.page.NameList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The picture a page names for itself (Open Graph, Twitter card, JSON-LD), else the first large one
 * of its body. Pictures are judged by the size the page states, and none is fetched.
 */
final class LeadImages {
  /** Portraits of authors, logos and pixels that count readers are smaller than that. */
  private static final int WIDE = 320;

  private static final int HIGH = 160; // see WIDE

  /** Pictures that are looked at. Chosen by hand: the largest number on one of 695 pages is 494. */
  private static final int MOST = 200;

  /** Characters; of 695 pages two describe a picture at greater length. */
  private static final int LONGEST_ALT = 1000;

  private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})(?:px)?");

  /** The width of a candidate in a srcset (HTML standard, section 4.8.4.2.1), and what follows. */
  private static final Pattern WIDTH = Pattern.compile("(\\d{1,5})w(?:,(.*))?");

  /** Characters; the longest of 695 pages has 2,337. */
  private static final int LONGEST_SRCSET = 20_000;

  private static final Set<String> FRAME = Set.of("nav", "footer", "aside", "noscript", "template");

  /**
   * Elements above a picture that are asked whether they show it: bounds the cost of deep pages.
   */
  private static final int DEEPEST = 20;

  /** What the names of files, classes and descriptions call a picture that shows no story. */
  private static final NameList NAMES = NameList.load("images.txt");

  private LeadImages() {}

  static @Nullable LeadImage of(SelfDescription told, String base) {
    for (String named : List.of("og:image", "twitter:image")) {
      for (String key : List.of(named + ":secure_url", named, named + ":url", named + ":src")) {
        String url = picture(base, told.meta(key));
        if (url != null && !isSmall(told, named)) {
          return image(url, told.meta(named + ":alt"));
        }
      }
    }
    for (LeadImage stated : told.jsonLd.images()) {
      String url = picture(base, stated.url());
      if (url != null) {
        return image(url, stated.alt());
      }
    }
    return inBody(told.pictures, base);
  }

  /** The address of what may be a picture of the story, or null. */
  private static @Nullable String picture(String base, String spelt) {
    String url = PageAddress.web(base, spelt);
    return url == null || NAMES.sectionsOf(file(url)) != 0 ? null : url;
  }

  /** The last part of the path: a folder named "avatar" may belong to a film. */
  private static String file(String url) {
    int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
    return url.substring(url.lastIndexOf('/', end - 1) + 1, end);
  }

  private static boolean isSmall(SelfDescription told, String named) {
    int width = pixels(told.meta(named + ":width"));
    int height = pixels(told.meta(named + ":height"));
    return (width >= 0 && width < WIDE) || (height >= 0 && height < HIGH);
  }

  private static LeadImage image(String url, String alt) {
    String folded = Folding.blanks(alt);
    return new LeadImage(url, folded.substring(0, Math.min(folded.length(), LONGEST_ALT)));
  }

  private static @Nullable LeadImage inBody(List<Element> pictures, String base) {
    for (Element img : pictures.subList(0, Math.min(pictures.size(), MOST))) {
      String url = isLarge(img) && !isFurniture(img) ? address(img, base) : null;
      if (url != null && isShown(img)) {
        return image(url, img.attr("alt"));
      }
    }
    return null;
  }

  private static boolean isFurniture(Element img) {
    return NAMES.sectionsOf(img.className()) != 0 || NAMES.sectionsOf(img.id()) != 0;
  }

  /** Pages that load pictures late keep their addresses elsewhere. */
  private static @Nullable String address(Element img, String base) {
    for (String spelt : List.of(img.attr("src"), img.attr("data-src"), widest(img, true))) {
      String url = picture(base, spelt);
      if (url != null) {
        return url;
      }
    }
    return null;
  }

  private static boolean isLarge(Element img) {
    int width = pixels(img.attr("width"));
    int height = pixels(img.attr("height"));
    if (width < 0 && height < 0) {
      return pixels(widest(img, false)) >= WIDE;
    }
    return (width < 0 || width >= WIDE) && (height < 0 || height >= HIGH);
  }

  private static int pixels(String length) {
    Matcher pixels = PIXELS.matcher(length.strip());
    return pixels.matches() ? Integer.parseInt(pixels.group(1)) : -1;
  }

  /** The address, or else the width, of the widest candidate; empty if there is none. */
  private static String widest(Element img, boolean address) {
    String srcset = img.hasAttr("srcset") ? img.attr("srcset") : img.attr("data-srcset");
    String bounded = srcset.substring(0, Math.min(srcset.length(), LONGEST_SRCSET));
    String found = "";
    String url = "";
    int most = 0;
    for (String word : bounded.strip().split("\\s+", -1)) {
      Matcher width = WIDTH.matcher(word);
      if (!width.matches()) {
        url = word;
        continue;
      }
      if (Integer.parseInt(width.group(1)) > most) {
        most = Integer.parseInt(width.group(1));
        found = address ? url : width.group(1);
      }
      url = width.group(2) == null ? "" : width.group(2);
    }
    return found;
  }

  /** The header of a page is its frame; that of an article holds its picture. */
  private static boolean isShown(Element img) {
    boolean inHeader = false;
    Element e = img;
    for (int i = 0; i < DEEPEST && e != null; i++) {
      String name = e.normalName();
      if (new Hidden().hides(e) || FRAME.contains(name)) {
        return false;
      }
      if (name.equals("article") || name.equals("main")) {
        return true;
      }
      inHeader |= name.equals("header");
      e = e.parent();
    }
    return !inHeader;
  }
}
