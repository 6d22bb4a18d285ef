package dev.mldigest.fetch;

import dev.mldigest.fetch.arxiv.OaiRecord;
import dev.mldigest.testkit.VirtualTime;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * arXiv from one truth: papers are submitted, held back, announced, cross-listed, replaced and
 * withdrawn by a seeded process, and what the announcement feed, OAI-PMH and the API answer follows
 * from it and from the time of the question.
 */
final class ArxivWorld {
  static final ZoneId EASTERN = ZoneId.of("America/New_York");
  private static final int OAI_PAGE = 150;
  private static final Duration OAI_LAG = Duration.ofMinutes(150);
  private static final List<String> CATEGORIES =
      List.of("cs.LG", "cs.CL", "cs.CV", "stat.ML", "math.OC", "eess.AS", "quant-ph", "q-bio.QM");

  enum Kind {
    NEW,
    CROSS,
    REPLACE,
    REFERENCE
  }

  /** Something that happens to a paper in the announcement (or update) of an evening. */
  record Event(Paper paper, Instant at, Kind kind, int version, Instant made, String category) {}

  static final class Paper {
    String id = "";
    Instant submitted = Instant.EPOCH;
    boolean saysSoInAbstract;
    int withdrawnIn = Integer.MAX_VALUE;
    final List<String> categories = new ArrayList<>();
    final List<Event> events = new ArrayList<>();

    Instant announced() {
      return events.getFirst().at();
    }

    Event last(Instant at) {
      return events.stream().filter(e -> !e.at().isAfter(at)).toList().getLast();
    }

    int version(Instant at) {
      return events.stream()
          .filter(e -> !e.at().isAfter(at))
          .mapToInt(Event::version)
          .max()
          .orElse(1);
    }

    List<Event> versions(Instant at) {
      return events.stream()
          .filter(e -> !e.at().isAfter(at))
          .filter(e -> e.kind() == Kind.NEW || e.kind() == Kind.REPLACE)
          .toList();
    }

    Set<String> categories(Instant at) {
      Set<String> all = new LinkedHashSet<>(categories);
      events.stream()
          .filter(e -> e.kind() == Kind.CROSS && !e.at().isAfter(at))
          .forEach(e -> all.add(e.category()));
      return all;
    }

    String comment(int version) {
      return version >= withdrawnIn ? "This paper has been withdrawn by the author, see v1" : "";
    }

    String summary(int version) {
      return version >= withdrawnIn && saysSoInAbstract
          ? "This paper has been withdrawn by the authors due to an error in Section 3."
          : "We study version " + version + " of things where p &lt; q and drugs are withdrawn.";
    }
  }

  final List<Event> events = new ArrayList<>();
  final List<Instant> asked = new ArrayList<>();
  final Map<String, Integer> counts = new HashMap<>();
  private final List<Paper> papers = new ArrayList<>();
  private final Random random;
  private final Random faults;
  private final VirtualTime time;
  private final Set<LocalDate> holidays;
  private final Set<String> subscribed;

  /** Whether the announcement feed and OAI-PMH answer at that time. */
  boolean announcementsUp = true;

  boolean oaiUp = true;
  private boolean emptyPageSent;
  private Instant viewed = Instant.MIN;
  private List<View> views = List.of();

