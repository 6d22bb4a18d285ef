package dev.mldigest.pipeline.gate;

import dev.mldigest.assemble.Prose;
import dev.mldigest.domain.LinkCheck;
import dev.mldigest.text.WordList;
import dev.mldigest.web.CanonicalUrl;
import dev.mldigest.web.Host;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Links that lead nowhere, elsewhere or twice to the same. Only a server that says that the page is
 * gone, or a name that nobody knows, is sure: sites that turn programs away, or answer late, may
 * well answer readers.
 */
final class LinkFindings implements Check {
  /** Hosts whose addresses are made to lead to other sites. */
  private static final List<String> FORWARDING =
      WordList.read("/gate/forwarding-hosts.txt").lines();

  private final LinkBook book;

  LinkFindings(LinkBook book) {
    this.book = book;
  }

  /** A link and where it stands. */
  private record Placed(String address, Look.Placed part, int line, boolean heads) {}

  /** The addresses, each once, in the digest's order. */
  static Set<String> links(Look look) {
    return placed(look).stream()
        .map(Placed::address)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Each link of the issue in its place. */
  private static List<Placed> placed(Look look) {
    List<Placed> links = new ArrayList<>();
    for (Look.Placed part : look.body()) {
      PartWords words = new PartWords(part);
      boolean heads = part.piece().isItem();
      for (Prose.Address link : Prose.linkPlaces(part.piece().markdown())) {
        if (link.address().matches("(?i)https?://.+")) {
          boolean head = heads && link.address().equals(part.piece().url());
          links.add(new Placed(link.address(), part, words.line(link.line()), head));
          heads = heads && !head;
        }
      }
    }
    return links;
  }

  @Override
  public List<Finding> in(Look look) {
    List<Placed> placed = placed(look);
    Set<String> links = links(look);
    Map<String, LinkCheck> known = book.known(links);
    List<Finding> findings = new ArrayList<>(twice(look, placed));
    boolean offline = isOffline(known);
    placed.forEach(link -> {
      LinkCheck check = known.get(link.address());
      if (check != null) {
        findings.addAll(found(link, check, offline));
      }
    });
    long open = links.stream().filter(one -> isOpen(known.get(one), offline)).count();
    if (open > 0) {
      findings.add(
          Finding.should(
              Finding.Kind.LINK_UNSURE,
              null,
              0,
              "Of %d of %d links nothing is known yet: 'digest lint' asks for up to 20 of a host at a time."
                  .formatted(open, links.size()),
              ""));
    }
    return findings;
  }

  private static boolean isOpen(@org.jspecify.annotations.Nullable LinkCheck check, boolean off) {
    return check == null || (off && check.ending() == LinkCheck.Ending.UNKNOWN_HOST);
  }

  /** No name is known and nobody answered: the network on our side is down. */
  private static boolean isOffline(Map<String, LinkCheck> known) {
    return known.values().stream()
            .anyMatch(check -> check.ending() == LinkCheck.Ending.UNKNOWN_HOST)
        && known.values().stream()
            .noneMatch(check ->
                check.ending() == LinkCheck.Ending.ALIVE
                    || check.ending() == LinkCheck.Ending.GONE);
  }

  private static List<Finding> found(Placed link, LinkCheck check, boolean offline) {
    return switch (check.ending()) {
      case GONE ->
          List.of(
              must(Finding.Kind.LINK_DEAD, link, "leads to a page that is gone", check.sentence()));
      case UNKNOWN_HOST ->
          offline
              ? List.of()
              : List.of(
                  must(Finding.Kind.LINK_DEAD, link, "leads to no known host", check.sentence()));
      case UNSURE ->
          List.of(
              should(
                  Finding.Kind.LINK_UNSURE, link, "did not prove to be alive", check.sentence()));
      case NOT_ASKED -> List.of();
      case ALIVE -> redirected(link, check);
    };
  }

  private static List<Finding> redirected(Placed link, LinkCheck check) {
    Host own = Host.of(link.address());
    Host landed = Host.of(check.landed());
    boolean elsewhere = !landed.isNone() && !own.site().equals(landed.site());
    if (!elsewhere || FORWARDING.stream().anyMatch(own::isIn)) {
      return List.of();
    }
    String says = "It leads to " + check.landed() + ": link there, or to another report.";
    boolean sameThere = path(link.address()).equals(path(check.landed()));
    return List.of(
        link.heads() && !sameThere
            ? must(Finding.Kind.LINK_REDIRECTED, link, "leads to another site", says)
            : should(Finding.Kind.LINK_REDIRECTED, link, "leads to another site", says));
  }

  /** A site that moved to another name has its pages where they were. */
  private static String path(String address) {
    try {
      String path = URI.create(address).getPath();
      return path == null || path.equals("/") ? "" : path.replaceFirst("/$", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** A runner-up that stands as an item, or an item's page that is linked once more below. */
  private static List<Finding> twice(Look look, List<Placed> links) {
    Set<String> heads = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Look.Placed part : look.body()) {
      String url = part.piece().isItem() ? part.piece().url() : null;
      String key = CanonicalUrl.of(url).map(CanonicalUrl::key).orElse("");
      if (url != null && !key.isEmpty() && !heads.add(key)) {
        findings.add(
            must(
                Finding.Kind.LINK_TWICE,
                new Placed(url, part, part.headLine(), true),
                "stands in two items",
                "Keep one of them."));
      }
    }
    links.stream()
        .filter(link -> !link.part.piece().isItem())
        .filter(link ->
            CanonicalUrl.of(link.address)
                .map(CanonicalUrl::key)
                .filter(heads::contains)
                .isPresent())
        .forEach(link ->
            findings.add(
                should(
                    Finding.Kind.LINK_TWICE,
                    link,
                    "stands in an item too",
                    "Take it out of one of the two.")));
    return findings;
  }

  private static Finding must(Finding.Kind kind, Placed link, String what, String says) {
    return Finding.must(kind, link.part.item(), link.line, said(link, what, says), link.address);
  }

  private static Finding should(Finding.Kind kind, Placed link, String what, String says) {
    return Finding.should(kind, link.part.item(), link.line, said(link, what, says), link.address);
  }

  private static String said(Placed link, String what, String says) {
    return "The link %s of %s %s. %s"
        .formatted(link.address, link.part.piece().place(), what, says);
  }
}
