package dev.mldigest.assemble.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.issue.Explanation.Part;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DrawingTest {
  private static final String HOSTILE =
      "</text></svg><script>alert(1)</script>\" onload=\"x()\" & ]]> \u202Egnp.exe\u0000\uD800 '";
  private static final String FAMILY = "👩‍👩‍👧‍👦";

  @Test
  void a_hostile_name_stays_text() throws Exception {
    Document svg = parsed(Svg.file(Pictures.waterfall(1, List.of(new Part(HOSTILE, 1)))));

    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.getTagName())
          .isIn("svg", "title", "desc", "style", "rect", "polyline", "text");
      assertThat(element.hasAttribute("onload")).isFalse();
    }
    assertThat(svg.getDocumentElement().getAttribute("aria-label"))
        .contains("<script>alert(1)</script>\" onload=\"x()\"")
        .doesNotContain("\u202E");
  }

  @Test
  void a_picture_is_one_image_with_its_title_and_its_numbers() throws Exception {
    Element svg =
        parsed(Svg.of(Pictures.waterfall(1.5, List.of(new Part("votes", 1.5)))))
            .getDocumentElement();

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
    assertThat(svg.getFirstChild().getNextSibling().getTextContent()).contains("+1.50 votes");
    assertThat(Svg.of(Pictures.waterfall(1, List.of()))).doesNotContain("style");
  }

  @Test
  void a_long_name_is_cut_with_dots_between_what_shows_as_letters() {
    String long200 = FAMILY.repeat(60);

    String drawn = Lettering.loaded().cut(Canvas.clean(long200), 14, 200);

    assertThat(drawn).endsWith("…");
    assertThat(drawn.substring(0, drawn.length() - 1).replace(FAMILY, "")).isEmpty();
    assertThat(Lettering.loaded().width(drawn, 14)).isLessThanOrEqualTo(200);
    assertThat(Lettering.loaded().cut("short", 14, 200)).isEqualTo("short");
  }

  @Test
  void a_png_holds_what_the_scene_says_in_light_and_in_dark() throws IOException {
    Scene scene = Pictures.waterfall(1, List.of(new Part("votes", 2), new Part("age", -1)));
    for (Png.Scheme scheme : Png.Scheme.values()) {
      byte[] png = Png.of(scene, scheme);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

      assertThat(image.getWidth()).isEqualTo(2 * Png.width(scene));
      assertThat(image.getHeight()).isEqualTo(2 * Png.height(scene));
      Mark.Bar bar =
          (Mark.Bar)
              scene.marks().stream().filter(Mark.Bar.class::isInstance).findFirst().orElseThrow();
      assertThat(image.getRGB((int) (2 * bar.x()) + 44, (int) (2 * bar.y()) + 28) & 0xFFFFFF)
          .isEqualTo(0x0072B2);
      assertThat(image.getRGB(image.getWidth() - 1, 0) & 0xFFFFFF).isEqualTo(scheme.ground());
      assertThat(Png.of(scene, scheme)).isEqualTo(png);
    }
  }

  @Test
  void every_colour_stands_out_on_light_and_on_dark() {
    Set<Tone> coloured = EnumSet.complementOf(EnumSet.of(Tone.INK, Tone.QUIET, Tone.FAINT));
    for (Png.Scheme scheme : Png.Scheme.values()) {
      assertThat(coloured)
          .allSatisfy(
              tone -> assertThat(contrast(tone.rgb(0), scheme.ground())).isGreaterThanOrEqualTo(3));
      assertThat(contrast(mixed(scheme, Tone.QUIET.opacity()), scheme.ground()))
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  private static int mixed(Png.Scheme scheme, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double ink = (scheme.ink() >> shift) & 255;
      double ground = (scheme.ground() >> shift) & 255;
      mixed |= (int) Math.round(share * ink + (1 - share) * ground) << shift;
    }
    return mixed;
  }

  /** WCAG 2.2, contrast ratio. */
  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 255) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
