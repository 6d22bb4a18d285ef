package dev.mldigest.select.filter;

import dev.mldigest.domain.settings.Filter;
import dev.mldigest.text.Phrase;
import dev.mldigest.text.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Titles whose form alone shows what they are: a list of the best, a guide for beginners. */
final class TitleForms {
  private record Form(Filter filter, Pattern pattern) {}

  /**
   * @param said the words of the title that have the form
   */
  record Found(Filter filter, String said) {}

  private static final List<Form> FORMS =
      WordList.read("/select/title-forms.txt").lines().stream().map(TitleForms::form).toList();

  private TitleForms() {}

  private static Form form(String line) {
    int colon = line.indexOf(": ");
    String word = line.substring(0, colon);
    Filter filter =
        Arrays.stream(Filter.values())
            .filter(one -> one.word().equals(word))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("'" + word + "' is no filter."));
    return new Form(filter, Pattern.compile(line.substring(colon + 2)));
  }

  /** The first form that the title has, or null. */
  static @Nullable Found find(String title) {
    String folded = Phrase.fold(title).strip();
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(folded);
      if (matcher.find()) {
        return new Found(form.filter(), matcher.group());
      }
    }
    return null;
  }
}
