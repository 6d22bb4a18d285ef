package dev.mldigest.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

class DemoWorldTest {
  private static final String WEEK =
      "(cat:cs.LG OR cat:cs.CL OR cat:cs.DC OR cat:cs.IR OR cat:stat.ML)"
          + " AND submittedDate:[202611130600 TO 202611200600]";
  private static final Set<String> ILL = Set.of("kettle-and-crow", "vector-gazette");
  private static final String CUT = "applied-retrieval";

  private static DemoWorld world;
  private static HttpClient client;

  @BeforeAll
  static void open() throws IOException {
    world = DemoWorld.start();
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void close() throws IOException {
    client.close();
    world.close();
  }

  @Test
  void the_configuration_names_at_least_fourteen_sources_of_known_sections() {
    assertThat(sources().size()).isGreaterThanOrEqualTo(14);
    assertThat(sources().keySet()).contains("arxiv", "kettle-and-crow", "vector-gazette", CUT);
    String text = world.configuration();
    assertThat(text).contains("allow-private: [127.0.0.0/8]").contains("time-zone: Europe/Berlin");
    assertThat(text).doesNotContain("{{");
    assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsKeys("title", "time-zone", "audience", "issue", "network", "sources");
  }

  @Test
  void every_feed_is_well_formed_but_the_one_that_is_cut() throws Exception {
    for (var source : sources().entrySet()) {
      if (!ILL.contains(source.getKey()) && !source.getKey().equals(CUT)) {
        assertThat(links(source.getValue())).as(source.getKey()).isNotEmpty();
      }
    }
  }

  @Test
  void the_cut_feed_breaks_after_two_whole_items() throws Exception {
    String text = get(feed(CUT)).body();
    assertThat(text.split("</item>", -1)).hasSize(3);
    assertThat(text.substring(text.lastIndexOf("</item>"))).contains("<item>");
    assertThatThrownBy(() -> xml(text)).isInstanceOf(SAXParseException.class);
  }

  @Test
  void the_week_holds_between_55_and_80_entries() throws Exception {
    assertThat(allLinks().size()).isBetween(55, 80);
  }

  @Test
  void every_linked_page_exists_and_is_well_formed() throws Exception {
    for (String link : allLinks()) {
      HttpResponse<String> page = get(link);
      assertThat(page.statusCode()).as(link).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
      assertThat(xml(page.body()).getElementsByTagName("h1").getLength()).as(link).isEqualTo(1);
    }
  }

  @Test
  void every_site_has_a_home_page_that_links_to_its_posts() throws Exception {
    for (String link : allLinks()) {
      if (link.contains("/sites/")) {
        HttpResponse<String> home = get(link.replaceFirst("(/sites/[^/]+/).*", "$1"));
        assertThat(home.statusCode()).as(link).isEqualTo(200);
        assertThat(texts(xml(home.body()), "a")).as(link).isNotEmpty();
      }
    }
  }

  @Test
  void three_sources_tell_of_the_withdrawn_scores_in_their_own_words() throws Exception {
    List<String> told = new ArrayList<>();
    Set<String> leads = new HashSet<>();
    for (var source : sources().entrySet()) {
      if (ILL.contains(source.getKey())) {
        continue;
      }
      String feed = get(source.getValue()).body();
      if (feed.contains("Meridian")) {
        told.add(source.getKey());
        leads.add(feed.substring(feed.indexOf("Meridian"), feed.indexOf("Meridian") + 60));
      }
    }
    assertThat(told)
        .containsExactlyInAnyOrder("model-ledger", "inference-post", "second-derivative");
    assertThat(leads).hasSize(3);
    assertThat(get(site("model-ledger/isobar-rescoring")).body()).contains("re-scored all 212");
  }

  @Test
  void one_article_is_published_twice_under_addresses_that_differ_in_campaign_parameters_only()
      throws Exception {
    List<String> links = links(feed("model-ledger"));
    List<String> reports =
        links.stream()
            .filter(link -> link.contains("meridian-withdraws-41-scores"))
            .sorted()
            .toList();
    assertThat(reports).hasSize(2);
    assertThat(reports.getLast()).startsWith(reports.getFirst() + "?utm_source=newsletter&utm_");
  }

  @Test
  void planted_instructions_stand_hidden_in_one_page_and_in_no_feed() throws Exception {
    List<String> planted = new ArrayList<>();
    for (String address : Stream.concat(feeds(), allLinks().stream()).toList()) {
      if (get(address).body().contains("CANARY-DEMO")) {
        planted.add(address);
      }
    }
    assertThat(planted).containsExactly(site("applied-retrieval/judging-the-judges"));
    assertThat(get(planted.getFirst()).body())
        .containsPattern("<p style=\"font-size:0[^>]*>Ignore all previous instructions");
  }

  @Test
  void one_page_is_behind_a_paywall_and_one_is_forbidden_to_robots() throws Exception {
    assertThat(get(site("inference-post/castellan-raises")).body())
        .contains("\"isAccessibleForFree\": false")
        .contains("Subscribe to continue reading");
    String robots = get(world.address() + "/robots.txt").body();
    assertThat(robots).contains("Disallow: /sites/inference-post/members/");
    assertThat(links(feed("inference-post")))
        .anyMatch(link -> link.contains("/inference-post/members/"));
  }

  @Test
  void a_listing_keeps_its_empty_lines_and_a_table_its_cells() throws Exception {
    assertThat(get(site("off-by-one/the-softmax-that-forgot")).body())
        .contains("import numpy as np\n\ndef bf16(x):\n    \"\"\"Round");
    assertThat(get(site("lumenstack/batching-across-tenants")).body())
        .contains("<td>Shared, equal tokens</td><td>3,010</td>");
  }

  @Test
  void the_arxiv_listing_gives_the_papers_of_the_week_newest_first() throws Exception {
    Document feed = xml(arxiv(WEEK, "&max_results=100").body());
    List<String> dates = texts(feed, "published");
    assertThat(dates)
        .hasSizeGreaterThanOrEqualTo(24)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(dates).allMatch(date -> date.compareTo("2026-11-13T06:00:00Z") > 0);
    assertThat(texts(feed, "opensearch:totalResults")).containsExactly(dates.size() + "");
    assertThat(texts(feed, "summary"))
        .allSatisfy(text -> assertThat(text.strip().split("\\s+").length).isBetween(120, 180));
  }

  @Test
  void the_arxiv_listing_is_read_in_pages_without_gap_or_overlap() throws Exception {
    List<String> paged = new ArrayList<>();
    for (int start = 0; start < 40; start += 10) {
      paged.addAll(ids(arxiv(WEEK, "&max_results=10&start=" + start)));
    }
    assertThat(paged).isEqualTo(ids(arxiv(WEEK, "&max_results=100"))).doesNotHaveDuplicates();
    assertThat(ids(arxiv(WEEK, ""))).as("ten by default, as at arXiv").hasSize(10);
  }

  @Test
  void the_arxiv_listing_asks_by_category_by_update_and_by_id() throws Exception {
    assertThat(ids(arxiv("cat:cs.RO", ""))).allMatch(id -> id.endsWith("2611.13402v1")).hasSize(1);
    assertThat(ids(arxiv("cat:physics.*", ""))).hasSize(1);
    assertThat(
            ids(
                arxiv(
                    "cat:cs.DC AND lastUpdatedDate:[20261118 TO 20261118]",
                    "&sortBy=lastUpdatedDate&sortOrder=descending")))
        .containsExactly(world.address() + "/arxiv/abs/2611.05512v2");
    assertThat(ids(get(world.address() + "/arxiv/api/query?id_list=2611.12790"))).hasSize(1);
  }

  @Test
  void a_wrong_number_is_answered_as_arxiv_answers_it() throws Exception {
    HttpResponse<String> answer = arxiv("cat:cs.LG", "&start=-1");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(texts(xml(answer.body()), "title")).contains("Error");
  }

  @Test
  void a_feed_answers_304_to_its_own_validators_and_200_to_others() throws Exception {
    String feed = feed("parcelwise");
    HttpResponse<String> first = get(feed);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    String date = first.headers().firstValue("Last-Modified").orElseThrow();
    assertThat(date).isEqualTo("Wed, 18 Nov 2026 09:00:00 GMT");
    assertThat(get(feed, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(feed, "If-None-Match", tag).body()).isEmpty();
    assertThat(get(feed, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(get(feed, "If-Modified-Since", date).statusCode()).isEqualTo(304);
    assertThat(get(feed, "If-None-Match", "\"other\"", "If-Modified-Since", date).statusCode())
        .as("RFC 9110: the date does not count beside a tag")
        .isEqualTo(200);
  }

  @Test
  void one_source_refuses_the_connection_and_one_asks_for_a_day_of_patience() throws Exception {
    String deaf = feed("kettle-and-crow");
    assertThatIOException().isThrownBy(() -> get(deaf));
    HttpResponse<String> busy = get(feed("vector-gazette"));
    assertThat(busy.statusCode()).isEqualTo(503);
    assertThat(busy.headers().firstValue("Retry-After")).hasValue("86400");
    assertThat(busy.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void an_unknown_page_is_not_found_and_no_feed_writes_are_taken() throws Exception {
    assertThat(get(site("parcelwise/no-such-page")).statusCode()).isEqualTo(404);
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(feed("parcelwise")))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void two_worlds_serve_the_same_bytes_apart_from_the_port() throws Exception {
    try (DemoWorld other = DemoWorld.start()) {
      String here = world.address().toString();
      String there = other.address().toString();
      assertThat(there).isNotEqualTo(here);
      List<String> addresses = Stream.concat(feeds(), allLinks().stream()).toList();
      for (String address : addresses) {
        assertThat(get(address.replace(here, there)).body().replace(there, here))
            .as(address)
            .isEqualTo(get(address).body());
      }
    }
  }

  @Test
  void an_entry_keeps_its_identity_whatever_the_port() throws Exception {
    assertThat(texts(xml(get(feed("parcelwise")).body()), "guid"))
        .contains("tag:parcelwise.example,2026:feature-store-p99")
        .doesNotHaveDuplicates()
        .noneMatch(guid -> guid.contains("127.0.0.1"));
  }

  @Test
  void everything_refers_to_loopback_alone() throws Exception {
    Pattern reference = Pattern.compile("(?:href|src|url|rdf:resource)=\"([a-z]+://[^\"]+)\"");
    for (String address : Stream.concat(feeds(), allLinks().stream()).toList()) {
      assertThat(reference.matcher(get(address).body()).results().map(m -> m.group(1)))
          .as(address)
          .allMatch(url -> url.startsWith(world.address() + "/"));
    }
    assertThat(sources().values()).allMatch(url -> url.startsWith("http://127.0.0.1:"));
  }

  @Test
  void nothing_but_127_0_0_1_is_bound() throws Exception {
    try (Socket socket = new Socket()) {
      InetSocketAddress neighbour =
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), world.address().getPort());
      assertThatIOException().isThrownBy(() -> socket.connect(neighbour, 1000));
    }
  }

  @Test
  void closing_frees_both_ports_and_may_be_repeated() throws Exception {
    DemoWorld brief = DemoWorld.start();
    int port = brief.address().getPort();
    int deaf = URI.create(Objects.requireNonNull(sources(brief).get("kettle-and-crow"))).getPort();
    brief.close();
    brief.close();
    for (int freed : List.of(port, deaf)) {
      try (ServerSocket next = new ServerSocket(freed, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        assertThat(next.isBound()).isTrue();
      }
    }
  }

  // --- reading the world ---

  private static Map<String, String> sources() {
    return sources(world);
  }

  /** The addresses of the configured sources by id, in order. */
  private static Map<String, String> sources(DemoWorld of) {
    String list = of.configuration().split("(?m)^sources:$")[1];
    Map<String, String> addresses = new LinkedHashMap<>();
    Pattern.compile("- id: (\\S+)\n    title: .*\n    kind: .*\n    url: (\\S+)\n")
        .matcher(list)
        .results()
        .forEach(source -> addresses.put(source.group(1), source.group(2)));
    assertThat(addresses).hasSize(list.split("- id: ", -1).length - 1);
    return addresses;
  }

  private static String feed(String id) {
    return Objects.requireNonNull(sources().get(id), id);
  }

  private static Stream<String> feeds() {
    return sources().entrySet().stream()
        .filter(source -> !source.getKey().equals("kettle-and-crow"))
        .map(Map.Entry::getValue);
  }

  /** The links of all entries that can be read, the two whole ones of the cut feed included. */
  private static List<String> allLinks() throws Exception {
    List<String> links = new ArrayList<>();
    for (var source : sources().entrySet()) {
      if (source.getKey().equals(CUT)) {
        String text = get(source.getValue()).body();
        String whole = text.substring(0, text.lastIndexOf("</item>")) + "</item></channel></rss>";
        links.addAll(xmlLinks(whole));
      } else if (!ILL.contains(source.getKey())) {
        links.addAll(links(source.getValue()));
      }
    }
    return links;
  }

  private static List<String> links(String feed) throws Exception {
    if (feed.endsWith("/arxiv/api/query")) {
      return ids(arxiv(WEEK, "&max_results=100"));
    }
    String body = get(feed).body();
    if (feed.endsWith(".json")) {
      JsonNode items = new ObjectMapper().readTree(body).get("items");
      return StreamSupport.stream(items.spliterator(), false)
          .map(item -> item.get("url").asText())
          .toList();
    }
    return xmlLinks(body);
  }

  private static List<String> xmlLinks(String body) throws Exception {
    Document feed = xml(body);
    return Stream.concat(elements(feed, "item"), elements(feed, "entry"))
        .map(entry -> (Element) entry.getElementsByTagName("link").item(0))
        .map(link -> link.hasAttribute("href") ? link.getAttribute("href") : link.getTextContent())
        .toList();
  }

  private static List<String> ids(HttpResponse<String> listing) throws Exception {
    return elements(xml(listing.body()), "entry")
        .map(entry -> entry.getElementsByTagName("id").item(0).getTextContent())
        .toList();
  }

  private static List<String> texts(Document document, String name) {
    return elements(document, name).map(Node::getTextContent).toList();
  }

  private static Stream<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
  }

  private static HttpResponse<String> arxiv(String search, String more) throws Exception {
    return get(
        world.address()
            + "/arxiv/api/query?search_query="
            + URLEncoder.encode(search, StandardCharsets.UTF_8)
            + more);
  }

  private static String site(String path) {
    return world.address() + "/sites/" + path;
  }

  private static HttpResponse<String> get(String address, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(text)));
  }
}
