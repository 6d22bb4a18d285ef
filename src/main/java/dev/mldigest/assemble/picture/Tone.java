package dev.mldigest.assemble.picture;

/**
 * What a mark is coloured by. The four colours are those of Okabe and Ito's eight ("Color Universal
 * Design", 2008), which people with every common kind of colour blindness tell apart, that have a
 * contrast of 3:1 both on white and on the dark of our pages (WCAG 2.2, 1.4.11): so one picture
 * does for light and dark. No picture says by colour alone what it says.
 */
public enum Tone {
  /** Words and what counts: as dark, or as light, as the text around the picture. */
  INK(-1, 1),
  /** Words beside. At this share the weaker of the two contrasts is still above 4.5:1. */
  QUIET(-1, 0.75),
  /** Lines that only guide the eye. */
  FAINT(-1, 0.22),
  BLUE(0x0072B2, 1),
  VERMILION(0xD55E00, 1),
  GREEN(0x009E73, 1),
  PURPLE(0xCC79A7, 1);

  /** 0xRRGGBB, or -1 for the colour of the text around it. */
  private final int rgb;

  private final double opacity;

  Tone(int rgb, double opacity) {
    this.rgb = rgb;
    this.opacity = opacity;
  }

  boolean isInk() {
    return rgb < 0;
  }

  /**
   * @param ink the colour of text
   */
  int rgb(int ink) {
    return isInk() ? ink : rgb;
  }

  /** 0 to 1. */
  double opacity() {
    return opacity;
  }
}
