package dev.mldigest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The direction of the house: cli, schedule -> pipeline -> stages -> domain, and third-party types
 * stay home. The laboratory ({@code src/lab}) measures all of it and is compiled after it, so that
 * nothing shipped can call it.
 */
@AnalyzeClasses(packages = "dev.mldigest", importOptions = ArchitectureTest.Shipped.class)
class ArchitectureTest {
  /** What stands where the program itself does, in whatever folder a build puts it. */
  static final class Shipped implements ImportOption {
    private final String place =
        Main.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    @Override
    public boolean includes(Location location) {
      return location.contains(place);
    }
  }

  /** Commands under {@code digest inspect}, and the loops that feed them. */
  private static final Pattern INSPECTION =
      Pattern.compile("^(Inspect|WalkForward|PieceLines|JsonAnswers)");

  private static final List<String> STAGES =
      List.of("fetch", "extract", "select", "summarise", "assemble", "review", "publish", "store");

  @ArchTest
  static final ArchRule domain_knows_only_the_jdk_and_jspecify =
      knowOnly("dev.mldigest.(domain|io)..", "java..");

  /** Where words part in writing without blanks is in dictionaries, which come with a library. */
  @ArchTest
  static final ArchRule text_knows_dictionaries_besides =
      knowOnly("dev.mldigest.text..", "java..", "com.ibm.icu.text..", "com.ibm.icu.util..");

  @ArchTest static final ArchRule icu_stays_in_text = home("com.ibm.icu..", "..mldigest.text..");

  /** The public suffix list comes with the library that reads addresses. */
  @ArchTest
  static final ArchRule web_knows_addresses_besides =
      knowOnly("dev.mldigest.web..", "java..", "okhttp3..");

  @ArchTest static final ArchRule stages_know_the_domain_and_nothing_of_one_another = layers();

  @ArchTest static final ArchRule rome_stays_in_fetch = home("com.rometools..", "..fetch..");

  @ArchTest
  static final ArchRule jsoup_stays_where_html_is_read =
      home("org.jsoup..", "..fetch..", "..extract..", "..assemble..", "..publish.service..");

  @ArchTest
  static final ArchRule commons_csv_stays_where_exports_are_read =
      home("org.apache.commons.csv..", "..publish.export..");

  @ArchTest
  static final ArchRule mime4j_stays_where_mails_are_read =
      home("org.apache.james..", "..fetch.mail..");

  @ArchTest
  static final ArchRule pdfbox_stays_where_pdfs_are_read_and_letters_are_drawn =
      home("org.apache.(pdfbox|fontbox)..", "..extract..", "..assemble.picture..");

  /** By packages, so that what a room needs stands below it and never beside it both ways. */
  @ArchTest
  static final ArchRule no_rooms_form_a_circle =
      slices().matching("dev.mldigest.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule langchain4j_stays_where_models_are_asked =
      home("dev.langchain4j..", "..mldigest.model..", "..mldigest.embed..");

  @ArchTest
  static final ArchRule onnx_stays_in_embed = home("ai.onnxruntime..", "..mldigest.embed..");

  @ArchTest
  static final ArchRule okhttp_stays_where_the_world_is_asked =
      home(
          "okhttp3..",
          "..mldigest.net..",
          "..fetch.http..",
          "..mldigest.model..",
          "..publish.service..",
          "..web..");

  @ArchTest
  static final ArchRule the_way_to_the_world_knows_no_other_room =
      noClasses()
          .that()
          .resideInAPackage("dev.mldigest.net..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.mldigest..").and(resideOutsideOfPackage("dev.mldigest.net..")));

  @ArchTest
  static final ArchRule templates_stay_in_the_view =
      home("gg.jte..", "..page.view..", "..page.template..");

  @ArchTest
  static final ArchRule simple_java_mail_stays_where_mails_are_written =
      home("org.simplejavamail..", "..publish.mail..");

  @ArchTest
  static final ArchRule jakarta_mail_stays_where_mails_are_written =
      home("jakarta.mail..", "..publish.mail..");

  @ArchTest
  static final ArchRule the_server_stays_in_the_page =
      home("com.sun.net.httpserver..", "..mldigest.page", "..page.guard..", "..mldigest.demo..");

  @ArchTest static final ArchRule quartz_stays_in_schedule = home("org.quartz..", "..schedule..");

  @ArchTest static final ArchRule picocli_stays_in_the_command_line = home("picocli..", "..cli..");

  @ArchTest
  static final ArchRule sql_stays_in_the_store =
      noClasses()
          .that()
          .resideOutsideOfPackage("..store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..", "org.jdbi..");

