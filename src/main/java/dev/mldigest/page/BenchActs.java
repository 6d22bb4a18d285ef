package dev.mldigest.page;

import dev.mldigest.page.api.ActSaid;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Puts into the issue what is not in it: from the bench, or from the web. */
final class BenchActs {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Workshop workshop;
  private final InstantSource clock;

  BenchActs(Workshop workshop, InstantSource clock) {
    this.workshop = workshop;
    this.clock = clock;
  }

  /** In the place of the one that is named, else of the weakest. */
  Outcome pick(OpenIssue issue, ActSaid said, String author) {
    String item = said.word("item");
    int expected = said.expected();
    Bench bench = workshop.bench();
    Optional<Bench.Seat> seat =
        bench.seats(issue.week()).stream().filter(one -> one.id().equals(item)).findFirst();
    if (seat.isEmpty()) {
      return new Outcome.Refused("Nothing of the week's harvest that could be picked is that.");
    }
    return switch (bench.tell(issue.week(), seat.get())) {
      case Bench.Told.NotTold not -> new Outcome.Refused(not.sentence());
      case Bench.Told.Ready ready -> {
        IssueState state = issue.desk().load();
        String named = said.words("insteadOf");
        Optional<String> out =
            named.isEmpty()
                ? bench.weakest(issue.week(), state, ready.section())
                : Optional.of(named);
        Act act =
            out.<Act>map(id -> new Act.Swap(ready.block(), id))
                .orElseGet(() ->
                    new Act.Add(ready.block(), bench.place(ready.section(), issue.desk().load())));
        yield issue.desk().append(act, expected, author);
      }
    };
  }

  /** A page that no source brought. */
  Outcome add(OpenIssue issue, ActSaid said, String author) {
    Optional<URI> url = address(said.word("url").strip());
    if (url.isEmpty()) {
      return new Outcome.Refused("The address of a page begins with https:// or http://.");
    }
    Bench bench = workshop.bench();
    String named = said.words("section").strip();
    Optional<String> section = named.isEmpty() ? Optional.empty() : bench.section(named);
    if (!named.isEmpty() && section.isEmpty()) {
      return new Outcome.Refused(
          "feeds.yaml has no such section; it has " + String.join(", ", bench.sections()) + ".");
    }
    return switch (bench.fetch(issue.week(), url.get(), section.orElse(null), clock.instant())) {
      case Bench.Told.NotTold not -> new Outcome.Refused(not.sentence());
      case Bench.Told.Ready ready ->
          issue
              .desk()
              .append(
                  new Act.Add(ready.block(), bench.place(ready.section(), issue.desk().load())),
                  said.expected(),
                  author);
    };
  }

  private static Optional<URI> address(String text) {
    try {
      URI url = new URI(text);
      return url.getHost() != null && url.getScheme() != null && SCHEMES.contains(url.getScheme())
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
