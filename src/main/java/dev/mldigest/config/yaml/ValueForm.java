package dev.mldigest.config.yaml;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * What one value must look like.
 *
 * @param expected completes "'key' …", for instance "must be text"
 * @param tags the YAML types it may have
 * @param parse turns the written value into the meant one
 */
public record ValueForm<T>(String expected, Set<Tag> tags, Function<String, Parsed<T>> parse) {

  public sealed interface Parsed<T> {
    record Good<T>(T value) implements Parsed<T> {}

    /**
     * @param sentence completes "'key' …"
     */
    record Bad<T>(String sentence) implements Parsed<T> {}
  }

  public static <T> Parsed<T> good(T value) {
    return new Parsed.Good<>(value);
  }

  public static <T> Parsed<T> bad(String sentence) {
    return new Parsed.Bad<>(sentence);
  }

  /** A form written as YAML text. */
  public static <T> ValueForm<T> ofText(String expected, Function<String, Parsed<T>> parse) {
    return new ValueForm<>(expected, Set.of(Tag.STR), parse);
  }

  /** Text in one line after white space is folded; neither empty nor longer than {@code most}. */
  public static ValueForm<String> text(int most) {
    return ofText(
        "must be text (put it in quotes)",
        value -> {
          String line = value.strip().replaceAll("\\s+", " ");
          if (line.isEmpty()) {
            return bad("is empty");
          }
          if (line.codePoints().anyMatch(Character::isISOControl)) {
            return bad("holds control characters");
          }
          return line.length() > most ? bad("is longer than " + most + " characters") : good(line);
        });
  }

  /** Ids of sections and sources. */
  public static ValueForm<String> id() {
    String expected = "must be made of a-z, 0-9 and '-', at most 64 characters";
    return ofText(
        expected, value -> value.matches("[a-z0-9-]{1,64}") ? good(value) : bad(expected));
  }

  public static ValueForm<Long> whole(long least, long most) {
    String expected = "must be a whole number from " + least + " to " + most;
    return new ValueForm<>(
        expected,
        Set.of(Tag.INT),
        value -> {
          // 18 digits always fit a long; more are out of every range used here.
          if (!value.matches("-?[0-9]{1,18}")) {
            return bad(expected);
          }
          long number = Long.parseLong(value);
          return least <= number && number <= most ? good(number) : bad(expected);
        });
  }

  public static ValueForm<Double> number(double least, double most) {
    String expected = "must be a number from " + least + " to " + most;
    return new ValueForm<>(
        expected,
        Set.of(Tag.INT, Tag.FLOAT),
        value -> {
          if (!value.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            return bad(expected);
          }
          double number = Double.parseDouble(value);
          return least <= number && number <= most ? good(number) : bad(expected);
        });
  }

  public static ValueForm<Boolean> flag() {
    return new ValueForm<>(
        "must be true or false", Set.of(Tag.BOOL), value -> good(Boolean.parseBoolean(value)));
  }

  /** One of a few words; {@code noun} is what they are, for instance "kind". */
  public static <T> ValueForm<T> word(String noun, Map<String, T> words) {
    String expected = "must be one of " + String.join(", ", words.keySet());
    return ofText(
        expected,
        value -> {
          T meant = words.get(value);
          if (meant != null) {
            return good(meant);
          }
          String near = Suggestion.after(value, words.keySet());
          String hint = near.isEmpty() ? ": it " + expected : near;
          return bad("has the unknown " + noun + " '" + FileExcerpt.of(value) + "'" + hint);
        });
  }
}
