package dev.mldigest.cli.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.cli.Digest;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.domain.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("replaces the standard streams")
class FeedsCommandTest {
  private static final String YAML =
      """
      title: Weekly
      time-zone: UTC
      audience: { description: x }
      issue:
        sections:
          - { id: papers, title: Papers, slots: 1 }
          - { id: listen, title: Talks and podcasts, slots: 1 }
      sources:
        # ours
        - { id: a, title: Über A, kind: blog, section: papers, url: https://a.example/feed/ }
      """;

  private final PrintStream standardOut = System.out;
  private final PrintStream standardErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;
  private Path yaml = Path.of("");

  @BeforeEach
  void catchStreams() throws IOException {
    yaml = Files.writeString(folder.resolve("feeds.yaml"), YAML);
    System.setOut(new PrintStream(out, true, StandardCharsets.US_ASCII));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveStreamsBack() {
    System.setOut(standardOut);
    System.setErr(standardErr);
  }

  @Test
  void list_shows_a_table_or_json_lines() {
    assertThat(run("list")).isZero();
    assertThat(text(out))
        .isEqualTo(
            """
            ID  KIND      SECTION  WEIGHT  ADDRESS
            a   blog      papers      1.0  https://a.example/feed/
            1 sources
            """);
    out.reset();
    assertThat(run("list", "--json")).isZero();
    assertThat(text(out))
        .isEqualTo(
            "{\"id\":\"a\",\"title\":\"Über A\",\"kind\":\"blog\","
                + "\"url\":\"https://a.example/feed/\",\"section\":\"papers\",\"weight\":1.0,"
                + "\"categories\":[],\"selector\":null}\n");
  }

  @Test
  void list_aligns_its_columns_however_long_ids_and_kinds_are() throws IOException {
    String id = "a-laboratory-with-a-name-that-is-longer-than-most";
    Files.writeString(
        yaml,
        YAML + "  - { id: " + id + ", title: B, kind: hacker-news, section: listen, query: x }\n");
    assertThat(run("list")).as(text(err)).isZero();
    List<String> lines = text(out).lines().toList();
    int address = lines.getFirst().indexOf("ADDRESS");
    int section = lines.getFirst().indexOf("SECTION");
    assertThat(lines.subList(1, 3))
        .allMatch(line -> line.startsWith("  http", address - 2))
        .allMatch(line -> line.substring(section).matches("(papers|listen) .*"));
  }

  @Test
  void mistakes_end_a_command_with_exit_code_2_and_all_of_them() throws IOException {
    Files.writeString(yaml, YAML.replace("slots: 1 }", "slotz: 1 }"));
    assertThat(run("list")).isEqualTo(2);
    assertThat(text(err))
        .startsWith("digest: 4 mistakes in " + yaml + "\n")
        .contains("\n" + yaml + ":6:7: 'slots' is missing\n")
        .contains("\n" + yaml + ":7:48: unknown key 'slotz', did you mean 'slots'?\n");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void export_is_utf_8_whatever_the_terminal_is() {
    assertThat(run("export")).isZero();
    assertThat(text(out)).contains("text=\"Über A\"", "xmlUrl=\"https://a.example/feed/\"");
  }

  @Test
  void import_appends_what_is_new_and_a_second_import_changes_nothing() throws IOException {
    Path opml = opml();
    assertThat(run("import", opml.toString())).isZero();
    assertThat(text(out)).isEqualTo("2 of 3 feeds added to " + yaml + ", 1 known already\n");
    String changed =
        YAML
            + """
              - { id: b, title: B, kind: blog, section: listen, url: https://b.example/ }
              - { id: a-2, title: A, kind: blog, section: papers, url: https://c.example/ }
            """;
    assertThat(Files.readString(yaml)).isEqualTo(changed);
    assertThat(run("import", opml.toString())).isZero();
    assertThat(Files.readString(yaml)).isEqualTo(changed);
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void an_export_imports_as_nothing_new() throws IOException {
    Path shipped = Files.copy(Path.of("feeds.yaml"), yaml, StandardCopyOption.REPLACE_EXISTING);
    assertThat(run("export")).isZero();
    Path opml = Files.write(folder.resolve("export.opml"), out.toByteArray());
    out.reset();
    assertThat(run("import", opml.toString())).isZero();
    assertThat(text(out)).startsWith("0 of ");
    assertThat(shipped).hasSameTextualContentAs(Path.of("feeds.yaml"));
  }

  @Test
  void import_puts_feeds_without_a_known_folder_where_it_is_told() throws IOException {
    assertThat(run("import", opml().toString(), "--section", "listen")).isZero();
    assertThat(Files.readString(yaml)).contains("id: a-2, title: A, kind: blog, section: listen");
    assertThat(run("import", opml().toString(), "--section", "news")).isEqualTo(2);
    assertThat(text(err))
        .isEqualTo("digest: There is no section 'news'; there are papers, listen.\n");
  }

  @Test
  void import_keeps_the_permissions_of_the_file_and_follows_its_link() throws IOException {
    Files.setPosixFilePermissions(yaml, PosixFilePermissions.fromString("rw-r--r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), yaml);
    assertThat(Digest.run("feeds", "import", opml().toString(), "--config", link.toString()))
        .isZero();
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(yaml)))
        .isEqualTo("rw-r--r--");
    assertThat(Files.readString(yaml)).contains("id: b,");
  }

  @Test
  void a_list_that_is_no_opml_changes_nothing() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<html></html>");
    assertThat(run("import", page.toString())).isEqualTo(2);
    assertThat(run("import", folder.resolve("none.opml").toString())).isEqualTo(2);
    assertThat(text(err))
        .isEqualTo(
            "digest: '"
                + page
                + "' cannot be read: This is no OPML: it has no <opml> element.\ndigest: '"
                + folder.resolve("none.opml")
                + "' does not exist.\n");
    assertThat(Files.readString(yaml)).isEqualTo(YAML);
  }

  @Test
  void sources_from_opml_need_no_feeds_yaml_and_keep_the_rest_of_one() throws IOException {
    ConfigOption alone = new ConfigOption();
    Settings settings = with(alone, opml()).settings();
    assertThat(settings.title()).isEqualTo("Digest");
    assertThat(settings.sources()).hasSize(3).allMatch(source -> source.section().equals("news"));
    ConfigOption beside = new ConfigOption();
    beside.config = yaml;
    assertThat(with(beside, opml()).settings().title()).isEqualTo("Weekly");
    assertThat(with(beside, opml()).settings().sources())
        .extracting(source -> source.section())
        .isEqualTo(List.of("papers", "listen", "papers"));
  }

  private Path opml() throws IOException {
    return Files.writeString(
        folder.resolve("list.opml"),
        """
        <opml version="2.0"><body>
          <outline text="A" xmlUrl="http://A.example/feed"/>
          <outline text="Talks and Podcasts"><outline text="B" xmlUrl="https://b.example/"/></outline>
          <outline text="A" xmlUrl="https://c.example/"/>
        </body></opml>
        """);
  }

  private int run(String... arguments) {
    String[] line = new String[arguments.length + 3];
    line[0] = "feeds";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[line.length - 2] = "--config";
    line[line.length - 1] = yaml.toString();
    return Digest.run(line);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  private static ConfigOption with(ConfigOption option, Path sources) {
    option.sources = sources;
    return option;
  }
}