  ArxivWorld(
      long seed,
      VirtualTime time,
      LocalDate from,
      LocalDate to,
      int perDay,
      Set<LocalDate> holidays,
      Set<String> subscribed) {
    this.random = new Random(seed);
    this.faults = new Random(seed + 1);
    this.time = time;
    this.holidays = holidays;
    this.subscribed = subscribed;
    int number = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      number = day.getDayOfMonth() == 1 ? 0 : number;
      for (int i = 0; i < perDay; i++) {
        String id =
            String.format("%02d%02d.%05d", day.getYear() % 100, day.getMonthValue(), ++number);
        submit(
            id, day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(86_400)));
      }
    }
    for (int i = 1; i <= 5; i++) { // classics that are cross-listed today
      Paper old = submit("quant-ph/020108" + i, Instant.parse("2002-01-15T12:00:00Z"));
      Instant now = from.plusDays(35L + 4L * i).atTime(12, 0).toInstant(ZoneOffset.UTC);
      happens(old, evening(now), Kind.CROSS, 1, now, "cs.LG");
    }
    papers.forEach(paper -> paper.events.sort(Comparator.comparing(Event::at)));
    papers.forEach(paper -> events.addAll(paper.events));
    events.sort(Comparator.comparing(Event::at));
  }

  // ------------------------------------------------------------------ truth

  private Paper submit(String id, Instant at) {
    Paper paper = new Paper();
    paper.id = id;
    paper.submitted = at;
    paper.saysSoInAbstract = random.nextBoolean();
    paper.categories.add(any());
    while (random.nextInt(3) == 0) {
      String more = any();
      if (!paper.categories.contains(more)) {
        paper.categories.add(more);
      }
    }
    papers.add(paper);
    Instant released = chance(3) ? at.plus(Duration.ofDays(5 + random.nextInt(3))) : at;
    happens(paper, evening(released), Kind.NEW, 1, at, "");
    Instant then = paper.announced();
    int version = 1;
    while (version < 4 && chance(25)) {
      Instant made = later(then, 25);
      happens(paper, evening(made), Kind.REPLACE, ++version, made, "");
      then = paper.events.getLast().at();
    }
    if (chance(3)) {
      Instant made = later(then, 15);
      paper.withdrawnIn = ++version;
      happens(paper, evening(made), Kind.REPLACE, version, made, "");
    }
    String cross = any();
    if (chance(6) && !paper.categories.contains(cross)) {
      Instant made = later(paper.announced(), 30);
      happens(paper, evening(made), Kind.CROSS, 1, made, cross);
    }
    if (chance(8)) {
      Instant made = later(paper.announced(), 40);
      happens(paper, evening(made), Kind.REFERENCE, 1, made, "");
    }
    return paper;
  }

  private Instant later(Instant then, int days) {
    return then.plusSeconds(3_600L + random.nextLong(days * 86_400L));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String any() {
    return CATEGORIES.get(random.nextInt(CATEGORIES.size()));
  }

  private static void happens(
      Paper paper, Instant at, Kind kind, int version, Instant made, String category) {
    paper.events.add(new Event(paper, at, kind, version, made, category));
  }

  /** Submitted by 14:00 of a working day, announced at 20:00; Friday's on Sunday. */
  private Instant evening(Instant made) {
    ZonedDateTime at = made.atZone(EASTERN);
    LocalDate day = at.toLocalDate();
    day = at.toLocalTime().isBefore(LocalTime.of(14, 0)) ? day : day.plusDays(1);
    while (weekend(day)) {
      day = day.plusDays(1);
    }
    day = day.getDayOfWeek() == DayOfWeek.FRIDAY ? day.plusDays(2) : day;
    while (holidays.contains(day)
        || day.getDayOfWeek() == DayOfWeek.FRIDAY
        || day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      day = day.plusDays(1);
    }
    return day.atTime(20, 0).atZone(EASTERN).toInstant();
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** How the feed calls the event, or an empty word if it is not in it. */
  String type(Event event) {
    Set<String> all = event.paper().categories(event.at());
    boolean here = subscribed.contains(event.paper().categories.getFirst());
    boolean crossed = all.stream().anyMatch(subscribed::contains);
    return switch (event.kind()) {
      case NEW -> here ? "new" : crossed ? "cross" : "";
      case CROSS -> subscribed.contains(event.category()) ? "cross" : "";
      case REPLACE -> here ? "replace" : crossed ? "replace-cross" : "";
      case REFERENCE -> "";
    };
  }

  // ------------------------------------------------------------------ answers

  synchronized void answer(LoopbackSite.Request request, OutputStream out) throws Exception {
    Instant now = time.instant();
    asked.add(now);
    String path = request.path();
    boolean feed = path.startsWith("/atom/");
    boolean oai = path.startsWith("/oai");
    String date = "Date: " + http(now);
    counts.merge(
        feed ? "feed" : oai ? "oai" : path.contains("id_list") ? "ids" : "api", 1, Integer::sum);
    if ((feed && !announcementsUp) || (oai && !oaiUp)) {
      LoopbackSite.send(out, "500 Oops", "", date);
    } else if (faults.nextInt(100) < 6) {
      counts.merge("429", 1, Integer::sum);
      String wait = faults.nextBoolean() ? "5" : "3600";
      LoopbackSite.send(out, "429 Too Many Requests", "", "Retry-After: " + wait, date);
    } else if (oai && faults.nextInt(100) < 10) {
      counts.merge("503", 1, Integer::sum);
      LoopbackSite.send(out, "503 Busy", "", "Retry-After: 7", date);
    } else if (feed) {
      feed(request, now, out, date);
    } else {
      LoopbackSite.send(out, "200 OK", oai ? oai(path, now) : api(path, now), date);
    }
  }

  private static String http(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
  }

  private void feed(LoopbackSite.Request request, Instant now, OutputStream out, String date)
      throws Exception {
    LocalDate day = now.atZone(EASTERN).toLocalDate();
    ZonedDateTime midnight = day.atStartOfDay(EASTERN);
    Instant evening = day.minusDays(1).atTime(20, 0).atZone(EASTERN).toInstant();
    StringBuilder items = new StringBuilder();
    for (Event event : events) {
      String type = event.at().equals(evening) ? type(event) : "";
      items.append(type.isEmpty() ? "" : item(event, type, midnight));
    }
    String tag = "\"" + items.toString().hashCode() + "\"";
    long left =
        Duration.between(now, day.plusDays(1).atStartOfDay(EASTERN).toInstant()).toSeconds();
    String age = "Cache-Control: public, max-age=" + left;
    if (items.isEmpty()) {
      counts.merge("empty feed", 1, Integer::sum);
    }
    if (request.header("If-None-Match").equals(tag)) {
      counts.merge("304", 1, Integer::sum);
      LoopbackSite.send(out, "304 Not Modified", "", "ETag: " + tag, age, date);
      return;
    }
    String feed =
        "<?xml version='1.0' encoding='UTF-8'?><feed xmlns=\"http://www.w3.org/2005/Atom\""
            + " xmlns:arxiv=\"http://arxiv.org/schemas/atom\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><title>updates</title><updated>"
            + midnight.toInstant()
            + "</updated>"
            + items
            + "</feed>";
    LoopbackSite.send(out, "200 OK", feed, "ETag: " + tag, age, date);
  }

  private static String item(Event event, String type, ZonedDateTime midnight) {
    Paper paper = event.paper();
    String dated = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(midnight);
    int version = paper.version(event.at());
    return """
    <entry><id>oai:arXiv.org:%sv%d</id><title>Paper %s</title><updated>%s</updated>
    <link href="https://arxiv.org/abs/%s" rel="alternate" type="text/html"/>
    <summary>arXiv:%sv%d Announce Type: %s
    Abstract: %s</summary>%s<published>%s</published>
    <arxiv:announce_type>%s</arxiv:announce_type><dc:creator>Ada One, Bob Two</dc:creator></entry>
    """
        .formatted(
            paper.id,
            version,
            paper.id,
            dated,
            paper.id,
            paper.id,
            version,
            type,
            paper.summary(version),
            terms(paper.categories(event.at())),
            dated,
            type);
  }

  private static String terms(Set<String> categories) {
    StringBuilder all = new StringBuilder();
    categories.forEach(name -> all.append("<category term=\"").append(name).append("\"/>"));
    return all.toString();
  }

  private static Map<String, String> parameters(String path) {
    Map<String, String> all = new HashMap<>();
    for (String pair : path.substring(path.indexOf('?') + 1).split("&")) {
      String[] parts = pair.split("=", 2);
      all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return all;
  }

  /** A paper as it shows at some time. */
  private record View(Paper paper, Set<String> categories, Instant updated, LocalDate stamp) {}

  private List<View> views(Instant loaded) {
    if (!loaded.equals(viewed)) {
      viewed = loaded;
      views =
          papers.stream()
              .filter(paper -> !paper.announced().isAfter(loaded))
              .map(paper ->
                  new View(
                      paper,
                      paper.categories(loaded),
                      paper.versions(loaded).getLast().made(),
                      stamp(paper, loaded)))
              .toList();
    }
    return views;
  }

  // ------------------------------------------------------------------ OAI-PMH

  private static LocalDate stamp(Paper paper, Instant loaded) {
    return paper.last(loaded).at().plus(OAI_LAG).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private String oai(String path, Instant now) {
    Map<String, String> asked = parameters(path);
    String[] token =
        asked
            .getOrDefault(
                "resumptionToken", asked.get("set") + "|" + asked.get("from") + "|" + now + "|0")
            .split("\\|");
    Instant loaded = Instant.parse(token[2]).minus(OAI_LAG);
    LocalDate from = LocalDate.parse(token[1]);
    int offset = Integer.parseInt(token[3]);
    List<Paper> found =
        views(loaded).stream()
            .filter(view -> !view.stamp().isBefore(from))
            .filter(
                view -> view.categories().stream().map(OaiRecord::set).anyMatch(token[0]::equals))
            .map(View::paper)
            .sorted(Comparator.comparing(paper -> paper.id))
            .toList();
    String body =
        found.isEmpty() ? "<error code=\"noRecordsMatch\"/>" : list(found, offset, token, loaded);
    return "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>"
        + now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
        + "</responseDate>"
        + body
        + "</OAI-PMH>";
  }

  private static String list(List<Paper> found, int offset, String[] token, Instant loaded) {
    StringBuilder list = new StringBuilder("<ListRecords>");
    found.stream()
        .skip(offset)
        .limit(OAI_PAGE)
        .forEach(paper -> list.append(record(paper, loaded)));
    int next = offset + OAI_PAGE;
    String more =
        next < found.size() ? String.join("|", token[0], token[1], token[2], "" + next) : "";
    return list + "<resumptionToken>" + more + "</resumptionToken></ListRecords>";
  }

  private static String record(Paper paper, Instant loaded) {
    StringBuilder versions = new StringBuilder();
    for (Event version : paper.versions(loaded)) {
      versions.append(
          "<version version=\"v%d\"><date>%s</date></version>"
              .formatted(version.version(), http(version.made())));
    }
    int version = paper.version(loaded);
    return """
    <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>%s</datestamp></header>
    <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>%s</id>%s
    <title>Paper %s</title><authors>Ada One (1), Bob Two ((1) Here)</authors>
    <categories>%s</categories><comments>%s</comments><abstract>%s</abstract></arXivRaw>
    </metadata></record>
    """
        .formatted(
            paper.id,
            stamp(paper, loaded),
            paper.id,
            versions,
            paper.id,
            String.join(" ", paper.categories(loaded)),
            paper.comment(version),
            paper.summary(version));
  }

  // ------------------------------------------------------------------ API

  private String api(String path, Instant now) {
    Map<String, String> asked = parameters(path);
    Instant loaded = now.atZone(EASTERN).toLocalDate().atStartOfDay(EASTERN).toInstant();
    Set<String> ids = Set.of(asked.getOrDefault("id_list", "").split(","));
    int start = Integer.parseInt(asked.get("start"));
    int size = Integer.parseInt(asked.get("max_results"));
    boolean byUpdate = "lastUpdatedDate".equals(asked.get("sortBy"));
    Comparator<View> order =
        Comparator.comparing(view -> byUpdate ? view.updated() : view.paper().submitted);
    List<Paper> found =
        views(loaded).stream()
            .filter(view ->
                asked.containsKey("id_list")
                    ? ids.contains(view.paper().id)
                    : view.categories().stream().anyMatch(subscribed::contains))
            .sorted(order.reversed())
            .map(View::paper)
            .toList();
    StringBuilder feed =
        new StringBuilder(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\""
                + " xmlns:arxiv=\"http://arxiv.org/schemas/atom\"><o:totalResults"
                + " xmlns:o=\"http://a9.com/-/spec/opensearch/1.1/\">"
                + found.size()
                + "</o:totalResults>");
    boolean empty = start > 0 && !emptyPageSent;
    emptyPageSent |= empty;
    Stream<Paper> page = empty ? Stream.of() : found.stream().skip(start).limit(size);
    page.forEach(paper -> feed.append(entry(paper, loaded)));
    counts.merge("empty page", empty ? 1 : 0, Integer::sum);
    return feed.append("</feed>").toString();
  }

  private static String entry(Paper paper, Instant loaded) {
    int version = paper.version(loaded);
    return """
    <entry><id>http://arxiv.org/abs/%sv%d</id><published>%s</published><updated>%s</updated>
    <title>Paper %s</title><summary>%s</summary><author><name>Ada One</name></author>
    <arxiv:comment>%s</arxiv:comment><arxiv:primary_category term="%s"/>%s</entry>
    """
        .formatted(
            paper.id,
            version,
            paper.submitted,
            paper.versions(loaded).getLast().made(),
            paper.id,
            paper.summary(version),
            paper.comment(version),
            paper.categories.getFirst(),
            terms(paper.categories(loaded)));
  }
}
