package dev.mldigest.text.date;

import dev.mldigest.text.WordList;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names of time zones that mean different hours in different places. */
public final class ZoneNames {
  private static final int SECONDS = 3600;

  /**
   * What a name means somewhere.
   *
   * @param places countries and languages, in small letters
   */
  public record Meaning(ZoneOffset offset, Set<String> places) {}

  /**
   * @param meanings the commonest first
   * @param doubtful whether others than the commonest are usual
   */
  public record Name(List<Meaning> meanings, boolean doubtful) {}

  private static final Map<String, Name> NAMES = names();

  private ZoneNames() {}

  private static Map<String, Name> names() {
    Map<String, Name> names = new HashMap<>();
    WordList.read("/text/zone-names.txt")
        .sections()
        .forEach((section, list) ->
            list.named()
                .forEach((name, meanings) ->
                    names.put(name, new Name(meanings(meanings), section.equals("doubtful")))));
    return Map.copyOf(names);
  }

  private static List<Meaning> meanings(List<String> lines) {
    List<Meaning> meanings = new ArrayList<>();
    for (String line : lines) {
      List<String> words = Arrays.asList(line.split(" "));
      int seconds = (int) Math.round(Double.parseDouble(words.getFirst()) * SECONDS);
      meanings.add(
          new Meaning(
              ZoneOffset.ofTotalSeconds(seconds), Set.copyOf(words.subList(1, words.size()))));
    }
    return List.copyOf(meanings);
  }

  public static boolean areSeveral(String name) {
    return NAMES.containsKey(name);
  }

  /**
   * @param name one of several places
   */
  public static Name of(String name) {
    return Objects.requireNonNull(NAMES.get(name), name);
  }
}
