package dev.mldigest.publish.export;

import dev.mldigest.domain.readers.Readership.Counts;
import dev.mldigest.domain.readers.Readership.Measure;
import dev.mldigest.domain.readers.Totals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of posts with totals, as Ghost and Substack export them; beehiiv's and Substack's own
 * lists of posts hold no numbers of readers and are told as such.
 */
final class PostTable implements Exports.Form {
  private static final List<String> IDS = List.of("post_id", "id");
  private static final List<String> TITLES =
      List.of("title", "web_title", "email_subject_line", "subject");
  private static final List<String> SENT = List.of("sends", "sent", "delivered", "recipients");
  private static final List<String> OPENS = List.of("unique_opens", "opens");
  private static final List<String> CLICKS = List.of("unique_clicks", "clicks");
  private static final List<String> LEFT =
      List.of("unsubscribes", "unsubscribed", "unsubscriptions");
  private static final List<String> MORE = List.of("feedback_more_like_this");
  private static final List<String> LESS = List.of("feedback_less_like_this");
  private static final List<List<String>> NUMBERS = List.of(SENT, OPENS, CLICKS, LEFT, MORE, LESS);

  private final List<ExportOutcome.Issue> posts = new ArrayList<>();
  private String service = "posts";
  private boolean hasNumbers;

  /** Ghost counts members; of other tables only a column's name tells that it counts readers. */
  private Measure measure = Measure.UNSAID;

  @Override
  public Set<String> wanted(Set<String> columns) {
    if (IDS.stream().noneMatch(columns::contains) || TITLES.stream().noneMatch(columns::contains)) {
      return Set.of();
    }
    hasNumbers = NUMBERS.stream().flatMap(List::stream).anyMatch(columns::contains);
    service =
        columns.contains("web_title")
            ? "beehiiv"
            : columns.contains("post_date")
                ? "substack"
                : columns.contains("newsletter_name") || columns.contains("post_access")
                    ? "ghost"
                    : "posts";
    boolean readers = service.equals("ghost") || columns.contains("unique_opens");
    measure = readers ? Measure.READERS : Measure.UNSAID;
    Set<String> wanted = new HashSet<>(IDS);
    wanted.addAll(TITLES);
    wanted.add("slug");
    NUMBERS.forEach(wanted::addAll);
    wanted.retainAll(columns);
    return wanted;
  }

  @Override
  public void add(Map<String, String> row) {
    Totals totals =
        new Totals(
            number(row, SENT),
            number(row, OPENS),
            number(row, CLICKS),
            number(row, LEFT),
            null,
            number(row, MORE),
            number(row, LESS));
    if (totals.isAnything()) {
      posts.add(
          new ExportOutcome.Issue(
              text(row, IDS),
              row.getOrDefault("slug", ""),
              text(row, TITLES),
              new Counts(totals, measure, measure, List.of(), true, List.of())));
    }
  }

  private static String text(Map<String, String> row, List<String> columns) {
    return columns.stream().map(row::get).filter(value -> value != null).findFirst().orElse("");
  }

  private static @Nullable Long number(Map<String, String> row, List<String> columns) {
    for (String column : columns) {
      String value = row.getOrDefault(column, "").strip().replaceFirst("\\.0+$", "");
      if (value.matches("[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3}")) {
        return Long.valueOf(value.replace(",", ""));
      }
    }
    return null;
  }

  @Override
  public ExportOutcome outcome() {
    if (hasNumbers && posts.isEmpty()) {
      return new ExportOutcome.Unusable("In none of its rows stands a number of readers.");
    }
    return hasNumbers
        ? new ExportOutcome.Read(service, posts)
        : new ExportOutcome.Unusable(
            "It lists posts (%s) without a number of sends, opens or clicks.%s"
                .formatted(
                    service,
                    service.equals("substack")
                        ? " Substack has them in the CSV of its page Stats."
                        : service.equals("beehiiv")
                            ? " 'digest readers' asks beehiiv for them where it is a target."
                            : ""));
  }
}