  /** What stands in a room below another and may be called from outside the upper one. */
  private static final Set<String> DOORS =
      Set.of(
          "fetch.feed.FeedFinder",
          "fetch.http.Http",
          "fetch.http.Links",
          "fetch.http.PageOutcome",
          "fetch.http.Pages",
          "fetch.http.Parsing",
          "fetch.http.Waiting",
          "fetch.site.Selectors",
          "extract.transcript.Transcripts",
          "select.piece.Piece",
          "select.rank.FeatureWords",
          "select.rank.LearnedRanker",
          "select.rank.OrderJudge",
          "select.rank.Taste",
          "select.rank.TasteDecisions",
          "select.rank.TasteRecord",
          "select.story.Covered",
          "select.story.Reports",
          "select.story.Stories",
          "select.story.StoryJudge",
          "model.pace.Pacer",
          "model.prompt.Limits",
          "model.prompt.Prompt",
          "model.prompt.PromptException",
          "model.prompt.Prompts",
          "assemble.archive.ArchiveSite",
          "assemble.archive.ArchivedIssue",
          "assemble.mail.HtmlMail",
          "assemble.mail.MailTemplate",
          "assemble.markdown.OutgoingMarkdown",
          "assemble.picture.FigureHtml",
          "assemble.picture.Pictures",
          "assemble.picture.Png",
          "assemble.picture.Report",
          "assemble.picture.Scene",
          "assemble.picture.SourceWeeks",
          "assemble.picture.Svg",
          "assemble.plain.PlainText",
          "assemble.post.Network",
          "assemble.post.Posts",
          "publish.export.ExportOutcome",
          "publish.export.Exports",
          "publish.service.ReaderServices",
          "publish.service.Services",
          "publish.service.call.JsonHttp",
          "review.approval.Approval",
          "review.approval.Approved",
          "review.approval.Fault",
          "review.approval.ShownLines",
          "review.approval.Quote",
          "review.desk.Act",
          "review.desk.Block",
          "review.desk.Changes",
          "review.desk.Delta",
          "review.desk.Desk",
          "review.desk.Event",
          "review.desk.EventWords",
          "review.desk.Headings",
          "review.desk.History",
          "review.desk.IssueState",
          "review.desk.Journal",
          "review.desk.Mark",
          "review.desk.Minutes",
          "review.desk.Outcome",
          "review.desk.Place",
          "review.desk.Sheet",
          "review.desk.Spelling",
          "review.desk.Watch",
          "review.digest.DigestFile",
          "review.digest.Known",
          "review.digest.Part",
          "summarise.ground.BannedPhrases",
          "summarise.ground.Claim",
          "summarise.ground.ClaimGate",
          "summarise.ground.Finding",
          "summarise.ground.NumberedText",
          "summarise.ground.UnfitSentences",
          "summarise.opening.FrontPage",
          "summarise.opening.Voice",
          "pipeline.card.Card",
          "pipeline.card.Cards",
          "pipeline.card.SourceText",
          "pipeline.card.Why",
          "pipeline.filing.Desks",
          "pipeline.filing.FiledIssue",
          "pipeline.filing.IssueFiles",
          "pipeline.filing.OwnFiles",
          "pipeline.filing.Restore",
          "pipeline.filing.RunLock",
          "pipeline.filing.SiteFolder",
          "pipeline.gate.Approving",
          "pipeline.gate.Finding",
          "pipeline.gate.Gate",
          "pipeline.graphics.Graphics",
          "pipeline.graphics.IssueFigures",
          "pipeline.harvest.Concurrent",
          "pipeline.harvest.CoverageReport",
          "pipeline.harvest.Harvest",
          "pipeline.harvest.Progress",
          "pipeline.harvest.SinglePage",
          "pipeline.harvest.SourceReport",
          "pipeline.issue.Bench",
          "pipeline.issue.IssueOutcome",
          "pipeline.issue.KeptEmbeddings",
          "pipeline.issue.Redo",
          "pipeline.issue.WeeklyIssue",
          "pipeline.issue.Writers",
          "pipeline.past.PastSelections",
          "pipeline.past.Retrospect",
          "pipeline.publishing.Publishing",
          "pipeline.readers.IssueReading",
          "pipeline.readers.ItemReading",
          "pipeline.readers.ReaderDesk",
          "pipeline.readers.ReaderReport",
          "pipeline.rendering.Approving",
          "pipeline.rendering.Archives",
          "pipeline.rendering.Rendering",
          "pipeline.rendering.Renderings",
          "pipeline.rendering.Site",
          "config.opml.Opml",
          "config.opml.OpmlSources",
          "config.opml.OutlineFeed",
          "store.database.StateException",
          "text.date.DateForms",
          "text.date.FeedDates",
          "text.date.ZoneNames",
          "text.encoding.Decoded",
          "text.encoding.Encodings");

  /** The upper rooms: what has no door there is called from within alone. */
  private static final Set<String> HOUSES =
      DOORS.stream().map(door -> door.split("\\.")[0]).collect(Collectors.toSet());

