package dev.mldigest.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers as arXiv's query API does: {@code search_query} by category and date range, {@code
 * id_list}, paging, order. Categories are alternatives to one another; search terms on other fields
 * are ignored. A wrong number is answered as arXiv answers it: an Atom feed with one entry "Error".
 */
final class ArxivListing {
  private static final Pattern CATEGORY = Pattern.compile("\\bcat:\"?([A-Za-z.*-]+)");
  private static final Pattern RANGE =
      Pattern.compile("(submittedDate|lastUpdatedDate):\\[(\\d{8,14})\\D+(\\d{8,14})]");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Site site;
  private final Press press;

  ArxivListing(Site site, Press press) {
    this.site = site;
    this.press = press;
  }

  Document answer(@Nullable String rawQuery) {
    Map<String, String> query = parameters(rawQuery == null ? "" : rawQuery);
    String start = query.getOrDefault("start", "0");
    String size = query.getOrDefault("max_results", "10");
    if (!NUMBER.matcher(start).matches() || !NUMBER.matcher(size).matches()) {
      return atom(400, "arxiv-error.xml", site, 0, "0", "1");
    }
    List<Post> found =
        site.posts().stream().filter(paper -> matches(paper, query)).sorted(order(query)).toList();
    List<Post> page =
        found.stream().skip(Integer.parseInt(start)).limit(Integer.parseInt(size)).toList();
    Site slice = new Site(site.id(), site.fields(), page);
    return atom(200, "arxiv.xml", slice, found.size(), start, size);
  }

  private Document atom(
      int status, String template, Site slice, int total, String start, String size) {
    Map<String, String> values = press.values(slice);
    values.put("total", Integer.toString(total));
    values.put("start", start);
    values.put("size", size);
    String text = Template.named(template).fill(values, press.entries(slice));
    return new Document(status, "application/atom+xml", text, "", Map.of());
  }

  private static boolean matches(Post paper, Map<String, String> query) {
    String ids = query.getOrDefault("id_list", "");
    String search = query.getOrDefault("search_query", "");
    return (ids.isEmpty() || List.of(ids.split(",")).contains(unversioned(paper)))
        && inCategory(paper, search)
        && inRange(paper, search);
  }

  private static String unversioned(Post paper) {
    return paper.fields().get("id").replaceFirst("v\\d+$", "");
  }

  private static boolean inCategory(Post paper, String search) {
    List<String> wanted = CATEGORY.matcher(search).results().map(m -> m.group(1)).toList();
    List<String> own = List.of(paper.fields().get("categories").split(", "));
    return wanted.isEmpty()
        || wanted.stream()
            .anyMatch(name ->
                name.endsWith("*")
                    ? own.stream().anyMatch(c -> c.startsWith(name.replace("*", "")))
                    : own.contains(name));
  }

  private static boolean inRange(Post paper, String search) {
    Matcher range = RANGE.matcher(search);
    if (!range.find()) {
      return true;
    }
    String stamp = STAMP.format(range.group(1).startsWith("s") ? paper.date() : paper.updated());
    int width = range.group(2).length();
    int endWidth = range.group(3).length();
    return stamp.substring(0, width).compareTo(range.group(2)) >= 0
        && stamp.substring(0, endWidth).compareTo(range.group(3)) <= 0;
  }

  private static Comparator<Post> order(Map<String, String> query) {
    Function<Post, Instant> key =
        query.getOrDefault("sortBy", "").equals("lastUpdatedDate") ? Post::updated : Post::date;
    Comparator<Post> order = Comparator.comparing(key);
    return query.getOrDefault("sortOrder", "").equals("ascending") ? order : order.reversed();
  }

  private static Map<String, String> parameters(String rawQuery) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : rawQuery.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], parts.length == 2 ? decoded(parts[1]) : "");
    }
    return parameters;
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
