package dev.mldigest.pipeline.readers;

import dev.mldigest.assemble.Envelope;
import dev.mldigest.assemble.Prose;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Revisions;
import dev.mldigest.store.Store;
import dev.mldigest.text.Texts;
import dev.mldigest.web.LinkNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An issue as its readers got it: the links of each item in the order of the text.
 *
 * @param names folded titles that a post of it may bear in a service
 * @param elsewhere links that stand in no item: by address the words of the part they stand in
 */
record SentIssue(Week week, Set<String> names, List<Item> items, Map<String, String> elsewhere) {
  /**
   * @param place from 1
   * @param id null for an item of the editor's own
   */
  record Item(int place, @Nullable String id, String title, List<String> links) {}

  /** As it was published last, else approved last, else as it stands; empty where none was made. */
  static Optional<SentIssue> of(Week week, Store store, IssueFiles files) {
    Optional<Issues.Stored> made = store.issues().find(week).filter(Issues.Stored::made);
    return made.flatMap(issue ->
            Optional.ofNullable(store.edits().published().get(week))
                .or(() ->
                    store.revisions().of(week).reversed().stream()
                        .findFirst()
                        .map(Revisions.Revision::digest))
                .or(() -> files.readDigest(week))
                .or(() -> Optional.ofNullable(issue.written())))
        .map(text -> of(week, Approval.of(text)));
  }

  private static SentIssue of(Week week, Approved approved) {
    List<Item> items = new ArrayList<>();
    Map<String, String> elsewhere = new LinkedHashMap<>();
    Set<String> taken = new LinkedHashSet<>();
    for (Approved.Piece piece : approved.items()) {
      List<String> links = links(piece).filter(taken::add).toList();
      items.add(new Item(items.size() + 1, piece.id(), piece.title(), links));
    }
    for (Approved.Piece piece : approved.parts()) {
      if (!piece.isItem()) {
        links(piece).filter(taken::add).forEach(link -> elsewhere.put(link, piece.title()));
      }
    }
    return new SentIssue(week, names(approved), items, elsewhere);
  }

  private static Stream<String> links(Approved.Piece piece) {
    Stream<String> main = Stream.ofNullable(piece.url());
    return Stream.concat(main, Prose.links(piece.markdown()).keySet().stream()).distinct();
  }

  private static Set<String> names(Approved approved) {
    Set<String> names = new LinkedHashSet<>();
    String subject = Envelope.of(approved.markdown()).subject();
    Stream<String> title =
        approved.markdown().lines().filter(line -> line.startsWith("# ")).limit(1);
    Stream.concat(Stream.of(subject), title.map(line -> line.substring(2)))
        .map(Texts::letters)
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  /**
   * Places of the items that a link may be of: one where it is told which, several where they lead
   * to one page and the link does not say which place on it.
   */
  List<Integer> owners(String link) {
    List<Integer> named =
        items.stream().filter(item -> item.links().contains(link)).map(Item::place).toList();
    String page = LinkNames.page(link).orElse(link);
    List<Integer> sharing =
        items.stream()
            .filter(item ->
                item.links().stream().anyMatch(one -> LinkNames.page(one).orElse(one).equals(page)))
            .map(Item::place)
            .toList();
    return named.size() == 1 && link.contains("#") ? named : sharing;
  }

  List<String> links() {
    return Stream.concat(
            items.stream().flatMap(item -> item.links().stream()), elsewhere.keySet().stream())
        .toList();
  }
}
