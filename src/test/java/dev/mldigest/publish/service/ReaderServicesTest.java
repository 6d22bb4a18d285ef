package dev.mldigest.publish.service;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership.Measure;
import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.ReaderOutcome;
import dev.mldigest.testkit.FakeService.Fault;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.MemoryReceipts;
import dev.mldigest.testkit.StoringService;
import dev.mldigest.testkit.StoringService.Sent;
import dev.mldigest.testkit.TestSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What services count of readers is read whole, and their refusals are one sentence each. */
class ReaderServicesTest {
  private static final Set<TargetKind> COUNTING =
      EnumSet.of(
          TargetKind.BUTTONDOWN,
          TargetKind.LISTMONK,
          TargetKind.GHOST,
          TargetKind.KIT,
          TargetKind.MAILCHIMP,
          TargetKind.BEEHIIV);

  private final FakedTarget.Time time = new FakedTarget.Time();

  private FakedTarget target(TargetKind kind) {
    return Objects.requireNonNull(FakedTarget.all().get(kind)).apply(time);
  }

  private ReaderServices services() {
    return new ReaderServices(
        TestSettings.network(Duration.ofSeconds(20), 1_000_000, 8, "127.0.0.0/8"),
        FakedTarget.terms(time));
  }

  private String drafted(FakedTarget target) {
    try (Services services =
        new Services(
            TestSettings.network(Duration.ofSeconds(20), 1_000_000, 8, "127.0.0.0/8"),
            FakedTarget.terms(time))) {
      PublishOutcome made =
          services
              .target(target.settings())
              .publish(FakedTarget.draft("Text"), new MemoryReceipts(() -> false));
      return ((PublishOutcome.Drafted) made).id();
    }
  }

  /** Sixty links; the first was followed by 61 persons, each by one fewer, twice by the first. */
  private static Sent readers(int links) {
    List<Sent.Click> clicks = new ArrayList<>();
    for (int link = 0; link < links; link++) {
      for (int person = 0; person <= links - link; person++) {
        clicks.add(
            new Sent.Click(
                "sub_" + person, "p" + person + "@persons.example", "https://e.org/" + link));
      }
      clicks.add(new Sent.Click("sub_0", "p0@persons.example", "https://e.org/" + link));
    }
    return new Sent(1000, 420, 130, 3, 5, clicks);
  }

  @ParameterizedTest
  @EnumSource(
      value = TargetKind.class,
      names = {"BUTTONDOWN", "GHOST", "KIT", "MAILCHIMP", "BEEHIIV"})
  void all_pages_are_read_and_a_reader_counts_once_a_link(TargetKind kind) {
    FakedTarget target = target(kind);
    try (var service = (StoringService) target.service()) {
      String id = drafted(target);
      service.sent(id, readers(60));

      ReaderOutcome outcome = services().ask(target.settings(), id, link -> link);

      assertThat(outcome).isInstanceOf(ReaderOutcome.Counted.class);
      var counts = ((ReaderOutcome.Counted) outcome).counts();
      assertThat(counts.complete()).isTrue();
      assertThat(counts.measure()).isEqualTo(Measure.READERS);
      assertThat(counts.totals().recipients()).isEqualTo(1000);
      assertThat(counts.totals().opens()).isEqualTo(420);
      assertThat(counts.totals().clicks()).isEqualTo(130);
      Map<String, Long> byLink =
          counts.links().stream()
              .collect(
                  toMap(link -> link.link().replaceFirst("\\?ref=.*", ""), LinkClicks::clicks));
      assertThat(byLink).hasSize(60).containsEntry("https://e.org/0", 61L);
      assertThat(byLink).containsEntry("https://e.org/59", 2L);
      assertThat(counts.toString()).doesNotContain("persons.example", "sub_0", "192.0.2.7");
    }
  }

  @Test
  void listmonk_tells_fifty_links_and_that_it_does_is_said() {
    FakedTarget target = target(TargetKind.LISTMONK);
    try (var service = (StoringService) target.service()) {
      String id = drafted(target);
      service.sent(id, readers(60));

      var counts =
          ((ReaderOutcome.Counted) services().ask(target.settings(), id, link -> link)).counts();

      assertThat(counts.links()).hasSize(50);
      assertThat(counts.complete()).isFalse();
      assertThat(counts.measure()).isEqualTo(Measure.UNSAID);
      assertThat(counts.notes()).singleElement().asString().contains("50 links", "not zero");

      service.sent(id, new Sent(1000, 420, 0, 0, 0, List.of()));
      counts =
          ((ReaderOutcome.Counted) services().ask(target.settings(), id, link -> link)).counts();
      assertThat(counts.notes()).singleElement().asString().contains("@TrackLink");
    }
  }

