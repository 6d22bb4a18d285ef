package dev.mldigest.pipeline.rendering;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Envelope;
import dev.mldigest.assemble.Prose;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.pipeline.filing.Taken;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.digest.Part;
import dev.mldigest.text.Texts;
import dev.mldigest.web.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The issue as the editor left it in digest.md: the items that stand there, in their order and
 * under their headings. A block whose text the editor changed has the editor's words in place of
 * the summary and its evidence; a block of the editor's own is an item like the others. Subject,
 * introduction and runners-up are those of the file too; what was read and what it cost stays.
 */
final class EditedIssue {
  /** Who wrote a summary, and the kind of an item that no source brought. */
  static final String EDITOR = "editor";

  /** The kind of an item that no entry of the week's is counted for. */
  private static final String ARCHIVE = "archive";

  private final Issue issue;
  private final Approved base;
  private final Map<String, Issue.Item> items = new HashMap<>();
  private final Map<String, String> generated = new HashMap<>();

  /** Ids of items that the editor took from the bench. */
  private final Set<String> fromBench = new HashSet<>();

  private EditedIssue(Issue issue, Approved base, List<Taken> taken) {
    this.issue = issue;
    this.base = base;
    issue.sections().stream()
        .flatMap(section -> section.items().stream())
        .forEach(item -> items.put(anchor(item.id()), item));
    base.items().forEach(piece -> generated.put(piece.id(), comparable(piece)));
    for (Taken one : taken) {
      if (items.put(anchor(one.item().id()), one.item()) == null && one.harvested()) {
        fromBench.add(one.item().id());
      }
      Approval.of(one.text())
          .items()
          .forEach(piece -> generated.put(piece.id(), comparable(piece)));
    }
  }

  /** The issue itself where the editor changed no item. */
  static Issue of(Issue issue, Approved base, Approved mine, List<Taken> taken) {
    return new EditedIssue(issue, base, taken).read(mine);
  }

  private Issue read(Approved mine) {
    Map<String, Issue.Section> sections = new LinkedHashMap<>();
    Issue.Section current =
        new Issue.Section(EDITOR, issue.title(), List.of()); // what stands before any heading
    int own = 0;
    for (Approved.Piece piece : mine.parts()) {
      if (piece.kind() == Part.Kind.SECTION) {
        current = section(piece.title());
      } else if (piece.isItem()) {
        Issue.Item item = item(piece, ++own);
        sections.merge(current.id(), with(current, item), (old, more) -> with(old, item));
      }
    }
    Issue read =
        issue.with(opening(mine)).with(List.copyOf(sections.values())).withAlsoSeen(alsoSeen(mine));
    return read.equals(issue) ? issue : recounted(read);
  }

  /** What was taken out is neither picked any more nor in the sum of the picked. */
  private Issue recounted(Issue read) {
    Set<String> left = read.items().stream().map(Issue.Item::id).collect(toSet());
    int gone =
        (int)
            issue.items().stream()
                .filter(item -> !item.kind().equals(ARCHIVE) && !left.contains(item.id()))
                .count();
    Funnel was = issue.funnel();
    Map<String, Integer> reasons = new HashMap<>();
    was.reasons().forEach(count -> reasons.put(count.reason(), count.entries()));
    int moved = Math.min(gone, reasons.getOrDefault(Reason.PICKED.word(), 0));
    int up = (int) left.stream().filter(fromBench::contains).count();
    int raised = Math.min(up, reasons.getOrDefault(Reason.BENCH.word(), 0));
    reasons.merge(Reason.BENCH.word(), -raised, Integer::sum);
    reasons.merge(Reason.PICKED.word(), raised - moved, Integer::sum);
    reasons.merge(Reason.REJECTED.word(), moved, Integer::sum);
    List<Funnel.Count> counts =
        Stream.concat(
                Stream.of(Reason.PICKED.word(), Reason.REJECTED.word()),
                was.reasons().stream().map(Funnel.Count::reason))
            .distinct()
            .filter(reason -> reasons.getOrDefault(reason, 0) > 0)
            .map(reason -> new Funnel.Count(reason, reasons.getOrDefault(reason, 0)))
            .toList();
    Funnel funnel =
        new Funnel(
            was.harvested(), was.unique(), was.ranked(), was.picked() + raised - moved, counts);
    return moved == 0 && raised == 0 ? read : read.with(read.gaps(), funnel);
  }

  /** Proposals that the editor did not choose leave in no form once he touched the front matter. */
  private Opening opening(Approved mine) {
    Opening was = issue.opening();
    boolean untouched = of(base, Part.Kind.FRONT_MATTER).equals(of(mine, Part.Kind.FRONT_MATTER));
    Envelope chosen = Envelope.of(mine.markdown());
    List<String> subjects = untouched ? was.subjects() : line(chosen.subject());
    List<String> preheaders = untouched ? was.preheaders() : line(chosen.preheader());
    List<Opening.Sentence> intro = intro(was.intro(), mine);
    boolean ours =
        was.subjects().containsAll(subjects)
            && was.preheaders().containsAll(preheaders)
            && was.intro().containsAll(intro);
    boolean none = subjects.isEmpty() && preheaders.isEmpty() && intro.isEmpty();
    return none && !was.equals(Opening.NONE)
        ? Opening.NONE
        : new Opening(subjects, preheaders, intro, ours ? was.by() : EDITOR);
  }

