package dev.mldigest.publish.service.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.publish.service.call.Fields;
import dev.mldigest.publish.service.call.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Looks through what a service has, page after page; a page that fails fails the whole. */
public final class Listing {
  /** Newsletters have a draft or two a week: with 100 a page this is centuries. */
  private static final int MOST = 100;

  private Listing() {}

  /**
   * @param next what the next page is asked for by; empty on the last
   */
  public record Page(List<JsonNode> rows, String next) {
    /** Where pages are asked for by how many rows stand before them, and all are counted. */
    public static Page counted(JsonNode rows, int before, int all) {
      int next = before + rows.size();
      boolean isLast = rows.isEmpty() || next >= all;
      return new Page(rows.valueStream().toList(), isLast ? "" : Integer.toString(next));
    }
  }

  /**
   * Those whose field has that value, each as it stands there.
   *
   * @param page by what it is asked for: empty for the first
   */
  public static Reply<List<Stored>> find(
      DraftService service,
      Function<String, Reply<Page>> page,
      Function<JsonNode, String> field,
      String value) {
    return rows(service.title(), page)
        .then(rows -> read(ids(rows, "id", field, value), service::read));
  }

  /**
   * The same where a row says all of it.
   *
   * @param page by what it is asked for: empty for the first; those that do not bear the mark may
   *     be left out
   */
  public static Reply<List<Stored>> whole(
      String title, Function<String, Reply<Page>> page, Function<JsonNode, Stored> stored) {
    return rows(title, page).then(rows -> Reply.got(rows.stream().map(stored).toList()));
  }

  /** The number that a page is asked for by. */
  public static int number(String from, int first) {
    return from.isEmpty() ? first : Integer.parseInt(from);
  }

  /**
   * @param page by what it is asked for: empty for the first
   */
  public static Reply<List<JsonNode>> rows(String title, Function<String, Reply<Page>> page) {
    List<JsonNode> rows = new ArrayList<>();
    String next = "";
    for (int number = 0; number < MOST; number++) {
      switch (page.apply(next)) {
        case Reply.Trouble<Page>(Reply.Why why, String sentence) -> {
          return new Reply.Trouble<>(why, sentence);
        }
        case Reply.Got<Page>(Page got) -> {
          rows.addAll(got.rows());
          next = got.next();
          if (next.isEmpty()) {
            return Reply.got(rows);
          }
        }
      }
    }
    return new Reply.Trouble<>(
        Reply.Why.REFUSED, title + " lists more than is looked through: delete old drafts there.");
  }

  /** Each as it stands there; one that was deleted meanwhile is left out. */
  public static Reply<List<Stored>> read(List<String> ids, Function<String, Reply<Stored>> read) {
    List<Stored> all = new ArrayList<>();
    for (String id : ids) {
      switch (read.apply(id)) {
        case Reply.Got<Stored>(Stored one) -> all.add(one);
        case Reply.Trouble<Stored>(Reply.Why why, String sentence) when why == Reply.Why.GONE -> {
          continue;
        }
        case Reply.Trouble<Stored>(Reply.Why why, String sentence) -> {
          return new Reply.Trouble<>(why, sentence);
        }
      }
    }
    return Reply.got(all);
  }

  /** The identifiers of those whose field has that value. */
  public static List<String> ids(
      List<JsonNode> rows, String id, Function<JsonNode, String> field, String value) {
    return rows.stream()
        .filter(row -> field.apply(row).equals(value))
        .map(row -> Fields.text(row, id))
        .distinct()
        .toList();
  }
}