  @Test
  void a_count_that_is_none_and_a_link_that_is_too_long_are_not_taken() {
    FakedTarget target = target(TargetKind.LISTMONK);
    try (var service = (StoringService) target.service()) {
      String id = drafted(target);
      service.sent(id, new Sent(-5, 10, 10, 0, 0, List.of()));
      ReaderOutcome outcome = services().ask(target.settings(), id, link -> link);
      assertThat(outcome).isInstanceOf(ReaderOutcome.NotKnown.class);
      assertThat(((ReaderOutcome.NotKnown) outcome).sentence())
          .isEqualTo("listmonk answered something else than its interface says.");

      String longest = "https://e.org/" + "a".repeat(9000);
      service.sent(id, new Sent(5, 10, 10, 0, 0, List.of(new Sent.Click("s", "m", longest))));
      outcome = services().ask(target.settings(), id, link -> link);
      assertThat(((ReaderOutcome.Counted) outcome).counts().links()).isEmpty();
      assertThat(((ReaderOutcome.Counted) outcome).counts().complete()).isFalse();
    }
  }

  @Test
  void ghost_says_how_many_want_more_like_it() {
    FakedTarget target = target(TargetKind.GHOST);
    try (var service = (StoringService) target.service()) {
      String id = drafted(target);
      service.sent(id, readers(3));

      var totals =
          ((ReaderOutcome.Counted) services().ask(target.settings(), id, link -> link))
              .counts()
              .totals();

      assertThat(totals.moreLikeThis()).isEqualTo(7);
      assertThat(totals.lessLikeThis()).isEqualTo(2);
      assertThat(totals.unsubscribes()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TargetKind.class,
      names = {"BUTTONDOWN", "LISTMONK", "GHOST", "KIT", "MAILCHIMP", "BEEHIIV"})
  void a_service_that_does_not_answer_is_told_in_one_sentence_without_a_key(TargetKind kind) {
    FakedTarget target = target(kind);
    try (var service = (StoringService) target.service()) {
      String id = drafted(target);
      for (Fault fault : List.of(Fault.UNAUTHORIZED, Fault.BROKEN_BEFORE, Fault.PAGE)) {
        service.faults(() -> fault);
        ReaderOutcome outcome = services().ask(target.settings(), id, link -> link);
        assertThat(outcome).as(fault.name()).isInstanceOf(ReaderOutcome.NotKnown.class);
        var known = (ReaderOutcome.NotKnown) outcome;
        assertThat(known.mayPass()).as(fault.name()).isEqualTo(fault != Fault.UNAUTHORIZED);
        assertThat(known.sentence())
            .startsWith("127.0.0.1 answered ")
            .doesNotContain(target.key().value().replaceFirst("^.*:", ""))
            .doesNotContain("\n");
      }
    }
  }

  @Test
  void a_busy_service_is_asked_again_when_it_says_and_not_for_ever() {
    FakedTarget target = target(TargetKind.KIT);
    try (var service = (StoringService) target.service()) {
      String id = drafted(target);
      service.sent(id, readers(3));
      int before = service.requests().size();
      service.faults(() -> service.requests().size() == before + 1 ? Fault.LIMITED : Fault.NONE);
      assertThat(services().ask(target.settings(), id, link -> link))
          .isInstanceOf(ReaderOutcome.Counted.class);

      service.faults(() -> Fault.LIMITED);
      assertThat(services().ask(target.settings(), id, link -> link))
          .isEqualTo(
              new ReaderOutcome.NotKnown(
                  "127.0.0.1 asks to be left alone for 3 seconds.", true, true));
    }
  }

  @Test
  void what_is_not_there_any_more_is_told_as_that() {
    FakedTarget target = target(TargetKind.MAILCHIMP);
    try (var service = target.service()) {
      assertThat(services().ask(target.settings(), "c0000000ff", link -> link))
          .isInstanceOf(ReaderOutcome.Gone.class);
      assertThat(service.requests()).hasSize(1);
    }
  }

  @Test
  void targets_that_count_nothing_are_not_asked_and_say_so() {
    for (TargetKind kind : FakedTarget.all().keySet()) {
      if (!COUNTING.contains(kind)) {
        FakedTarget target = target(kind);
        try (var service = target.service()) {
          ReaderOutcome outcome = services().ask(target.settings(), "1", link -> link);
          assertThat(outcome).isInstanceOf(ReaderOutcome.None.class);
          assertThat(((ReaderOutcome.None) outcome).sentence()).endsWith(".");
          assertThat(service.requests()).isEmpty();
        }
      }
    }
  }
}
