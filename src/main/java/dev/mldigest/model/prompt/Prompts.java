package dev.mldigest.model.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The prompt files: {@code <task>/vNN.md}, front matter between two lines {@code ---}, then {@code
 * ## system} and {@code ## user}; their schemas in {@code schemas/}. A published version never
 * changes: an improvement is a new file. What {@code limits} names is checked by us after the
 * answer; the prompt's text tells the model the same.
 */
public final class Prompts {
  /** What a model may be asked. */
  public static final List<String> TASKS =
      List.of(
          "summarise-post",
          "summarise-paper",
          "redo",
          "intro",
          "subject",
          "headline",
          "rerank",
          "story-judge");

  private static final Set<String> KEYS =
      Set.of("id", "version", "inputs", "schema", "max_output_tokens", "temperature", "changelog");

  /** May be left out. */
  private static final String LIMITS = "limits";

  private final Path folder;
  private final Map<String, Integer> pinned;

  public Prompts(Path folder) {
    this(folder, Map.of());
  }

  private Prompts(Path folder, Map<String, Integer> pinned) {
    this.folder = folder;
    this.pinned = Map.copyOf(pinned);
  }

  /** The same prompts, but that version of a task counts as its newest: to compare versions. */
  public Prompts pinned(String task, int version) {
    return new Prompts(folder, Map.of(task, version));
  }

  /**
   * The newest version of a task's prompt.
   *
   * @throws PromptException if there is none, or if it cannot be used
   */
  public Prompt latest(String task) {
    Path home = folder.resolve(task);
    Integer version = pinned.get(task);
    String wanted = version == null ? "v\\d\\d\\.md" : "v%02d\\.md".formatted(version);
    try (Stream<Path> files = Files.list(home)) {
      Path newest =
          files
              .filter(file -> file.getFileName().toString().matches(wanted))
              .max(Comparator.comparing(file -> file.getFileName().toString()))
              .orElseThrow(() ->
                  new PromptException(
                      "'"
                          + home
                          + "' holds no prompt "
                          + (version == null ? "vNN" : "v%02d".formatted(version))
                          + ".md."));
      return read(task, newest);
    } catch (CharacterCodingException e) {
      throw new PromptException("A prompt in '" + home + "' is not text in UTF-8.", e);
    } catch (IOException e) {
      throw new PromptException(
          "The prompts of '" + task + "' cannot be read: is '" + home + "' there?", e);
    }
  }

  /** True if there is a folder for the task: an editor's own prompts may do without some. */
  public boolean has(String task) {
    return Files.isDirectory(folder.resolve(task));
  }

  private Prompt read(String task, Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n");
    int end = text.indexOf("\n---\n", 4);
    int system = text.indexOf("\n## system\n");
    int user = text.indexOf("\n## user\n");
    if (!text.startsWith("---\n") || end < 0 || system < end || user < system) {
      throw new PromptException(
          "'" + file + "' needs front matter between two lines '---', '## system', '## user'.");
    }
    Map<?, ?> front = frontMatter(file, text.substring(4, end + 1));
    String version = file.getFileName().toString().substring(1, 3);
    if (!task.equals(front.get("id"))
        || number(file, front, "version", Allowed.VERSION) != Integer.parseInt(version)) {
      throw new PromptException(
          "'" + file + "' must say 'id: " + task + "' and the version of its name.");
    }
    Prompt prompt =
        new Prompt(
            task,
            Integer.parseInt(version),
            names(file, front),
            schema(file, String.valueOf(front.get("schema"))),
            (int) number(file, front, "max_output_tokens", Allowed.TOKENS),
            number(file, front, "temperature", Allowed.TEMPERATURE),
            limits(file, front.get(LIMITS)),
            new PromptTemplate(text.substring(system + 11, user).strip()),
            new PromptTemplate(text.substring(user + 9).strip()));
    checkInputs(file, prompt);
    return prompt;
  }

  private static Map<?, ?> frontMatter(Path file, String yaml) {
    Object front;
    try {
      front = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
      throw new PromptException(file + ":" + line + ": the front matter is not YAML.", e);
    } catch (YamlEngineException e) {
      throw new PromptException(file + ":1: the front matter is not YAML.", e);
    }
    if (!(front instanceof Map<?, ?> map) || !KEYS.equals(withoutLimits(map))) {
      throw new PromptException(
          wrongKey(file, front)
              + " the front matter must have exactly "
              + String.join(", ", sorted())
              + ", and may have limits.");
    }
    return map;
  }

  private static String wrongKey(Path file, @Nullable Object front) {
    Set<Object> keys = front instanceof Map<?, ?> map ? withoutLimits(map) : Set.of();
    return keys.stream()
        .filter(key -> !KEYS.contains(key))
        .findFirst()
        .map(key -> at(file, String.valueOf(key)) + "'" + key + "' is not known;")
        .orElseGet(() ->
            file
                + ":1: '"
                + sorted().stream().filter(key -> !keys.contains(key)).findFirst().orElse("")
                + "' is missing;");
  }

  /** Where the key stands, as the messages about feeds.yaml say it. */
  private static String at(Path file, String key) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int line = 0; line < lines.size(); line++) {
        if (lines.get(line).startsWith(key + ":")) {
          return file + ":" + (line + 1) + ": ";
        }
      }
    } catch (IOException e) {
      // It could be read a moment ago; the sentence names it all the same.
    }
    return file + ":1: ";
  }

  private static Set<Object> withoutLimits(Map<?, ?> front) {
    Set<Object> keys = new HashSet<>(front.keySet());
    keys.remove(LIMITS);
    return keys;
  }

  private Limits limits(Path file, @Nullable Object limits) throws IOException {
    if (limits == null) {
      return Limits.NONE;
    }
    Map<String, Integer> numbers = new HashMap<>();
    List<String> banned = List.of();
    if (limits instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> limit : map.entrySet()) {
        if ("banned".equals(limit.getKey()) && limit.getValue() instanceof String name) {
          banned = banned(file, name);
        } else if (limit.getKey() instanceof String name
            && Limits.NAMES.contains(name)
            && limit.getValue() instanceof Integer number
            && number > 0) {
          numbers.put(name, number);
        } else {
          throw new PromptException(
              "The limit '%s' of '%s' is none of %s with a number above 0, nor 'banned' with a file's name."
                  .formatted(
                      limit.getKey(),
                      file,
                      String.join(", ", Limits.NAMES.stream().sorted().toList())));
        }
      }
      return new Limits(numbers, banned);
    }
    throw new PromptException(at(file, LIMITS) + "'limits' must be a mapping.");
  }

  /** One phrase a line; blank lines and those that begin with {@code #} left out. */
  private List<String> banned(Path prompt, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new PromptException(
          "'" + prompt + "' names the list '" + name + "', which is not in '" + folder + "'.");
    }
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static List<String> sorted() {
    return KEYS.stream().sorted().toList();
  }

  /** What a number of the front matter may be. */
  private enum Allowed {
    VERSION(1, 99, true),
    /** The longest answer there is has some hundred thousand. */
    TOKENS(1, 1_000_000, true),
    /** As the services have it. */
    TEMPERATURE(0, 2, false);

    private final int least;
    private final int most;
    private final boolean whole;

    Allowed(int least, int most, boolean whole) {
      this.least = least;
      this.most = most;
      this.whole = whole;
    }

    boolean holds(double number) {
      return least <= number && number <= most && (!whole || number == Math.rint(number));
    }
  }

  private static double number(Path file, Map<?, ?> front, String key, Allowed allowed) {
    if (front.get(key) instanceof Number number && allowed.holds(number.doubleValue())) {
      return number.doubleValue();
    }
    throw new PromptException(
        at(file, key)
            + "'"
            + key
            + "' must be a "
            + (allowed.whole ? "whole " : "")
            + "number from "
            + allowed.least
            + " to "
            + allowed.most
            + ".");
  }

  private static Set<String> names(Path file, Map<?, ?> front) {
    if (!(front.get("inputs") instanceof List<?> list)) {
      throw new PromptException(at(file, "inputs") + "'inputs' must be a list of names.");
    }
    Set<String> names = new HashSet<>();
    list.forEach(name -> names.add(String.valueOf(name)));
    return names;
  }

  private Schema schema(Path prompt, String name) throws IOException {
    Path file = folder.resolve("schemas").resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new PromptException(
          "'" + prompt + "' names the schema '" + name + "', which is not there.");
    }
    try {
      return Schema.parse(Files.readString(file));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new PromptException(
          "'" + file + "' is no schema that can be used: " + e.getMessage(), e);
    }
  }

  private static void checkInputs(Path file, Prompt prompt) {
    Set<String> used = new HashSet<>(prompt.system().variables());
    used.addAll(prompt.user().variables());
    if (!used.equals(prompt.inputs())) {
      throw new PromptException(
          "'" + file + "' declares the inputs " + prompt.inputs() + " but uses " + used + ".");
    }
  }
}
