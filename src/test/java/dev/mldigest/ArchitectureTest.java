package dev.mldigest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The direction of the house: cli, schedule -> pipeline -> stages -> domain, and third-party types
 * stay home.
 */
@AnalyzeClasses(packages = "dev.mldigest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule domain_knows_only_the_jdk_and_jspecify =
      classes()
          .that()
          .resideInAPackage("dev.mldigest.domain")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.mldigest.domain");

  @ArchTest
  static final ArchRule the_demo_week_knows_only_the_jdk_and_nothing_of_the_pipeline =
      classes()
          .that()
          .resideInAPackage("dev.mldigest.demo")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.sun.net.httpserver", "org.jspecify..", "dev.mldigest.demo");

  @ArchTest
  static final ArchRule stages_know_the_domain_and_nothing_of_one_another =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.mldigest..")
          .withOptionalLayers(true)
          .layer("main")
          .definedBy("dev.mldigest")
          .layer("cli")
          .definedBy("dev.mldigest.cli..")
          .layer("schedule")
          .definedBy("dev.mldigest.schedule..")
          .layer("pipeline")
          .definedBy("dev.mldigest.pipeline..")
          .layer("config")
          .definedBy("dev.mldigest.config..")
          .layer("fetch")
          .definedBy("dev.mldigest.fetch..")
          .layer("extract")
          .definedBy("dev.mldigest.extract..")
          .layer("select")
          .definedBy("dev.mldigest.select..")
          .layer("summarise")
          .definedBy("dev.mldigest.summarise..")
          .layer("assemble")
          .definedBy("dev.mldigest.assemble..")
          .layer("review")
          .definedBy("dev.mldigest.review..")
          .layer("publish")
          .definedBy("dev.mldigest.publish..")
          .layer("store")
          .definedBy("dev.mldigest.store..")
          .layer("demo")
          .definedBy("dev.mldigest.demo..")
          .layer("domain")
          .definedBy("dev.mldigest.domain..")
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("schedule")
          .mayOnlyBeAccessedByLayers("main", "cli")
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("main", "cli", "schedule")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("main", "cli")
          .whereLayer("fetch")
          .mayOnlyBeAccessedByLayers("main", "cli", "pipeline")
          .whereLayer("extract")
          .mayOnlyBeAccessedByLayers("main", "cli", "pipeline")
          .whereLayer("select")
          .mayOnlyBeAccessedByLayers("main", "cli", "pipeline")
          .whereLayer("summarise")
          .mayOnlyBeAccessedByLayers("main", "cli", "pipeline")
          .whereLayer("assemble")
          .mayOnlyBeAccessedByLayers("main", "cli", "pipeline")
          .whereLayer("review")
          .mayOnlyBeAccessedByLayers("main", "cli", "pipeline")
          .whereLayer("publish")
          .mayOnlyBeAccessedByLayers("main", "cli", "pipeline")
          .whereLayer("demo")
          .mayOnlyBeAccessedByLayers("main", "cli")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("main", "cli", "pipeline");

  @ArchTest static final ArchRule rome_stays_in_fetch = home("com.rometools..", "..fetch..");

  @ArchTest
  static final ArchRule jsoup_stays_where_html_is_read =
      home("org.jsoup..", "..fetch..", "..extract..", "..assemble..");

  @ArchTest
  static final ArchRule langchain4j_stays_in_summarise = home("dev.langchain4j..", "..summarise..");

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

  private static ArchRule home(String library, String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