  /** Inspection looks into the rooms; everybody else asks at the door. */
  @ArchTest
  static final ArchRule rooms_are_entered_by_their_front_doors =
      classes()
          .that()
          .resideOutsideOfPackage("..cli.inspect..")
          .should(
              new ArchCondition<>("go by the front doors of other stages' rooms") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                  user.getDirectDependenciesFromSelf().stream()
                      .filter(dependency -> isPastTheDoor(user, dependency.getTargetClass()))
                      .forEach(dependency ->
                          events.add(
                              SimpleConditionEvent.violated(user, dependency.getDescription())));
                }
              });

  private static boolean isPastTheDoor(JavaClass user, JavaClass used) {
    List<String> place = List.of(used.getName().split("[.$]"));
    String house = Main.class.getPackageName() + ".";
    if (!used.getName().startsWith(house) || place.size() < 5) {
      return false;
    }
    String stage = place.get(2);
    boolean inRoom = Character.isLowerCase(place.get(3).charAt(0));
    return inRoom
        && HOUSES.contains(stage)
        && !user.getPackageName().startsWith(house + stage)
        && !DOORS.contains(door(place));
  }

  /** From the upper room to the type, rooms in rooms included. */
  private static String door(List<String> place) {
    int type = 3;
    while (Character.isLowerCase(place.get(type).charAt(0))) {
      type++;
    }
    return String.join(".", place.subList(2, type + 1));
  }

  /**
   * What {@code digest inspect} shows is what a run does: no class of a stage serves inspection
   * alone.
   */
  @ArchTest
  static final ArchRule inspection_calls_the_classes_of_the_pipeline =
      classes()
          .that()
          .resideInAnyPackage(
              STAGES.stream().map(stage -> "dev.mldigest." + stage + "..").toArray(String[]::new))
          .should(
              new ArchCondition<>("be used by more than inspection") {
                @Override
                public void check(JavaClass stage, ConditionEvents events) {
                  Set<JavaClass> users =
                      stage.getDirectDependenciesToSelf().stream()
                          .map(dependency -> dependency.getOriginClass())
                          .filter(user -> !user.equals(stage) && !isPartOf(user, stage))
                          .collect(Collectors.toSet());
                  boolean inspectedOnly =
                      !users.isEmpty() && users.stream().allMatch(ArchitectureTest::inspects);
                  events.add(
                      new SimpleConditionEvent(
                          stage, !inspectedOnly, stage.getName() + " is used by inspection alone"));
                }
              });

  private static boolean isPartOf(JavaClass inner, JavaClass outer) {
    return inner.getName().startsWith(outer.getName() + "$");
  }

  private static boolean inspects(JavaClass user) {
    return user.getPackageName().startsWith("dev.mldigest.cli")
        && INSPECTION.matcher(user.getSimpleName()).find();
  }

  private static ArchRule layers() {
    var layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.mldigest..")
            .withOptionalLayers(true)
            .layer("main")
            .definedBy("dev.mldigest");
    for (String room :
        List.of(
            "domain",
            "web",
            "text",
            "io",
            "net",
            "embed",
            "model",
            "cli",
            "compose",
            "schedule",
            "pipeline",
            "config",
            "demo",
            "page")) {
      layers = layers.layer(room).definedBy("dev.mldigest." + room + "..");
    }
    for (String stage : STAGES) {
      layers = layers.layer(stage).definedBy("dev.mldigest." + stage + "..");
      layers = layers.whereLayer(stage).mayOnlyBeAccessedByLayers(users(stage));
    }
    layers =
        layers
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("summarise", "cli", "compose", "pipeline");
    layers =
        layers
            .whereLayer("embed")
            .mayOnlyBeAccessedByLayers("select", "cli", "compose", "pipeline");
    layers = layers.whereLayer("net").mayOnlyBeAccessedByLayers("fetch", "model", "publish");
    for (String room : List.of("schedule", "config", "demo", "compose")) {
      layers = layers.whereLayer(room).mayOnlyBeAccessedByLayers("cli", "compose");
    }
    layers =
        layers
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("cli", "compose", "schedule", "page");
    layers = layers.whereLayer("page").mayOnlyBeAccessedByLayers("cli");
    layers = layers.whereLayer("cli").mayOnlyBeAccessedByLayers("main");
    return layers.whereLayer("main").mayNotBeAccessedByAnyLayer();
  }

  /** A page shows what the desk and the state hold, and asks the pipeline for the rest. */
  private static String[] users(String stage) {
    Stream<String> page =
        Set.of("assemble", "publish", "review", "store").contains(stage)
            ? Stream.of("page")
            : Stream.of();
    return Stream.concat(Stream.of("cli", "compose", "pipeline"), page).toArray(String[]::new);
  }

  private static ArchRule home(String library, String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }

  private static ArchRule knowOnly(String room, String... libraries) {
    return classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(
                    Stream.of(libraries),
                    Stream.of(
                        "org.jspecify..",
                        "dev.mldigest.domain..",
                        "dev.mldigest.web..",
                        "dev.mldigest.text..",
                        "dev.mldigest.io.."))
                .toArray(String[]::new));
  }
}
