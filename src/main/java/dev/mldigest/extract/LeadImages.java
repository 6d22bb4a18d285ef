package dev.mldigest.extract;

import dev.mldigest.domain.LeadImage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The picture a page names for itself (Open Graph, Twitter card, JSON-LD), else the first large one
 * of its body. Pictures are judged by the size the page states, and none is fetched.
 */
final class LeadImages {
  /** Portraits of authors, logos and pixels that count readers are smaller than that. */
  private static final int WIDE = 320;

  private static final int HIGH = 160;
  private static final int MOST = 200;
  private static final int LONGEST_ALT = 1000;
  private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})(?:px)?");

  /** The width of a candidate in a srcset (HTML standard, section 4.8.4.2.1), and what follows. */
  private static final Pattern WIDTH = Pattern.compile("(\\d{1,5})w(?:,(.*))?");

  private static final int LONGEST_SRCSET = 20_000;
  private static final Set<String> FRAME =
      Set.of("nav", "header", "footer", "aside", "noscript", "template");

  private LeadImages() {}

  static @Nullable LeadImage of(Document document, Map<String, String> meta, JsonLd jsonLd) {
    String base = document.baseUri();
    for (String named : List.of("og:image", "twitter:image")) {
      for (String key : List.of(named + ":secure_url", named, named + ":url", named + ":src")) {
        String url = Addresses.web(base, meta.getOrDefault(key, ""));
        if (url != null) {
          return image(url, meta.getOrDefault(named + ":alt", ""));
        }
      }
    }
    for (LeadImage stated : jsonLd.images()) {
      String url = Addresses.web(base, stated.url());
      if (url != null) {
        return image(url, stated.alt());
      }
    }
    return inBody(document, base);
  }

  private static LeadImage image(String url, String alt) {
    String folded = Metadata.fold(alt);
    return new LeadImage(url, folded.substring(0, Math.min(folded.length(), LONGEST_ALT)));
  }

  private static @Nullable LeadImage inBody(Document document, String base) {
    int seen = 0;
    for (Element img : document.getElementsByTag("img")) {
      if (++seen > MOST) {
        return null;
      }
      String url = isLarge(img) ? address(img, base) : null;
      if (url != null && isShown(img)) {
        return image(url, img.attr("alt"));
      }
    }
    return null;
  }

  /** Pages that load pictures late keep their addresses elsewhere. */
  private static @Nullable String address(Element img, String base) {
    for (String spelt : List.of(img.attr("src"), img.attr("data-src"), widest(img, true))) {
      String url = Addresses.web(base, spelt);
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

  private static boolean isShown(Element img) {
    Element e = img;
    for (int i = 0; i < 20 && e != null; i++) {
      boolean body = e.normalName().equals("article") || e.normalName().equals("main");
      if (Hidden.hides(e) || FRAME.contains(e.normalName())) {
        return false;
      }
      if (body) {
        return true; // the header of an article holds its picture, and it lies within
      }
      e = e.parent();
    }
    return true;
  }
}
