package dev.mldigest.model.wire;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a model of a service is asked. */
public record Profile(Map<Trait, String> traits) {
  public static final Profile PLAIN = new Profile(Map.of());

  static final String ALL = "all";

  /** The value of traits that are a refusal. */
  private static final String NONE = "none";

  public Profile {
    traits = Map.copyOf(traits);
  }

  private String of(Trait trait, String absent) {
    return traits.getOrDefault(trait, absent);
  }

  public Profile with(Trait trait, String value) {
    Map<Trait, String> more = new EnumMap<>(Trait.class);
    more.putAll(traits);
    more.put(trait, value);
    return new Profile(more);
  }

  /** With one parameter or keyword less. */
  Profile leaving(String name) {
    return and(Trait.WITHOUT, name);
  }

  /** With another word on it; beside the words that are there where it is a list. */
  Profile and(Trait trait, String value) {
    if (trait != Trait.WITHOUT && trait != Trait.SCHEMA) {
      return with(trait, value);
    }
    Set<String> names = names(trait);
    names.addAll(Arrays.asList(value.split(",", -1)));
    names.remove("");
    return with(trait, String.join(",", names));
  }

  /** The name of the parameter that limits the output; empty if there is none to be sent. */
  String limit() {
    String name = of(Trait.LIMIT, "max_tokens");
    return name.equals(NONE) ? "" : name;
  }

  Profile limitedBy(String name) {
    return with(Trait.LIMIT, name.isEmpty() ? NONE : name);
  }

  public Format format() {
    return Format.of(of(Trait.FORMAT, ""));
  }

  /** True if the service holds the model to a task's schema: else it must stand in the prompt. */
  public boolean enforces(String task) {
    Set<String> not = names(Trait.SCHEMA);
    return format() == Format.JSON_SCHEMA && !not.contains(task) && !not.contains(ALL);
  }

  public Profile notEnforcing(String task) {
    return and(Trait.SCHEMA, task);
  }

  Set<String> without() {
    return names(Trait.WITHOUT);
  }

  private Set<String> names(Trait trait) {
    Set<String> names = new TreeSet<>(Arrays.asList(of(trait, "").split(",", -1)));
    names.remove("");
    return names;
  }

  /** Tokens. */
  public int thinking() {
    return number(Trait.THINKING, 0);
  }

  /** Tokens, beside those of the answer and of thinking. */
  public int room() {
    return number(Trait.ROOM, 0);
  }

  /** Tokens. */
  public int most() {
    return number(Trait.MOST, Integer.MAX_VALUE);
  }

  private int number(Trait trait, int absent) {
    String value = of(trait, "");
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : absent;
  }

  /** True if what the model is to do stands in the user's message. */
  public boolean instructsInUserMessage() {
    return traits.containsKey(Trait.INSTRUCTIONS);
  }

  boolean streams() {
    return traits.containsKey(Trait.STREAM);
  }

  String address() {
    return of(Trait.ADDRESS, "");
  }
}
