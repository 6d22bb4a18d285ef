package dev.mldigest.assemble.picture;

import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The week's funnel: four bars of one scale, so that their lengths may be compared, and below them
 * what became of every entry.
 */
final class FunnelPicture {
  private static final double ROW = 38;
  private static final double TOP = 34;
  private static final double BAR = 14;
  private static final double SMALL_ROW = 22;

  /** Where the bars of the reasons begin, behind their names. */
  private static final double NAMES = 110;

  private static final double VALUES = 64;
  private static final double THINNEST = 2;

  private final Funnel funnel;
  private final Labels labels;

  /** Ours; in other languages only what labels say is shown. */
  private final boolean english;

  private final Canvas canvas = new Canvas();
  private final List<List<String>> rows = new ArrayList<>();
  private double y = TOP;

  private FunnelPicture(Funnel funnel, Labels labels) {
    this.funnel = funnel;
    this.labels = labels;
    this.english = labels.locale().getLanguage().equals("en");
  }

  static Scene of(Funnel funnel, Labels labels) {
    return new FunnelPicture(funnel, labels).scene();
  }

  private Scene scene() {
    canvas.start(0, 16, labels.of(Label.PICTURE_FUNNEL), Canvas.SIZE, Canvas.WIDTH);
    stage(Label.FETCHED, funnel.harvested(), 0);
    stage(Label.UNIQUE, funnel.unique(), funnel.harvested());
    stage(Label.RANKED, funnel.ranked(), funnel.unique());
    stage(Label.PICKED, funnel.picked(), funnel.ranked());
    List<Funnel.Count> reasons =
        (english ? funnel.reasons() : List.<Funnel.Count>of())
            .stream().sorted(Comparator.comparingInt(Funnel.Count::entries).reversed()).toList();
    if (!reasons.isEmpty()) {
      y += 12;
      canvas.quiet(0, y + 10, "What became of each entry", Canvas.SMALL, Canvas.WIDTH);
      y += 20;
      reasons.forEach(this::reason);
    }
    return new Scene(
        Canvas.WIDTH,
        (int) Math.ceil(y),
        english ? "The week's funnel" : Canvas.clean(labels.of(Label.PICTURE_FUNNEL)),
        description(reasons),
        canvas.marks(),
        new Scene.Table(
            english ? List.of("", "entries", "of those before") : List.of("", "", "%"), rows));
  }

  private void stage(Label label, int entries, int before) {
    String name = Canvas.clean(labels.of(label));
    String share = Figures.share(entries, before);
    canvas.start(0, y + 12, name, Canvas.SIZE, 200);
    canvas.end(Canvas.WIDTH, y + 12, Figures.count(entries), Canvas.SIZE, VALUES);
    if (!share.isEmpty()) {
      canvas.quietEnd(Canvas.WIDTH - VALUES, y + 12, share, Canvas.SMALL, 100);
    }
    bar(0, y + 17, Canvas.WIDTH, BAR, entries, label == Label.PICKED ? Tone.VERMILION : Tone.BLUE);
    rows.add(List.of(name, Figures.count(entries), share));
    y += ROW;
  }

  private void reason(Funnel.Count reason) {
    canvas.quiet(0, y + 12, reason.reason(), Canvas.SMALL, NAMES - 8);
    bar(NAMES, y + 4, Canvas.WIDTH - VALUES - NAMES, 9, reason.entries(), Tone.QUIET);
    canvas.quietEnd(
        Canvas.WIDTH, y + 12, Figures.count(reason.entries()), Canvas.SMALL, VALUES - 8);
    rows.add(
        List.of(
            Canvas.clean(reason.reason()),
            Figures.count(reason.entries()),
            Figures.share(reason.entries(), funnel.harvested())));
    y += SMALL_ROW;
  }

  /** A bar that is long as that many of all that was fetched; of nothing there is none. */
  private void bar(double x, double top, double all, double height, int entries, Tone tone) {
    canvas.line(x, top + height, x + all, top + height, Tone.FAINT);
    if (entries > 0) {
      double share = Math.min(1, entries / (double) Math.max(1, funnel.harvested()));
      canvas.bar(x, top, Math.max(THINNEST, share * all), height, tone);
    }
  }

  private String description(List<Funnel.Count> reasons) {
    if (!english) {
      return rows.stream()
          .map(row -> row.getFirst() + " " + row.get(1))
          .collect(Collectors.joining(", ", "", "."));
    }
    String stages =
        "%s fetched, %s unique, %s ranked, %s picked."
            .formatted(
                Figures.of(funnel.harvested(), "entry", "entries"),
                Figures.of(funnel.unique(), "story", "stories"),
                Figures.count(funnel.ranked()),
                Figures.count(funnel.picked()));
    return reasons.isEmpty()
        ? stages
        : stages
            + reasons.stream()
                .map(
                    reason -> Figures.count(reason.entries()) + " " + Canvas.clean(reason.reason()))
                .collect(Collectors.joining(", ", " Of the entries: ", "."));
  }
}
