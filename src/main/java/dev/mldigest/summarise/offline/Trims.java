package dev.mldigest.summarise.offline;

import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.text.Texts;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shorter forms of a sentence: its lead-in, its brackets, what stands before its main clause or
 * after it left out.
 *
 * <p>Promises: a form is the sentence with whole spans missing, at most one at the front, one at
 * the end and those in brackets; all else is verbatim but for the first letter and the full stop.
 * Nothing that limits or negates is left out ({@code limits.txt}). The first form is the sentence
 * without its lead-in. Which form reads best is for {@link SentenceRanker} to say.
 */
public final class Trims {
  /** One form of a sentence and the names of what was left out of it. */
  public record Form(String text, List<String> cuts) {
    public Form {
      cuts = List.copyOf(cuts);
    }
  }

  /** A longer sentence is a table or a list and is left whole. */
  private static final int LONGEST = UnfitSentences.LONGEST;

  /** Every form is scored: a sentence full of commas must not cost more than a text. */
  private static final int MOST_FORMS = 30;

  // In words, chosen by hand so that what is left is a sentence and what goes is worth its going.
  private static final int FEWEST_KEPT = 6;
  private static final int FEWEST_KEPT_OUTSIDE_BRACKETS = 5;
  private static final int FEWEST_CUT = 3;

  private static final Pattern BRACKETS = Pattern.compile("\\s\\([^()]{1,200}\\)");
  private static final Set<String> LIMITS = WordList.read("/summarise/limits.txt").words();
  private static final String FRONT = "front";
  private static final Map<String, Pattern> PLACES = places();

  private Trims() {}

  /** The sentence without its lead-in, then its shorter forms; never empty. */
  public static List<Form> of(String sentence) {
    String whole = LeadIn.strip(sentence.strip());
    List<Form> forms = new ArrayList<>(List.of(new Form(whole, List.of())));
    if (whole.length() > LONGEST) {
      return forms;
    }
    front(whole, forms);
    for (Form form : List.copyOf(forms)) {
      String bare = withoutBrackets(form.text());
      if (!bare.equals(form.text()) && Words.count(bare) >= FEWEST_KEPT_OUTSIDE_BRACKETS) {
        forms.add(with(form, "brackets", bare));
      }
    }
    for (Form form : List.copyOf(forms)) {
      PLACES.forEach((name, place) -> ends(form, name, place, forms));
    }
    return forms.subList(0, Math.min(MOST_FORMS, forms.size()));
  }

  private static void front(String whole, List<Form> forms) {
    Matcher matcher = place(FRONT).matcher(whole);
    if (matcher.lookingAt()) {
      String rest = whole.substring(matcher.end());
      if (Words.count(rest) >= FEWEST_KEPT && !limits(whole.substring(0, matcher.end()))) {
        forms.add(new Form(LeadIn.capital(rest), List.of(FRONT)));
      }
    }
  }

  private static void ends(Form form, String name, Pattern place, List<Form> forms) {
    if (name.equals(FRONT)) {
      return;
    }
    Matcher matcher = place.matcher(form.text());
    while (matcher.find() && forms.size() < MOST_FORMS) {
      String head = form.text().substring(0, matcher.start());
      String tail = form.text().substring(matcher.start());
      if (Words.count(head) >= FEWEST_KEPT
          && Words.count(tail) >= FEWEST_CUT
          && Texts.count(head, "(") == Texts.count(head, ")")
          && !limits(tail)) {
        String text = head.stripTrailing() + ".";
        if (forms.stream().noneMatch(known -> known.text().equals(text))) {
          forms.add(with(form, name, text));
        }
      }
    }
  }

  private static Form with(Form form, String cut, String text) {
    List<String> cuts = new ArrayList<>(form.cuts());
    cuts.add(cut);
    return new Form(text, cuts);
  }

  private static boolean limits(String part) {
    return Words.of(part).stream().anyMatch(LIMITS::contains);
  }

  /** Only after a space: "O(n)" and "f(x)" are no asides. */
  private static String withoutBrackets(String text) {
    return BRACKETS
        .matcher(text)
        .replaceAll(aside -> limits(aside.group()) ? Matcher.quoteReplacement(aside.group()) : "");
  }

  private static Pattern place(String name) {
    return Objects.requireNonNull(PLACES.get(name), name);
  }

  private static Map<String, Pattern> places() {
    Map<String, Pattern> places = new LinkedHashMap<>();
    for (String line : WordList.read("/summarise/trims.txt").lines()) {
      String[] parts = line.split("\t", 2);
      places.put(parts[0], Pattern.compile(parts[1], Pattern.CASE_INSENSITIVE));
    }
    return places;
  }
}