  /** The program's sentences where they were left alone, and the editor's paragraphs. */
  private List<Opening.Sentence> intro(List<Opening.Sentence> was, Approved mine) {
    List<String> generatedHeader = Prose.blocks(of(base, Part.Kind.PREAMBLE));
    List<Opening.Sentence> intro = new ArrayList<>();
    for (String paragraph : Prose.blocks(of(mine, Part.Kind.PREAMBLE))) {
      int at = generatedHeader.indexOf(paragraph);
      if (at == 0 && !was.isEmpty()) {
        intro.addAll(was);
      } else if (at < 0) {
        intro.add(new Opening.Sentence(paragraph, List.of()));
      }
    }
    return intro;
  }

  /** The runners-up that are still linked, and what the editor put into their list. */
  private List<Issue.Link> alsoSeen(Approved mine) {
    Map<String, Issue.Link> known = new HashMap<>();
    issue.alsoSeen().forEach(link -> known.put(DigestMarkdown.destination(link.url()), link));
    Set<Issue.Link> left = new LinkedHashSet<>();
    for (Approved.Piece piece : mine.parts()) {
      boolean list =
          Texts.letters(piece.title()).equals(Texts.letters(issue.labels().of(Label.ALSO_SEEN)));
      Prose.links(piece.markdown())
          .forEach((address, words) -> {
            Issue.Link link = known.get(address);
            if (link != null && !address.equals(piece.url())) {
              left.add(link);
            } else if (link == null && list && DigestMarkdown.canLinkTo(address)) {
              left.add(new Issue.Link(EDITOR + "-link-" + left.size(), words, address, ""));
            }
          });
    }
    return left.containsAll(known.values()) && left.size() == issue.alsoSeen().size()
        ? issue.alsoSeen()
        : List.copyOf(left);
  }

  private static List<String> line(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** Text of the parts of a kind, in one way of ending lines; front matter as it stands. */
  private static String of(Approved digest, Part.Kind kind) {
    return digest.parts().stream()
        .filter(piece -> piece.kind() == kind)
        .map(piece -> kind == Part.Kind.FRONT_MATTER ? piece.before().text() : piece.markdown())
        .flatMap(String::lines)
        .collect(joining("\n"));
  }

  private static Issue.Section with(Issue.Section section, Issue.Item item) {
    List<Issue.Item> items = new ArrayList<>(section.items());
    items.add(item);
    return new Issue.Section(section.id(), section.title(), items);
  }

  /** Without items yet. */
  private Issue.Section section(String heading) {
    return issue.sections().stream()
        .filter(section -> Texts.letters(section.title()).equals(Texts.letters(heading)))
        .findFirst()
        .map(section -> new Issue.Section(section.id(), section.title(), List.of()))
        .orElseGet(
            () -> new Issue.Section(EDITOR + "-" + Texts.letters(heading), heading, List.of()));
  }

  private Issue.Item item(Approved.Piece piece, int number) {
    Issue.Item made = piece.id() == null ? null : items.get(piece.id());
    if (made != null && comparable(piece).equals(generated.get(piece.id()))) {
      return made;
    }
    List<SummarySentence> words =
        Prose.blocks(labelled(piece.markdown())).stream()
            .filter(block -> !block.isEmpty())
            .map(paragraph -> new SummarySentence(paragraph, List.of()))
            .toList();
    Summary summary = new Summary(words, highlight(piece, made), EDITOR);
    String url = leading(piece.url());
    if (made != null) {
      return Issue.Item.of(
          made.id(),
          made.report()
              .as(
                  piece.title().isEmpty() ? made.title() : piece.title(),
                  url.isEmpty() ? made.url() : url)
              .following(null), // the editor's words say it, or leave it out
          summary,
          made.why(),
          null);
    }
    return Issue.Item.of(
        EDITOR + "-" + number,
        new Issue.Report(
            piece.title(), url, Host.of(url).name(), issue.window().to(), EDITOR, List.of()),
        summary,
        "The editor added it.",
        null);
  }

  /** Empty where readers cannot be sent there. */
  private static String leading(@Nullable String address) {
    return address != null && DigestMarkdown.canLinkTo(address) ? address : "";
  }

  private String highlight(Approved.Piece piece, Issue.@Nullable Item made) {
    String now = Prose.highlight(labelled(piece.markdown()));
    String was = generated.getOrDefault(Objects.requireNonNullElse(piece.id(), ""), "");
    return made != null && now.equals(Prose.highlight(labelled(was)))
        ? made.summary().highlight()
        : now;
  }

  /** With our own label before the readers that an item is for, by which that line is known. */
  private String labelled(String markdown) {
    String own = issue.labels().of(Label.FOR);
    return markdown.replace("**" + own + ":**", "**" + Label.FOR.english() + ":**");
  }

  private static String comparable(Approved.Piece piece) {
    return String.join("\n", piece.markdown().strip().lines().toList());
  }

  /** As anchors write ids. */
  private static String anchor(String id) {
    return id.replaceAll("[^A-Za-z0-9._:]", "_");
  }
}
