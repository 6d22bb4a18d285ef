package dev.mldigest.pipeline.gate;

import dev.mldigest.assemble.Prose;
import dev.mldigest.text.WordList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What mail programs would make of the mail: cut it, leave out what they do not know, and read
 * nothing aloud where a picture has no words. By an offline table; no program is asked.
 */
final class MailFindings implements Check {
  /** Gmail cuts a mail beyond about 102 KB of HTML. */
  private static final int MOST = 100 * 1024;

  /** What a service adds, such as its links and its footer, has room above this. */
  private static final int WARNED = 80 * 1024;

  /** A layout that works in three of four programs may be worth it. */
  private static final int LAYOUT = 75;

  private final List<Feature> features =
      WordList.read("/gate/client-support.txt").lines().stream().map(Feature::of).toList();

  /**
   * Something that mail programs differ in.
   *
   * @param share of the programs in which it works, of 100
   * @param loss {@code content}, {@code layout} or {@code graceful}
   */
  private record Feature(Pattern pattern, String name, int share, String loss, String advice) {
    static Feature of(String line) {
      String[] cells = line.split("\t", 5);
      return new Feature(
          Pattern.compile(cells[0], Pattern.CASE_INSENSITIVE),
          cells[1],
          Integer.parseInt(cells[2]),
          cells[3],
          cells[4]);
    }

    Finding finding() {
      String sentence =
          "The mail holds %s, which works in %d of 100 mail programs: %s."
              .formatted(name, share, advice);
      return loss.equals("content")
          ? Finding.must(Finding.Kind.CLIENT_SUPPORT, null, 0, sentence, name)
          : Finding.should(Finding.Kind.CLIENT_SUPPORT, null, 0, sentence, name);
    }

    boolean isFinding() {
      return loss.equals("content") || (loss.equals("layout") && share < LAYOUT);
    }
  }

  @Override
  public List<Finding> in(Look look) {
    List<Finding> findings = new ArrayList<>(size(look.html()));
    for (Look.Placed part : look.body()) {
      PartWords words = new PartWords(part);
      String text = part.piece().markdown();
      for (Prose.Address picture : Prose.imagesWithoutWords(text)) {
        findings.add(
            wordless(
                part,
                words,
                picture,
                "The picture %s in %s has no words for those who do not see it: write ![what is to"
                    + " be seen](…)."));
      }
      for (Prose.Address link : Prose.linksWithoutWords(text)) {
        findings.add(
            wordless(
                part,
                words,
                link,
                "The link %s in %s has no words, so that nobody sees it: write [words](…)."));
      }
    }
    features.stream()
        .filter(feature -> feature.isFinding() && feature.pattern.matcher(look.html()).find())
        .forEach(feature -> findings.add(feature.finding()));
    return findings;
  }

  private static Finding wordless(
      Look.Placed part, PartWords words, Prose.Address what, String sentence) {
    return Finding.must(
        Finding.Kind.ALT_TEXT,
        part.item(),
        words.line(what.line()),
        sentence.formatted(what.address(), part.piece().place()),
        what.address());
  }

  private static List<Finding> size(String html) {
    int bytes = html.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < WARNED) {
      return List.of();
    }
    String sentence =
        "The mail has %d KB; Gmail cuts what is beyond 102 KB: take items out, or shorten them."
            .formatted(bytes / 1024);
    return List.of(
        bytes >= MOST
            ? Finding.must(Finding.Kind.SIZE, null, 0, sentence, "")
            : Finding.should(Finding.Kind.SIZE, null, 0, sentence, ""));
  }
}
