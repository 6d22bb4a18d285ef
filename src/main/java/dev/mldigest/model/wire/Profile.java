package dev.mldigest.model.wire;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a model of a service is asked. */
public record Profile(Map<Trait, String> traits) {
  public static final Profile PLAIN = new Profile(Map.of());

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
    Set<String> names = new TreeSet<>(without());
    names.add(name);
    return with(Trait.WITHOUT, String.join(",", names));
  }

  /** All that both leave, and else the other's word. */
  Profile and(Trait trait, String value) {
    if (trait != Trait.WITHOUT) {
      return with(trait, value);
    }
    Profile both = this;
    for (String name : value.split(",", -1)) {
      both = name.isEmpty() ? both : both.leaving(name);
    }
    return both;
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

  /** True if the service holds the model to the schema: else it must stand in the prompt. */
  public boolean enforces() {
    return format() == Format.JSON_SCHEMA && !traits.containsKey(Trait.SCHEMA);
  }

  public Profile notEnforcing() {
    return with(Trait.SCHEMA, "not enforced");
  }

  Set<String> without() {
    Set<String> names = new LinkedHashSet<>(Arrays.asList(of(Trait.WITHOUT, "").split(",", -1)));
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
