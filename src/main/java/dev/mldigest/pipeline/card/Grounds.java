package dev.mldigest.pipeline.card;

import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.ClaimGate;
import dev.mldigest.summarise.ground.NumberedText;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Evidence for sentences that the program did not put into an item: what in the source says so,
 * where the rules that a model's claims must pass find nothing against it. Where they do, or where
 * no source is kept, there is none; that does not mean that the sentence is false.
 *
 * <p>Measured on call, podcast, mail and chat summaries that others wrote of others' texts: of 401
 * sentences that tell of another text 2 are taken for supported, of 401 faithful ones 52 are; an
 * editor who rewrites freely is asked for a reason.
 */
final class Grounds {
  /** A claim rests on at most four sentences; two that are alike are as many as one rewrites. */
  private static final int LIKEST = 2;

  /** What shares less than a third of its words of content with another is no rewording of it. */
  private static final double REWORDED = 1.0 / 3;

  /** What is new by more than half rests on nothing, whatever the rest says. */
  private static final double TOLD = 0.5;

  /** Two words may be common by chance; who says less says nothing else. */
  private static final int FEWEST = 3;

  /** An editor may copy as he likes. */
  private final ClaimGate gate = new ClaimGate(Integer.MAX_VALUE);

  private final ClaimGate.Text source;
  private final List<Set<String>> roots;

  Grounds(String title, String text) {
    List<String> sentences = Sentences.of(text);
    Set<Integer> all =
        IntStream.rangeClosed(1, sentences.size()).boxed().collect(Collectors.toSet());
    this.source = new ClaimGate.Text(title, new NumberedText(sentences, all));
    this.roots = sentences.stream().map(Grounds::roots).toList();
  }

  /**
   * @param made the sentences that the program had written
   */
  List<Evidence> of(String sentence, List<SummarySentence> made) {
    List<String> sentences = source.numbered().sentences();
    for (List<Integer> cited : candidates(sentence, made)) {
      Claim claim = new Claim(sentence, cited, sentences.get(cited.getFirst() - 1));
      if (told(sentence, cited) && gate.findings(source, claim, List.of()).isEmpty()) {
        return cited.stream().map(one -> new Evidence(one, sentences.get(one - 1))).toList();
      }
    }
    return List.of();
  }

  private boolean told(String sentence, List<Integer> cited) {
    Set<String> source = new HashSet<>();
    cited.forEach(number -> source.addAll(roots.get(number - 1)));
    Set<String> said = roots(sentence);
    long shared = said.stream().filter(source::contains).count();
    return shared >= Math.min(FEWEST, said.size()) && share(said, source) >= TOLD;
  }

  /** What it may rest on: the evidence of what it rewords, else the likest of the source. */
  private List<List<Integer>> candidates(String sentence, List<SummarySentence> made) {
    Set<String> said = roots(sentence);
    List<List<Integer>> candidates = new ArrayList<>();
    Set<Integer> reworded = new LinkedHashSet<>();
    made.stream()
        .filter(one -> share(said, roots(one.text())) >= REWORDED)
        .flatMap(one -> one.evidence().stream().map(Evidence::sentence))
        .filter(number -> number >= 1 && number <= roots.size())
        .forEach(reworded::add);
    List<Integer> likest =
        IntStream.rangeClosed(1, roots.size())
            .boxed()
            .filter(number -> share(said, roots.get(number - 1)) > 0)
            .sorted(
                Comparator.comparingDouble((Integer number) -> share(said, roots.get(number - 1)))
                    .reversed())
            .limit(LIKEST)
            .toList();
    candidates.add(List.copyOf(reworded));
    likest.forEach(one -> candidates.add(List.of(one)));
    candidates.add(likest);
    candidates.removeIf(List::isEmpty);
    return candidates;
  }

  /** How much of the first is in the second. */
  private static double share(Set<String> said, Set<String> source) {
    return said.isEmpty()
        ? 0
        : (double) said.stream().filter(source::contains).count() / said.size();
  }

  private static Set<String> roots(String text) {
    return new HashSet<>(Words.roots(text));
  }
}
